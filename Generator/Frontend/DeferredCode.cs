using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Code that runs when somebody asks for it, not where it is written.</summary>
internal abstract record DeferredCode;

/// <summary>The target of a delegate. Two of them are the same only if they were made by one evaluation.</summary>
/// <param name="Method">A lambda, a local function or a method.</param>
/// <param name="Body">Its body; none for a method of the base library.</param>
/// <param name="Places">Where the variables it captures are kept, as long as they live.</param>
/// <param name="Held">Captured variables that are no more; what they held last are the parts of the delegate.</param>
/// <param name="TypeArguments">What the type parameters around it stand for.</param>
internal sealed record DelegateCode(
    IMethodSymbol Method,
    IOperation? Body,
    IReadOnlyDictionary<ISymbol, Place> Places,
    IReadOnlyList<ISymbol> Held,
    IReadOnlyDictionary<ITypeSymbol, ITypeSymbol> TypeArguments) : DeferredCode
{
    /// <summary>What <c>this</c> is where it was made.</summary>
    public Place? This { get; init; }

    /// <summary>Whether it may assign to a variable around it.</summary>
    public bool Changes(ISymbol captured)
    {
        return Body?.Descendants().Any(part => part switch
        {
            IAssignmentOperation assignment => Is(assignment.Target),
            IIncrementOrDecrementOperation step => Is(step.Target),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Is(argument.Value),
            _ => false,
        }) == true;

        bool Is(IOperation target) => target.DescendantsAndSelf().Any(named => SymbolEqualityComparer.Default.Equals(
            named switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            },
            captured));
    }

    public bool Equals(DelegateCode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>What a sequence gives; its parts are the source and what is done to the elements.</summary>
internal enum SequenceKind
{
    Array,
    Collection,
    Range,
    Repeat,
    Select,
    Where,
    Zip,
    Iterator,
}

/// <summary>A sequence that is gone through when somebody asks for its elements.</summary>
/// <param name="Kind">How it gets them.</param>
/// <param name="Method">The signature of the delegate among its parts, or the iterator.</param>
internal sealed record SequenceCode(SequenceKind Kind, IMethodSymbol? Method) : DeferredCode
{
    /// <summary>What a local function sees of the method around it.</summary>
    public CallFrame? Around { get; init; }

    public bool Equals(SequenceCode? other) => other is not null && Kind == other.Kind && ReferenceEquals(Around, other.Around)
        && SymbolEqualityComparer.Default.Equals(Method, other.Method);

    public override int GetHashCode() => (int)Kind;
}
