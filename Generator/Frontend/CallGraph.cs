using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Which methods with source call themselves, directly or through others.</summary>
internal sealed class CallGraph(MethodBodies bodies)
{
    private readonly Dictionary<IMethodSymbol, IMethodSymbol[]> _calls = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, bool> _recursive = new(SymbolEqualityComparer.Default);

    public bool IsRecursive(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;

        if (!_recursive.TryGetValue(definition, out bool known))
        {
            known = Reaches(definition);
            _recursive.Add(definition, known);
        }

        return known;
    }

    private bool Reaches(IMethodSymbol method)
    {
        HashSet<IMethodSymbol> seen = new(SymbolEqualityComparer.Default);
        Stack<IMethodSymbol> work = new([method]);

        while (work.Count > 0)
        {
            foreach (IMethodSymbol called in Calls(work.Pop()))
            {
                if (SymbolEqualityComparer.Default.Equals(called, method))
                {
                    return true;
                }

                if (seen.Add(called))
                {
                    work.Push(called);
                }
            }
        }

        return false;
    }

    private IMethodSymbol[] Calls(IMethodSymbol method)
    {
        if (!_calls.TryGetValue(method, out IMethodSymbol[]? calls))
        {
            calls = bodies.Of(method) is IOperation body
                ? [.. body.DescendantsAndSelf().Select(Called).OfType<IMethodSymbol>().Select(static m => m.OriginalDefinition)]
                : [];
            _calls.Add(method, calls);
        }

        return calls;
    }

    /// <summary>The method that an operation calls, as the compiler sees it.</summary>
    public static IMethodSymbol? Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMethodReferenceOperation reference => reference.Method,
        IPropertyReferenceOperation property => property.Property.GetMethod,
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };
}
