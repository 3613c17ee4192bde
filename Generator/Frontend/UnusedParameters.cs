using Fluxion.Generator.Analysis;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Warns of parameters whose gradient is zero whatever the arguments are.</summary>
internal static class UnusedParameters
{
    public static void Report(Function function, IMethodSymbol method, DiagnosticSink diagnostics)
    {
        Activity activity = Activity.Of(function, AliasClasses.Of(function));

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            // A struct is several parameters here.
            Parameter[] own = [.. function.Parameters.Where(p => p.Role == ParameterRole.Differentiable && IsPart(p, parameter, function, method))];

            if (own.Length > 0 && !own.Any(p => activity.IsActive(p.Value)))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.UnusedParameter, parameter.Locations[0], method.Name, parameter.Name);
            }
        }
    }

    private static bool IsPart(Parameter part, IParameterSymbol parameter, Function function, IMethodSymbol method) =>
        function.Parameters.Count == method.Parameters.Length
        && ReferenceEquals(function.Parameters[parameter.Ordinal], part);
}
