using Fluxion.Optimization;

namespace Fluxion.Random;

/// <summary>
/// MT19937, the generator of 32-bit numbers behind PyTorch's CPU stream.
/// M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998).
/// </summary>
internal sealed class MersenneTwister : IStateful
{
    private const int Size = 624;
    private const int Middle = 397;
    private const uint Matrix = 0x9908B0DF;
    private const uint UpperBit = 0x80000000;
    private const uint LowerBits = 0x7FFFFFFF;

    private readonly uint[] _state = new uint[Size];
    private int _next;

    internal void Seed(uint seed)
    {
        _state[0] = seed;

        for (int i = 1; i < Size; i++)
        {
            uint previous = _state[i - 1];
            _state[i] = (1812433253 * (previous ^ (previous >> 30))) + (uint)i;
        }

        _next = Size;
    }

    internal uint NextUInt32()
    {
        if (_next == Size)
        {
            Twist();
        }

        uint y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    /// <summary>Two numbers, the first one on top.</summary>
    internal ulong NextUInt64()
    {
        ulong high = NextUInt32();
        return (high << 32) | NextUInt32();
    }

    public void Transfer(StateTransfer state)
    {
        uint[] words = _state;
        state.Numbers("words", ref words);
        state.Value("next", ref _next);

        if (words.Length != Size || _next is < 0 or > Size)
        {
            throw StateTransfer.Refusal($"The generator has {words.Length} words and is at {_next}.");
        }

        words.CopyTo(_state, 0);
    }

    private void Twist()
    {
        uint[] state = _state;

        for (int i = 0; i < Size; i++)
        {
            uint y = (state[i] & UpperBit) | (state[(i + 1) % Size] & LowerBits);
            uint twisted = (y & 1) == 0 ? y >> 1 : (y >> 1) ^ Matrix;
            state[i] = state[(i + Middle) % Size] ^ twisted;
        }

        _next = 0;
    }
}
