using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// The classes of which a method, or what it calls, makes objects. Which override runs is not asked: every method of a class
/// that is made counts as called.
/// </summary>
internal sealed class CreatedTypes
{
    private readonly HashSet<INamedTypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly Stack<IMethodSymbol> _work = new();
    private readonly MethodBodies _bodies;

    private CreatedTypes(MethodBodies bodies) => _bodies = bodies;

    /// <summary>These classes, in an order that depends on their names only.</summary>
    public static IReadOnlyList<INamedTypeSymbol> From(IMethodSymbol root, MethodBodies bodies)
    {
        CreatedTypes created = new(bodies);
        created._work.Push(root);

        while (created._work.Count > 0)
        {
            IMethodSymbol method = created._work.Pop().OriginalDefinition;

            if (created._seen.Add(method) && bodies.Of(method) is IOperation body)
            {
                created.Visit(body);
            }
        }

        return [.. created._types.OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal)];
    }

    private void Visit(IOperation code)
    {
        foreach (IOperation part in code.DescendantsAndSelf())
        {
            if (CallGraph.Called(part) is IMethodSymbol called)
            {
                _work.Push(called);
            }

            if (part is IObjectCreationOperation or IWithOperation && part.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } type
                && Layout.IsObject(type) && !type.TypeArguments.Any(static argument => argument is ITypeParameterSymbol)
                && _types.Add(type))
            {
                Visit(type);
            }
        }
    }

    private void Visit(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? own = type; own is { SpecialType: SpecialType.None }; own = own.BaseType)
        {
            foreach (ISymbol member in own.GetMembers())
            {
                if (member is IMethodSymbol method)
                {
                    _work.Push(method);
                }
                else if (_bodies.Initializer(member) is IOperation initializer)
                {
                    Visit(initializer);
                }
            }
        }
    }
}
