using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fluxion.Benchmarks.Linear;

/// <summary>What an expert would write: two vectors a turn, each with accumulators of its own, multiplied and added.</summary>
internal static class LinearByHand
{
    public static float ValueAndGradient(float w, float b, float[] x, float[] y, out float dW, out float dB)
    {
        ref float xStart = ref MemoryMarshal.GetArrayDataReference(x);
        ref float yStart = ref MemoryMarshal.GetArrayDataReference(y);
        Vector256<float> slope = Vector256.Create(w), offset = Vector256.Create(b);
        Vector256<float> sum1 = default, sum2 = default, w1 = default, w2 = default, b1 = default, b2 = default;
        int i = 0;

        for (; i <= x.Length - 2 * Vector256<float>.Count; i += 2 * Vector256<float>.Count)
        {
            Vector256<float> x1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref xStart, i));
            Vector256<float> x2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref xStart, i + Vector256<float>.Count));
            Vector256<float> e1 = Vector256.FusedMultiplyAdd(slope, x1, offset)
                - Vector256.LoadUnsafe(ref Unsafe.Add(ref yStart, i));
            Vector256<float> e2 = Vector256.FusedMultiplyAdd(slope, x2, offset)
                - Vector256.LoadUnsafe(ref Unsafe.Add(ref yStart, i + Vector256<float>.Count));
            sum1 = Vector256.FusedMultiplyAdd(e1, e1, sum1);
            sum2 = Vector256.FusedMultiplyAdd(e2, e2, sum2);
            w1 = Vector256.FusedMultiplyAdd(e1, x1, w1);
            w2 = Vector256.FusedMultiplyAdd(e2, x2, w2);
            b1 += e1;
            b2 += e2;
        }

        float sum = Vector256.Sum(sum1 + sum2), wSum = Vector256.Sum(w1 + w2), bSum = Vector256.Sum(b1 + b2);

        for (; i < x.Length; i++)
        {
            float error = w * x[i] + b - y[i];
            sum += error * error;
            wSum += error * x[i];
            bSum += error;
        }

        dW = 2 * wSum / x.Length;
        dB = 2 * bSum / x.Length;
        return sum / x.Length;
    }

    /// <summary>The least that anything which looks at the data must do.</summary>
    public static float Read(float[] x, float[] y)
    {
        ref float xStart = ref MemoryMarshal.GetArrayDataReference(x);
        ref float yStart = ref MemoryMarshal.GetArrayDataReference(y);
        Vector256<float> x1 = default, x2 = default, y1 = default, y2 = default;

        for (int i = 0; i <= x.Length - 2 * Vector256<float>.Count; i += 2 * Vector256<float>.Count)
        {
            x1 += Vector256.LoadUnsafe(ref Unsafe.Add(ref xStart, i));
            x2 += Vector256.LoadUnsafe(ref Unsafe.Add(ref xStart, i + Vector256<float>.Count));
            y1 += Vector256.LoadUnsafe(ref Unsafe.Add(ref yStart, i));
            y2 += Vector256.LoadUnsafe(ref Unsafe.Add(ref yStart, i + Vector256<float>.Count));
        }

        return Vector256.Sum(x1 + x2 + y1 + y2);
    }
}
