using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>
/// The types with source whose values the code that was read works on, whether or not it spells their names: what a value
/// consists of depends on all fields of its type, and on those of the types in it.
/// </summary>
internal sealed class TouchedTypes
{
    private readonly HashSet<ITypeSymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ulong> _scopes = [];

    public IReadOnlyCollection<ulong> Scopes => _scopes;

    public void Add(IOperation body)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            Add(operation.Type);

            switch (operation)
            {
                case IInvocationOperation call:
                    Add(call.TargetMethod);
                    break;
                case IObjectCreationOperation { Constructor: IMethodSymbol constructor }:
                    Add(constructor);
                    break;
                case IMethodReferenceOperation reference:
                    Add(reference.Method);
                    break;
                case IMemberReferenceOperation reference:
                    Add(reference.Member.ContainingType);
                    break;
                case ILocalFunctionOperation function:
                    Add(function.Symbol);
                    break;
                case IAnonymousFunctionOperation function:
                    Add(function.Symbol);
                    break;
                case IVariableDeclaratorOperation declarator:
                    Add(declarator.Symbol.Type);
                    break;
                case IPatternOperation pattern:
                    Add(pattern.InputType);
                    Add(pattern.NarrowedType);
                    break;
                case IBinaryOperation { OperatorMethod: IMethodSymbol method }:
                    Add(method);
                    break;
                case IUnaryOperation { OperatorMethod: IMethodSymbol method }:
                    Add(method);
                    break;
                case IConversionOperation { OperatorMethod: IMethodSymbol method }:
                    Add(method);
                    break;
            }
        }
    }

    public void Add(IMethodSymbol method)
    {
        Add(method.ContainingType);
        Add(method.ReturnType);

        foreach (ITypeSymbol type in method.TypeArguments.Concat(method.Parameters.Select(static p => p.Type)))
        {
            Add(type);
        }
    }

    private void Add(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
        {
            Add(array.ElementType);
        }
        else if (type is IPointerTypeSymbol pointer)
        {
            Add(pointer.PointedAtType);
        }
        else if (type is INamedTypeSymbol named && _types.Add(named))
        {
            AddParts(named);
        }
    }

    private void AddParts(INamedTypeSymbol type)
    {
        Add(type.ContainingType);

        foreach (ITypeSymbol argument in type.TypeArguments)
        {
            Add(argument);
        }

        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            return;
        }

        _scopes.Add(ScopeOf(type.OriginalDefinition));
        Add(type.BaseType);

        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            Add(field.Type);
        }
    }

    /// <summary>The scope as an outline names it.</summary>
    private static ulong ScopeOf(INamespaceOrTypeSymbol symbol) => symbol switch
    {
        INamespaceSymbol { IsGlobalNamespace: true } => MemberKey.Root,
        INamedTypeSymbol { ContainingType: INamedTypeSymbol outer } type => MemberKey.Extend(ScopeOf(outer), NameOf(type)),
        INamedTypeSymbol type => MemberKey.Extend(ScopeOf(type.ContainingNamespace), NameOf(type)),
        _ => MemberKey.Extend(ScopeOf(symbol.ContainingNamespace), symbol.Name),
    };

    private static string NameOf(INamedTypeSymbol type) => MemberKey.TypeName(type.Name, type.Arity);
}
