using System.Globalization;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>The methods that call themselves and are called by a marked one: each is lowered once.</summary>
internal sealed class PullbackRegistry(IMethodSymbol root, MethodBodies bodies)
{
    private readonly Dictionary<IMethodSymbol, Callee> _callees = new(SymbolEqualityComparer.Default);
    private readonly List<PullbackModel> _models = [];
    private readonly HashSet<string> _names = [];

    /// <summary>The marked method; generated code stands in its type.</summary>
    public IMethodSymbol Root { get; } = root;

    public MethodBodies Bodies { get; } = bodies;

    public EquatableArray<PullbackModel> Models => _models.ToEquatable();

    /// <summary>The method as calls see it; what is new is lowered.</summary>
    public Callee Find(IMethodSymbol method, Func<IReadOnlyList<ParameterRole>, Function?> lower)
    {
        if (_callees.TryGetValue(method, out Callee? known))
        {
            return known;
        }

        string name = Unique($"{Root.Name}{Overload()}Through{method.Name}");
        ParameterRole[] roles = [.. method.Parameters.Select(static parameter => RoleOf(parameter.Type))];
        Callee callee = new(
            Identifiers.QualifiedCall(method),
            CalleeRule.Pullback,
            $"{Root.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{name}",
            roles.Select(static role => role == ParameterRole.Differentiable).ToEquatable());
        _callees.Add(method, callee);

        if (lower(roles) is Function function)
        {
            _models.Add(new PullbackModel(
                name, SignatureReader.Display(method), function, SignatureReader.Parameters(method, roles, Bodies.Compilation)));
        }

        return callee;
    }

    private static ParameterRole RoleOf(ITypeSymbol type) => TypeMap.Of(type) is { IsFloating: true } or { IsFloatingArray: true }
        ? ParameterRole.Differentiable
        : ParameterRole.Constant;

    /// <summary>Each marked method has pullbacks of its own; overloads of it are told apart by their place.</summary>
    private string Overload()
    {
        string[] overloads =
        [
            .. Root.ContainingType.GetMembers(Root.Name).OfType<IMethodSymbol>()
                .Select(static method => method.ToDisplayString()).OrderBy(static text => text, StringComparer.Ordinal),
        ];

        return overloads.Length < 2
            ? ""
            : (Array.IndexOf(overloads, Root.ToDisplayString()) + 1).ToString(CultureInfo.InvariantCulture);
    }

    private string Unique(string stem)
    {
        string name = stem;

        for (int i = 2; !_names.Add(name) || !Root.ContainingType.GetMembers(name).IsEmpty; i++)
        {
            name = stem + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
