using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fluxion.Random;

/// <content>Normally distributed numbers, by the transform of Box and Muller (1958) in PyTorch's two forms.</content>
public sealed partial class TorchRandom
{
    private const int BlockSize = 16;
    private const int PairCount = BlockSize / 2;

    private double? _cachedNormal;

    /// <summary>Draws a number with mean 0 and standard deviation 1, as <c>torch.randn(1)</c> does.</summary>
    /// <remarks>Numbers arise in pairs; the second one is kept for the next call.</remarks>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <returns>The number.</returns>
    public T RandN<T>()
        where T : IFloatingPointIeee754<T>
    {
        return typeof(T) == typeof(float) || typeof(T) == typeof(double)
            ? T.CreateTruncating(SingleNormal())
            : throw NotSupported<T>();
    }

    /// <summary>Draws numbers with mean 0 and standard deviation 1.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="destination">Receives the numbers.</param>
    public void RandN<T>(Span<T> destination)
        where T : IFloatingPointIeee754<T>
    {
        if (destination.Length >= BlockSize)
        {
            FillBlocks(destination);
            return;
        }

        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = RandN<T>();
        }
    }

    /// <summary>Draws numbers with mean 0 and standard deviation 1, as <c>torch.randn(count)</c> does.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="count">How many; 16 and more are drawn in another way than fewer.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public T[] RandN<T>(int count)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        T[] numbers = new T[count];
        RandN<T>(numbers.AsSpan());
        return numbers;
    }

    private double SingleNormal()
    {
        if (_cachedNormal is double cached)
        {
            _cachedNormal = null;
            return cached;
        }

        double u1 = UniformDouble();
        double u2 = UniformDouble();

        // PyTorch has log1p(-u2). The difference 1 - u2 is exact, as u2 is a multiple of 2⁻⁵³.
        double radius = Math.Sqrt(-2.0 * Math.Log(1.0 - u2));
        double angle = 2.0 * Math.PI * u1;
        _cachedNormal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    private void FillBlocks<T>(Span<T> destination)
        where T : IFloatingPointIeee754<T>
    {
        Rand(destination);
        int start = 0;

        for (; start + BlockSize <= destination.Length; start += BlockSize)
        {
            TransformBlock(destination.Slice(start, BlockSize));
        }

        if (start < destination.Length)
        {
            // The rest is made up to a block by what is already there, and all 16 are drawn anew.
            Span<T> block = destination[^BlockSize..];
            Rand(block);
            TransformBlock(block);
        }
    }

    private static void TransformBlock<T>(Span<T> block)
    {
        if (typeof(T) == typeof(float))
        {
            TransformBlock(MemoryMarshal.CreateSpan(
                ref Unsafe.As<T, float>(ref block[0]), BlockSize));
        }
        else
        {
            TransformBlock(MemoryMarshal.CreateSpan(
                ref Unsafe.As<T, double>(ref block[0]), BlockSize));
        }
    }

    private static void TransformBlock(Span<double> block)
    {
        for (int i = 0; i < PairCount; i++)
        {
            double radius = Math.Sqrt(-2.0 * Math.Log(1.0 - block[i]));
            double angle = 2.0 * Math.PI * block[i + PairCount];
            block[i] = radius * Math.Cos(angle);
            block[i + PairCount] = radius * Math.Sin(angle);
        }
    }

    private static void TransformBlock(Span<float> block)
    {
        for (int i = 0; i < PairCount; i++)
        {
            float radius = MathF.Sqrt(-2.0f * Cephes.Log(1.0f - block[i]));
            (float sin, float cos) = Cephes.SinCos((float)(2.0 * Math.PI) * block[i + PairCount]);
            block[i] = radius * cos;
            block[i + PairCount] = radius * sin;
        }
    }
}
