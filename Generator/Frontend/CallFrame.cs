using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>A method whose body is being lowered: the marked one, or one inlined into it.</summary>
internal sealed class CallFrame(IMethodSymbol method, CallFrame? caller, Variable returned, Variable? result)
{
    public IMethodSymbol Method { get; } = method;

    public CallFrame? Caller { get; } = caller;

    /// <summary>The flag that a <c>return</c> sets.</summary>
    public Variable Returned { get; } = returned;

    /// <summary>What a <c>return</c> assigns; none in a <c>void</c> method.</summary>
    public Variable? Result { get; } = result;

    /// <summary>The delegate that is called, if it is one.</summary>
    public DelegateCode? Code { get; set; }

    /// <summary>What <c>this</c> is; none in a static method.</summary>
    public Place? This { get; set; }

    /// <summary>What a method that returns by reference has returned.</summary>
    public Place? ReturnedPlace { get; set; }

    /// <summary>The branches and loops around its body.</summary>
    public (int Nesting, int Open) Start { get; set; }

    /// <summary>What is done with an element that an iterator gives.</summary>
    public Action<FrontValue>? Yield { get; set; }

    /// <summary>Where locals and parameters are kept.</summary>
    public Dictionary<ISymbol, Place> Places { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What the type parameters in the source of <see cref="Method"/> stand for here.</summary>
    public Dictionary<ITypeSymbol, ITypeSymbol> TypeArguments { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Lets a local function see what the method around it has.</summary>
    public void Surround(CallFrame outer)
    {
        This = outer.This;

        foreach (KeyValuePair<ISymbol, Place> place in outer.Places)
        {
            Places[place.Key] = place.Value;
        }

        foreach (KeyValuePair<ITypeSymbol, ITypeSymbol> argument in outer.TypeArguments)
        {
            TypeArguments[argument.Key] = argument.Value;
        }
    }
}
