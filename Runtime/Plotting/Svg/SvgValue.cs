namespace Fluxion.Plotting.Svg;

/// <summary>The value of an attribute: text, or a number that is written the way coordinates are.</summary>
internal readonly record struct SvgValue(string Text)
{
    public static implicit operator SvgValue(string text) => new(text);

    public static implicit operator SvgValue(double number) => new(SvgWriter.Number(number));
}
