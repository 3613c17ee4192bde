using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>The rule by which derivative parameters are named: <c>learningRate</c> → <c>dLearningRate</c>.</summary>
internal static class DestinationNames
{
    /// <summary>A name for each parameter of the method; empty where it is not differentiable.</summary>
    public static string[] Of(EquatableArray<MethodParameter> parameters)
    {
        HashSet<string> taken = new(parameters.Select(static p => Plain(p.Name)), StringComparer.Ordinal);
        return [.. parameters.Select(p => p.Role == ParameterRole.Differentiable ? Unused(p.Name, taken) : "")];
    }

    /// <summary>The name in Pascal case, for use inside a longer one.</summary>
    public static string Pascal(string name)
    {
        string plain = Plain(name);
        return char.ToUpperInvariant(plain[0]) + plain.Substring(1);
    }

    /// <summary>The name without the <c>@</c> that tells it from a keyword.</summary>
    public static string Plain(string name) => name.TrimStart('@');

    private static string Unused(string parameter, HashSet<string> taken)
    {
        string name = "d" + Pascal(parameter);
        string candidate = name;

        for (int i = 2; !taken.Add(candidate); i++)
        {
            candidate = name + LiteralFormatter.FormatInteger(i);
        }

        return candidate;
    }
}
