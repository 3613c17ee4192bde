using System.Globalization;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Axes;

/// <summary>Numbers as people read them: thousands grouped, a true minus sign, exponents raised.</summary>
internal static class NumberText
{
    /// <summary>A number with a fixed count of decimals.</summary>
    public static string Fixed(double value, int decimals)
    {
        string format = string.Create(CultureInfo.InvariantCulture, $"N{decimals}");
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        bool isZero = !text.AsSpan().ContainsAnyInRange('1', '9');
        return isZero ? text.TrimStart('-') : text.Replace('-', '−');
    }

    /// <summary>A number with at most four significant digits.</summary>
    public static TextRun Short(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        int exponent = Exponent(value);

        if (exponent is >= -3 and < 6)
        {
            return value.ToString(exponent >= 3 ? "#,0" : "0.######", CultureInfo.InvariantCulture).Replace('-', '−');
        }

        string mantissa = (value / Math.Pow(10, exponent)).ToString("0.###", CultureInfo.InvariantCulture);
        return new TextRun(mantissa.Replace('-', '−') + "×10", Integer(exponent));
    }

    /// <summary>A power of ten.</summary>
    public static TextRun Power(int exponent, bool plain) =>
        plain ? Fixed(Math.Pow(10, exponent), Math.Max(0, -exponent)) : new TextRun("10", Integer(exponent));

    public static string Integer(int value) =>
        value.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>The exponent of the leading digit.</summary>
    public static int Exponent(double value) =>
        (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-12);
}
