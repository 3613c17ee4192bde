using System.Threading;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Checks the methods marked <c>[DerivativeOf]</c> against the methods they are for.</summary>
internal static class RuleParser
{
    public static EquatableArray<DiagnosticInfo> Check(Compilation compilation, CancellationToken cancellation)
    {
        DiagnosticSink diagnostics = new();

        foreach (IMethodSymbol rule in DerivativeRules.Methods(compilation, cancellation))
        {
            foreach (AttributeData attribute in rule.GetAttributes().Where(DerivativeRules.IsRule))
            {
                cancellation.ThrowIfCancellationRequested();
                Check(rule, attribute, diagnostics);
            }
        }

        return diagnostics.Diagnostics;
    }

    private static void Check(IMethodSymbol rule, AttributeData attribute, DiagnosticSink diagnostics)
    {
        if (attribute.ConstructorArguments is not [{ Value: INamedTypeSymbol type }, { Value: string name }])
        {
            return;
        }

        IMethodSymbol[] targets = [.. DerivativeRules.Targets(attribute)];

        if (targets.Length == 0)
        {
            diagnostics.Report(DiagnosticDescriptors.RuleWithoutTarget, rule.Locations[0], type.Name, name);
        }
        else if (targets.All(target => DerivativeRule.Of(rule, target) is null))
        {
            // Of several overloads the one that resembles the rule most is what was meant.
            IMethodSymbol meant = targets
                .OrderBy(target => Math.Abs(target.Parameters.Length - rule.Parameters.Length)).First();
            (string partials, string adjoints) = DerivativeRule.Expected(rule, meant);
            diagnostics.Report(
                DiagnosticDescriptors.RuleSignature, rule.Locations[0], rule.Name, $"{type.Name}.{name}", partials, adjoints);
        }
    }
}
