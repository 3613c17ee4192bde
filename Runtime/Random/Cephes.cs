using static System.MathF;

namespace Fluxion.Random;

/// <summary>
/// Logarithm, sine and cosine as PyTorch's AVX2 code computes them when it draws blocks of normals, rounding for
/// rounding.
/// </summary>
/// <remarks>
/// The polynomials are those of S. Moshier's Cephes library. The multiply-adds are fused where a compiler for
/// machines that have the instruction fuses them.
/// </remarks>
internal static class Cephes
{
    /// <summary>The natural logarithm of a normal number greater than 0.</summary>
    internal static float Log(float x)
    {
        int bits = BitConverter.SingleToInt32Bits(x);
        float exponent = (bits >> 23) - 126;
        x = BitConverter.Int32BitsToSingle((bits & 0x007FFFFF) | 0x3F000000);

        if (x < 0.707106781186547524f)
        {
            exponent -= 1.0f;
            x = x - 1.0f + x;
        }
        else
        {
            x -= 1.0f;
        }

        float square = x * x;
        float sum = FusedMultiplyAdd(7.0376836292E-2f, x, -1.1514610310E-1f);
        sum = FusedMultiplyAdd(sum, x, 1.1676998740E-1f);
        sum = FusedMultiplyAdd(sum, x, -1.2420140846E-1f);
        sum = FusedMultiplyAdd(sum, x, 1.4249322787E-1f);
        sum = FusedMultiplyAdd(sum, x, -1.6668057665E-1f);
        sum = FusedMultiplyAdd(sum, x, 2.0000714765E-1f);
        sum = FusedMultiplyAdd(sum, x, -2.4999993993E-1f);
        sum = FusedMultiplyAdd(sum, x, 3.3333331174E-1f);
        sum = FusedMultiplyAdd(sum * x, square, exponent * -2.12194440e-4f);
        sum -= square * 0.5f;
        return FusedMultiplyAdd(exponent, 0.693359375f, x + sum);
    }

    /// <summary>Sine and cosine of an angle from 0 to 2π.</summary>
    internal static (float Sin, float Cos) SinCos(float x)
    {
        // The nearest even multiple of π/4 is taken off in three parts; which one it is decides about signs and roles.
        int octant = ((int)(x * 1.27323954473516f) + 1) & ~1;
        float multiple = octant;
        x = FusedMultiplyAdd(multiple, -0.78515625f, x);
        x = FusedMultiplyAdd(multiple, -2.4187564849853515625e-4f, x);
        x = FusedMultiplyAdd(multiple, -3.77489497744594108e-8f, x);

        float square = x * x;
        float cos = FusedMultiplyAdd(2.443315711809948E-005f, square, -1.388731625493765E-003f);
        cos = FusedMultiplyAdd(cos, square, 4.166664568298827E-002f);
        cos = FusedMultiplyAdd(cos * square, square, -(square * 0.5f)) + 1.0f;

        float sin = FusedMultiplyAdd(-1.9515295891E-4f, square, 8.3321608736E-3f);
        sin = FusedMultiplyAdd(sin, square, -1.6666654611E-1f);
        sin = FusedMultiplyAdd(sin * square, x, x);

        if ((octant & 2) != 0)
        {
            (sin, cos) = (cos, sin);
        }

        bool negativeSin = (octant & 4) != 0;
        bool negativeCos = ((octant - 2) & 4) == 0;
        return (negativeSin ? -sin : sin, negativeCos ? -cos : cos);
    }
}
