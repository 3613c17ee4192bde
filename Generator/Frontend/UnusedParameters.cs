using Fluxion.Generator.Analysis;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Warns of parameters whose gradient is zero whatever the arguments are.</summary>
internal static class UnusedParameters
{
    /// <param name="function">The function the method computes.</param>
    /// <param name="method">The method.</param>
    /// <param name="owned">For each parameter of the function, the method's parameter it is, or is a part of.</param>
    /// <param name="diagnostics">Receives the warnings.</param>
    public static void Report(
        Function function, IMethodSymbol method, IReadOnlyList<int> owned, DiagnosticSink diagnostics)
    {
        Activity activity = Activity.Of(function, AliasClasses.Of(function));

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            Parameter[] own = [.. function.Parameters.Where(
                (p, i) => p.Role == ParameterRole.Differentiable && owned[i] == parameter.Ordinal)];

            if (own.Length > 0 && !own.Any(p => activity.IsActive(p.Value)))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.UnusedParameter, parameter.Locations[0], method.Name, parameter.Name);
            }
        }
    }
}
