using System.Globalization;

namespace Fluxion.Generator.Tests.Output;

/// <summary>Until disposed, a culture with a decimal comma and U+2212 for minus, as sv-SE has.</summary>
internal sealed class ForeignCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public ForeignCulture()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "\u00a0";
        culture.NumberFormat.PositiveInfinitySymbol = "oändligt";
        culture.NumberFormat.NaNSymbol = "¤¤¤";
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
