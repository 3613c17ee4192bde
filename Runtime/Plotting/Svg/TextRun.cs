namespace Fluxion.Plotting.Svg;

/// <summary>A line of text that may end in an exponent, as <c>10⁻³</c> does.</summary>
internal readonly record struct TextRun(string Text, string Exponent = "")
{
    private const double ExponentScale = 0.72;

    public static implicit operator TextRun(string text) => new(text);

    /// <summary>The width in pixels, estimated: an SVG file does not know its fonts. Errs towards too wide.</summary>
    public double Width(double fontSize) => fontSize * (Ems(Text) + (ExponentScale * Ems(Exponent)));

    private static double Ems(string text)
    {
        double ems = 0;

        foreach (char c in text)
        {
            ems += c switch
            {
                'i' or 'j' or 'l' or '.' or ',' or ' ' or '\'' or '|' or ':' or ';' => 0.32,
                'm' or 'w' or 'M' or 'W' or '×' or '−' or '=' => 0.85,
                >= 'A' and <= 'Z' => 0.68,
                >= '\u2E80' => 1.0,
                _ => 0.57,
            };
        }

        return ems;
    }
}
