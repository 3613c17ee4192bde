using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Checks the methods marked <c>[DerivativeOf]</c> against the methods they are for.</summary>
internal static class RuleParser
{
    public static void Check(IMethodSymbol rule, AttributeData attribute, DiagnosticSink diagnostics)
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
            IMethodSymbol meant = Meant(rule, targets)!;
            (string partials, string adjoints) = DerivativeRule.Expected(rule, meant);
            diagnostics.Report(
                DiagnosticDescriptors.RuleSignature, rule.Locations[0], rule.Name, $"{type.Name}.{name}", partials, adjoints);
        }
    }

    /// <summary>Of several overloads the one that resembles the rule most.</summary>
    public static IMethodSymbol? Meant(IMethodSymbol rule, IEnumerable<IMethodSymbol> targets) =>
        targets.OrderBy(target => Math.Abs(target.Parameters.Length - rule.Parameters.Length)).FirstOrDefault();
}
