using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Fluxion.Generator.Frontend.Caching;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// The users' rules of a compilation, <c>[DerivativeOf]</c>. They are looked for by name in the outlines of files; only what
/// seems to carry the attribute is bound.
/// </summary>
internal sealed class DerivativeRules
{
    private static readonly ConditionalWeakTable<Compilation, DerivativeRules> OfCompilations = new();

    private readonly List<(IMethodSymbol Target, DerivativeRule Rule)> _rules = [];

    private DerivativeRules()
    {
    }

    public static DerivativeRules Of(Compilation compilation, CancellationToken cancellation)
    {
        if (!OfCompilations.TryGetValue(compilation, out DerivativeRules? rules))
        {
            rules = Read(compilation, cancellation);
            rules = OfCompilations.GetValue(compilation, _ => rules);
        }

        return rules;
    }

    public DerivativeRule? Find(IMethodSymbol method)
    {
        foreach ((IMethodSymbol target, DerivativeRule rule) in _rules)
        {
            if (SymbolEqualityComparer.Default.Equals(target, method))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The methods that an attribute on a rule names.</summary>
    public static ImmutableArray<IMethodSymbol> Targets(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }, { Value: string name }]
            ? [.. type.GetMembers(name).OfType<IMethodSymbol>().Where(static m => m is
            {
                IsStatic: true, IsGenericMethod: false, MethodKind: MethodKind.Ordinary,
                ReturnType.SpecialType: SpecialType.System_Single or SpecialType.System_Double,
            })]
            : [];

    public static bool IsRule(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "DerivativeOfAttribute" } type && Namespaces.IsFluxion(type);

    /// <summary>The methods that carry the attribute.</summary>
    public static IEnumerable<IMethodSymbol> Methods(Compilation compilation, CancellationToken cancellation)
    {
        FileOutline[] files = [.. compilation.SyntaxTrees.Select(tree => FileOutline.Of(tree, cancellation))];
        AliasOutline[] aliases = [.. files.SelectMany(static file => file.Aliases).Where(static alias => alias.IsGlobal)];

        foreach ((SyntaxTree tree, FileOutline file) in compilation.SyntaxTrees.Zip(files, static (tree, file) => (tree, file)))
        {
            SemanticModel? model = null;

            foreach (AttributedMethod candidate in file.Carrying(AttributeNames.DerivativeOf, aliases))
            {
                model ??= compilation.GetSemanticModel(tree);

                if (model.GetDeclaredSymbol(candidate.In(tree), cancellation) is IMethodSymbol method
                    && method.GetAttributes().Any(IsRule))
                {
                    yield return method;
                }
            }
        }
    }

    private static DerivativeRules Read(Compilation compilation, CancellationToken cancellation)
    {
        DerivativeRules rules = new();

        foreach (IMethodSymbol method in Methods(compilation, cancellation))
        {
            rules.Add(method);
        }

        return rules;
    }

    private void Add(IMethodSymbol method)
    {
        foreach (AttributeData attribute in method.GetAttributes().Where(IsRule))
        {
            foreach (IMethodSymbol target in Targets(attribute))
            {
                if (DerivativeRule.Of(method, target) is DerivativeRule rule)
                {
                    _rules.Add((target, rule));
                }
            }
        }
    }
}

/// <summary>A user's method that knows the derivative of another one.</summary>
internal sealed record DerivativeRule(IMethodSymbol Method, CalleeRule Kind, EquatableArray<bool> Differentiable)
{
    /// <summary>The rule, if the method has one of the two signatures that a rule for the target can have.</summary>
    public static DerivativeRule? Of(IMethodSymbol method, IMethodSymbol target)
    {
        int count = target.Parameters.Length;
        bool hasAdjoint = method.Parameters.Length == count + 1;

        if (!method.IsStatic || method.IsGenericMethod || method.ContainingType.IsGenericType
            || (method.Parameters.Length != count && !hasAdjoint)
            || method.Parameters.Any(static p => p.RefKind != RefKind.None)
            || target.Parameters.Any(static p => p.RefKind != RefKind.None)
            || !target.Parameters.Zip(method.Parameters, static (a, b) => IsSame(a.Type, b.Type)).All(static same => same)
            || (hasAdjoint && !IsSame(method.Parameters[count].Type, target.ReturnType)))
        {
            return null;
        }

        ITypeSymbol[] partials = [.. Differentiated(method, count).Select(static p => p.Type)];

        return partials.Length > 0 && Returns(method.ReturnType, partials)
            ? new DerivativeRule(
                method,
                hasAdjoint ? CalleeRule.Adjoints : CalleeRule.Partials,
                method.Parameters.Take(count).Select(IsDifferentiated).ToEquatable())
            : null;
    }

    /// <summary>The two signatures that a rule of this name can have for a method, as the user would write them.</summary>
    public static (string Partials, string Adjoints) Expected(IMethodSymbol rule, IMethodSymbol target)
    {
        ITypeSymbol[] partials = [.. target.Parameters.Where(static p => IsReal(p.Type)).Select(static p => p.Type)];
        string type = partials.Length == 1 ? Text(partials[0]) : $"({string.Join(", ", partials.Select(Text))})";
        string list = string.Join(", ", target.Parameters.Select(static p => $"{Text(p.Type)} {p.Name}"));
        string adjoint = $"{Text(target.ReturnType)} adjoint";
        return ($"static {type} {rule.Name}({list})", $"static {type} {rule.Name}({list}, {adjoint})");
    }

    private static IEnumerable<IParameterSymbol> Differentiated(IMethodSymbol method, int count) =>
        method.Parameters.Take(count).Where(IsDifferentiated);

    private static bool IsDifferentiated(IParameterSymbol parameter) =>
        IsReal(parameter.Type) && !AttributeReader.IsMarked(parameter, "NoDerivativeAttribute");

    private static bool IsReal(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;

    private static bool Returns(ITypeSymbol type, ITypeSymbol[] partials) => partials.Length == 1
        ? IsSame(type, partials[0])
        : type is INamedTypeSymbol { IsTupleType: true } tuple
            && tuple.TupleElements.Length == partials.Length
            && tuple.TupleElements.Zip(partials, static (element, partial) => IsSame(element.Type, partial))
                .All(static same => same);

    private static bool IsSame(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static string Text(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
