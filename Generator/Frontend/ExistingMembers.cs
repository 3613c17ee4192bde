using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Members of the user's that have the names of those that will be generated; expressions are left out instead.</summary>
internal static class ExistingMembers
{
    public static void Check(IMethodSymbol method, AttributeData attribute, DiagnosticSink diagnostics)
    {
        GradientOptions options = AttributeReader.OptionsOf(attribute);
        int differentiable = method.Parameters.Count(static p => AttributeReader.RoleOf(p) == ParameterRole.Differentiable);
        (string Suffix, bool IsWanted, int? Destinations)[] members =
        [
            ("Gradient", options.Gradient, 0),
            ("ValueAndGradient", true, differentiable),
            ("Objective", options.Objective, null),
        ];

        foreach ((string suffix, bool isWanted, int? destinations) in members)
        {
            string name = method.Name + suffix;

            if (isWanted && method.ContainingType.GetMembers(name).Any(found => IsInTheWay(found, method, destinations)))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.MemberExists, method.Locations[0], method.ContainingType.Name, name, method.Name);
            }
        }
    }

    // Methods may be overloads of what is generated, as types may be of other arity.
    private static bool IsInTheWay(ISymbol found, IMethodSymbol method, int? destinations) => !IsGenerated(found) && found switch
    {
        IMethodSymbol other when destinations is int count =>
            other.Parameters.Length == method.Parameters.Length + count
            && method.Parameters.Zip(other.Parameters, static (p, q) => SymbolEqualityComparer.Default.Equals(p.Type, q.Type)).All(static same => same),
        INamedTypeSymbol type => type.Arity == 0 || destinations is not null,
        _ => true,
    };

    private static bool IsGenerated(ISymbol member) => member.GetAttributes().Any(static a =>
        a is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: "Fluxion.Generator" }, ..] });
}
