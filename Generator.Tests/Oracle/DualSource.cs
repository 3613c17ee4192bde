using System.Text.RegularExpressions;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>The text of a program with dual numbers in the place of its floating type.</summary>
internal static partial class DualSource
{
    /// <summary>What a program on dual numbers needs to see.</summary>
    public const string Usings = "using Fluxion.Generator.Tests.Oracle;";

    public static string Of(string source)
    {
        source = MathClass().Replace(source, "DualMath.");
        return FloatingType().Replace(source, "Dual<$1>");
    }

    [GeneratedRegex(@"\b(double|float)\b")]
    private static partial Regex FloatingType();

    [GeneratedRegex(@"\b(MathF?\.|(double|float)\.(?=\w+\())")]
    private static partial Regex MathClass();
}
