using System.Numerics;

namespace Fluxion.Random;

/// <summary>The numbers PyTorch draws on a CPU after <c>torch.manual_seed</c>, in the same order.</summary>
/// <remarks>
/// <para>
/// Everything is PyTorch's bit for bit, with one reservation: blocks of 16 and more <see cref="float"/> normals PyTorch
/// computes in ways that depend on the machine. Here they are what it gives on x64 with AVX2; elsewhere PyTorch itself
/// differs from that in the last place or two.
/// </para>
/// <para>
/// What is drawn depends on how it is asked for, as it does there: 20 numbers at once are not 20 times one number, and
/// <see cref="float"/> and <see cref="double"/> advance the stream differently. The element type is <see cref="float"/>
/// or <see cref="double"/>; another one is a <see cref="NotSupportedException"/>. An instance is not safe for use by
/// several threads at once.
/// </para>
/// </remarks>
public sealed partial class TorchRandom
{
    private readonly MersenneTwister _twister = new();

    /// <summary>Starts the stream of a seed.</summary>
    /// <param name="seed">The seed; like PyTorch's generator it counts modulo 2³².</param>
    public TorchRandom(ulong seed)
    {
        ManualSeed(seed);
    }

    /// <summary>Starts the stream of a seed again, as <c>torch.manual_seed</c> does.</summary>
    /// <param name="seed">The seed; like PyTorch's generator it counts modulo 2³².</param>
    public void ManualSeed(ulong seed)
    {
        _twister.Seed((uint)seed);
        _cachedNormal = null;
    }

    /// <summary>Draws a number evenly from 0 (inclusive) to 1 (exclusive).</summary>
    /// <typeparam name="T"><see cref="float"/> (24 random bits) or <see cref="double"/> (53).</typeparam>
    /// <returns>The number.</returns>
    public T Rand<T>()
        where T : IFloatingPointIeee754<T>
    {
        // The casts between equal types vanish in compiled code.
        if (typeof(T) == typeof(float))
        {
            return (T)(object)UniformSingle();
        }

        if (typeof(T) == typeof(double))
        {
            return (T)(object)UniformDouble();
        }

        throw NotSupported<T>();
    }

    /// <summary>Draws numbers evenly from 0 (inclusive) to 1 (exclusive).</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="destination">Receives the numbers.</param>
    public void Rand<T>(Span<T> destination)
        where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = Rand<T>();
        }
    }

    /// <summary>Draws numbers evenly from 0 (inclusive) to 1 (exclusive), as <c>torch.rand(count)</c> does.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="count">How many.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public T[] Rand<T>(int count)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        T[] numbers = new T[count];
        Rand<T>(numbers.AsSpan());
        return numbers;
    }

    /// <summary>Shuffles the numbers below <paramref name="count"/>, as <c>torch.randperm(count)</c> does.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Every number from 0 to <paramref name="count"/> − 1, once.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public int[] RandPerm(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] permutation = new int[count];

        for (int i = 0; i < count; i++)
        {
            permutation[i] = i;
        }

        for (int i = 0; i < count - 1; i++)
        {
            int other = i + NextBelow(count - i, count);
            (permutation[i], permutation[other]) = (permutation[other], permutation[i]);
        }

        return permutation;
    }

    private static NotSupportedException NotSupported<T>() =>
        new($"PyTorch's stream is known for float and double, not for {typeof(T)}.");

    private int NextBelow(int bound, int count)
    {
        // The remainder favours small numbers; PyTorch takes 64 bits once that would show.
        const int LargestFor32Bits = (int)(uint.MaxValue / 20);

        return count < LargestFor32Bits
            ? (int)(_twister.NextUInt32() % (uint)bound)
            : (int)(_twister.NextUInt64() % (ulong)bound);
    }

    private float UniformSingle() => (_twister.NextUInt32() & ((1u << 24) - 1)) * (1.0f / (1u << 24));

    private double UniformDouble() => (_twister.NextUInt64() & ((1ul << 53) - 1)) * (1.0 / (1ul << 53));
}
