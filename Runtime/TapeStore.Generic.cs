using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion;

/// <summary>The arrays and stacks of one element type, found again by their length.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal sealed class TapeStore<T> : TapeStore
{
    /// <summary>A small number that stands for the type: where a tape has its store.</summary>
    internal static readonly int Index = NextIndex();

    private const int SmallestRaw = 16;

    private const int LargestRawRank = 30;

    private static readonly TapeBucket<T> None = new(0);

    private readonly Dictionary<int, TapeBucket<T>> _exact = [];
    private readonly TapeBucket<T>?[] _raw = new TapeBucket<T>?[LargestRawRank + 1];
    private readonly List<TapeStack<T>> _stacks = [];
    private readonly List<T[,]> _matrices = [];
    private TapeBucket<T> _latest = None;
    private TapeBucket<T>? _used;
    private int _stacksUsed;
    private int _matricesUsed;
    private long _bytes;

    /// <summary>The bytes kept at present.</summary>
    internal long Bytes => _bytes;

    internal T[] Exact(int length)
    {
        if (length <= 0)
        {
            return length == 0 ? [] : throw NegativeLength();
        }

        TapeBucket<T> bucket = _latest;

        if (bucket.Length != length)
        {
            if (!_exact.TryGetValue(length, out TapeBucket<T>? found))
            {
                found = new TapeBucket<T>(length);
                _exact.Add(length, found);
            }

            bucket = found;
            _latest = found;
        }

        return Take(bucket);
    }

    internal T[] Raw(int length)
    {
        int rank = BitOperations.Log2((uint)Math.Max(length, SmallestRaw) - 1) + 1;
        return rank <= LargestRawRank ? Take(_raw[rank] ??= new TapeBucket<T>(1 << rank)) : Exact(length);
    }

    /// <summary>The first ones are in use; a free one of the same size is found again.</summary>
    internal T[,] Matrix(int rows, int columns)
    {
        int place = _matricesUsed++;

        for (int i = place; i < _matrices.Count; i++)
        {
            T[,] free = _matrices[i];

            if (free.GetLength(0) == rows && free.GetLength(1) == columns)
            {
                (_matrices[i], _matrices[place]) = (_matrices[place], free);
                return free;
            }
        }

        T[,] matrix = new T[rows, columns];
        _matrices.Insert(place, matrix);
        _bytes += matrix.LongLength * Unsafe.SizeOf<T>();
        return matrix;
    }

    internal TapeStack<T> Stack()
    {
        if (_stacksUsed == _stacks.Count)
        {
            _stacks.Add(new TapeStack<T>());
        }

        return _stacks[_stacksUsed++];
    }

    internal override void Reset()
    {
        if (_stacksUsed > 0)
        {
            ResetStacks();
        }

        if (_bytes > KeptBytes)
        {
            DropUnused();
        }

        while (_used is { } bucket)
        {
            _used = bucket.NextUsed;
            bucket.Reset();
        }

        _stacksUsed = 0;
        _matricesUsed = 0;
        InUse = false;
        NextUsed = null;
    }

    private static OverflowException NegativeLength() => new("The length of an array is negative.");

    private T[] Take(TapeBucket<T> bucket)
    {
        if (!bucket.InUse)
        {
            bucket.NextUsed = _used;
            _used = bucket;
        }

        T[]? array = bucket.TryTake();

        if (array is null)
        {
            array = bucket.Add();
            _bytes += bucket.BytesPerArray;
        }

        return array;
    }

    private void ResetStacks()
    {
        for (int i = 0; i < _stacksUsed; i++)
        {
            TapeStack<T> stack = _stacks[i];
            stack.Reset();
            _bytes += (long)(stack.Capacity - stack.CountedCapacity) * Unsafe.SizeOf<T>();
            stack.CountedCapacity = stack.Capacity;
        }
    }

    private void DropUnused()
    {
        foreach (TapeBucket<T> bucket in _exact.Values)
        {
            _bytes -= bucket.DropUnused();

            if (!bucket.InUse)
            {
                _exact.Remove(bucket.Length);
            }
        }

        foreach (TapeBucket<T>? bucket in _raw)
        {
            _bytes -= bucket?.DropUnused() ?? 0;
        }

        for (int i = _stacksUsed; i < _stacks.Count; i++)
        {
            _bytes -= (long)_stacks[i].CountedCapacity * Unsafe.SizeOf<T>();
        }

        for (int i = _matricesUsed; i < _matrices.Count; i++)
        {
            _bytes -= _matrices[i].LongLength * Unsafe.SizeOf<T>();
        }

        _stacks.RemoveRange(_stacksUsed, _stacks.Count - _stacksUsed);
        _matrices.RemoveRange(_matricesUsed, _matrices.Count - _matricesUsed);
        _latest = None;
    }
}
