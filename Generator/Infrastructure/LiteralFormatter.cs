using System.Globalization;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Infrastructure;

/// <summary>The only place where a number becomes C# text, the same under every culture.</summary>
internal static class LiteralFormatter
{
    public static string Format(Constant constant) => constant.Kind switch
    {
        ScalarKind.Boolean => constant.Bits != 0 ? "true" : "false",
        ScalarKind.Char => FormatCharacter((char)constant.Bits),
        ScalarKind.SByte => "(sbyte)" + FormatInteger(constant.Bits),
        ScalarKind.Byte => "(byte)" + FormatInteger(constant.Bits),
        ScalarKind.Int16 => "(short)" + FormatInteger(constant.Bits),
        ScalarKind.UInt16 => "(ushort)" + FormatInteger(constant.Bits),
        ScalarKind.Int32 => constant.Bits == int.MinValue ? "int.MinValue" : FormatInteger(constant.Bits),
        ScalarKind.UInt32 => FormatInteger(constant.Bits) + "u",
        ScalarKind.Int64 => constant.Bits == long.MinValue ? "long.MinValue" : FormatInteger(constant.Bits) + "L",
        ScalarKind.UInt64 => unchecked((ulong)constant.Bits).ToString(CultureInfo.InvariantCulture) + "UL",
        ScalarKind.Single => FormatSingle((float)constant.Number),
        _ => FormatDouble(constant.Number),
    };

    public static string FormatInteger(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as formulas have it: no suffix, a whole one without a point.</summary>
    public static string FormatPlain(double value, bool isSingle)
    {
        string text = isSingle ? FormatSingle((float)value).TrimEnd('f') : FormatDouble(value);
        return text.EndsWith(".0", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;
    }

    public static string FormatDecimal(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "m";

    private static string FormatDouble(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return "double." + Name(value);
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);

        // Old hosts have a few values for which the shortest form does not come back.
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
        {
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        }

        text = Tidy(text, IsNegativeZero(value));
        return text.IndexOf('.') < 0 && text.IndexOf('e') < 0 ? text + ".0" : text;
    }

    private static string FormatSingle(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
        {
            return "float." + Name(value);
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);

        if (float.Parse(text, CultureInfo.InvariantCulture) != value)
        {
            text = value.ToString("G9", CultureInfo.InvariantCulture);
        }

        return Tidy(text, IsNegativeZero(value)) + "f";
    }

    private static string Name(double value) =>
        double.IsNaN(value) ? "NaN" : value > 0 ? "PositiveInfinity" : "NegativeInfinity";

    private static bool IsNegativeZero(double value) => value == 0 && BitConverter.DoubleToInt64Bits(value) != 0;

    // Old hosts drop the sign of zero; 1E+20 is written 1e20, 1E-09 is written 1e-9.
    private static string Tidy(string text, bool isNegativeZero)
    {
        int exponent = text.IndexOf('E');

        if (isNegativeZero || exponent < 0)
        {
            return isNegativeZero ? "-0" : text;
        }

        string sign = text[exponent + 1] == '-' ? "-" : "";
        return text.Substring(0, exponent) + "e" + sign + text.Substring(exponent + 1).TrimStart('+', '-', '0');
    }

    private static string FormatCharacter(char value) => value is >= ' ' and <= '~' and not ('\'' or '\\')
        ? "'" + value + "'"
        : "'\\u" + ((int)value).ToString("X4", CultureInfo.InvariantCulture) + "'";
}
