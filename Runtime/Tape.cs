using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Fluxion;

/// <summary>The storage of one derivative call, taken from a pool and given back to it.</summary>
/// <remarks>
/// <para>
/// Used by generated code: what the forward sweep must remember for the reverse sweep, and the arrays the user's method
/// makes for itself, come from here, so that a call whose lengths were asked for before allocates nothing.
/// </para>
/// <para>
/// Tapes are pooled per thread, at most <see cref="MaxFree"/> of them; a nested call rents one of its own. A tape
/// that is never returned, because the method threw, is garbage like any other object. A tape keeps, for each element
/// type, up to
/// <see cref="TapeStore.KeptBytes"/> bytes; above that it keeps only what the call just ended has used.
/// </para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Tape
{
    /// <summary>Tapes kept per thread: the depth of recursion that is free of allocation.</summary>
    internal const int MaxFree = 256;

    [ThreadStatic]
    private static Tape? _free;

    private TapeStore?[] _stores = [];
    private TapeStore? _used;
    private TapeRecords? _records;
    private Tape? _nextFree;
    private int _freeCount;
    private bool _rented;

    private Tape()
    {
    }

    /// <summary>Takes a tape from the current thread's pool.</summary>
    /// <returns>A tape that nobody else uses until it is returned.</returns>
    public static Tape Rent()
    {
        Tape? tape = _free;

        if (tape is null)
        {
            tape = new Tape();
        }
        else
        {
            _free = tape._nextFree;
            tape._nextFree = null;
        }

        tape._rented = true;
        return tape;
    }

    /// <summary>Gives the tape, and everything it handed out, back to the current thread's pool.</summary>
    /// <exception cref="InvalidOperationException">The tape is not rented.</exception>
    public void Return()
    {
        if (!_rented)
        {
            ThrowNotRented();
        }

        while (_used is { } store)
        {
            _used = store.NextUsed;
            store.Reset();
        }

        _records?.Reset();
        _rented = false;
        Tape? next = _free;
        int count = next is null ? 1 : next._freeCount + 1;

        if (count <= MaxFree)
        {
            _freeCount = count;
            _nextFree = next;
            _free = this;
        }
    }

    /// <summary>Stands for the user's <c>new T[length]</c>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="length">The number of elements.</param>
    /// <returns>An array of exactly <paramref name="length"/> elements, all zero.</returns>
    /// <exception cref="OverflowException"><paramref name="length"/> is negative.</exception>
    public T[] Array<T>(int length)
    {
        T[] array = Store<T>().Exact(length);
        System.Array.Clear(array);
        return array;
    }

    /// <summary>Stands for the user's <c>new T[rows, columns]</c>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>A matrix of exactly this size, all zero.</returns>
    /// <exception cref="OverflowException">A number is negative.</exception>
    public T[,] Matrix<T>(int rows, int columns)
    {
        T[,] matrix = Store<T>().Matrix(rows, columns);
        System.Array.Clear(matrix);
        return matrix;
    }

    /// <summary>Copies a matrix, to remember its content or to let the method write to its own copy.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="source">What is copied.</param>
    /// <returns>A matrix of the same size and with the same indices.</returns>
    public T[,] Copy<T>(T[,] source)
    {
        if (source.GetLowerBound(0) != 0 || source.GetLowerBound(1) != 0)
        {
            return (T[,])source.Clone();
        }

        T[,] matrix = Store<T>().Matrix(source.GetLength(0), source.GetLength(1));
        System.Array.Copy(source, matrix, source.Length);
        return matrix;
    }

    /// <summary>Copies a span, to remember its content or to let the method write to its own copy.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="source">What is copied.</param>
    /// <returns>An array of exactly as many elements as <paramref name="source"/>.</returns>
    public T[] Copy<T>(ReadOnlySpan<T> source)
    {
        T[] array = Store<T>().Exact(source.Length);
        source.CopyTo(array);
        return array;
    }

    /// <summary>Gives room for values recorded one per iteration, the trip count being known.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="length">The least number of elements; below zero for a loop that does not run.</param>
    /// <returns>An array of at least <paramref name="length"/> elements, whose content is arbitrary.</returns>
    public T[] Raw<T>(int length) => Store<T>().Raw(length);

    /// <summary>Gives a loop an array that it uses again in each trip.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="length">The number of elements; below zero for none.</param>
    /// <returns>An array of exactly <paramref name="length"/> elements, whose content is arbitrary.</returns>
    public T[] Scratch<T>(int length) => Store<T>().Exact(Math.Max(length, 0));

    /// <summary>Gives room for values whose number is not known beforehand.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <returns>An empty stack.</returns>
    public TapeStack<T> Stack<T>() => Store<T>().Stack();

    /// <summary>Gives room for what methods record that call themselves.</summary>
    /// <returns>Records, empty; one of them in each call.</returns>
    public TapeRecords Records() => _records ??= new TapeRecords();

    private static void ThrowNotRented() => throw new InvalidOperationException("The tape was returned before.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TapeStore<T> Store<T>()
    {
        TapeStore?[] stores = _stores;
        int index = TapeStore<T>.Index;

        if ((uint)index < (uint)stores.Length && stores[index] is { InUse: true } store)
        {
            return Unsafe.As<TapeStore<T>>(store);
        }

        return UseStore<T>();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TapeStore<T> UseStore<T>()
    {
        int index = TapeStore<T>.Index;

        if (index >= _stores.Length)
        {
            System.Array.Resize(ref _stores, index + 4);
        }

        TapeStore store = _stores[index] ??= new TapeStore<T>();
        store.InUse = true;
        store.NextUsed = _used;
        _used = store;
        return Unsafe.As<TapeStore<T>>(store);
    }
}
