namespace Fluxion.Tests.Numerics;

/// <summary>How many numbers lie between two.</summary>
internal static class UnitsInLastPlace
{
    /// <summary>Infinite where one is NaN and the other is not, or where zeros differ in sign.</summary>
    public static double Between(double one, double other)
    {
        if (double.IsNaN(one) || double.IsNaN(other) || one == other)
        {
            return Same(double.IsNaN(one), double.IsNaN(other), double.IsNegative(one), double.IsNegative(other));
        }

        return (double)Int128.Abs(Ordinal(one) - Ordinal(other));
    }

    /// <inheritdoc cref="Between(double, double)"/>
    public static double Between(float one, float other)
    {
        if (float.IsNaN(one) || float.IsNaN(other) || one == other)
        {
            return Same(float.IsNaN(one), float.IsNaN(other), float.IsNegative(one), float.IsNegative(other));
        }

        return (double)Int128.Abs(Ordinal(one) - Ordinal(other));
    }

    private static double Same(bool isNaN, bool isOtherNaN, bool isNegative, bool isOtherNegative) =>
        isNaN == isOtherNaN && (isNaN || isNegative == isOtherNegative) ? 0 : double.PositiveInfinity;

    // Bit patterns ordered like the numbers; 128 bits, so that differences are exact.
    private static Int128 Ordinal(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? (Int128)long.MinValue - bits : bits;
    }

    private static Int128 Ordinal(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits < 0 ? (Int128)int.MinValue - bits : bits;
    }
}
