using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>What generated code checks about the memory that receives derivatives, before it writes anything.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Destinations
{
    /// <summary>Cuts a destination to the length of the array whose derivative it receives.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">The destination.</param>
    /// <param name="length">The length of the array.</param>
    /// <param name="name">The name of the destination.</param>
    /// <param name="arrayName">The name of the array.</param>
    /// <returns>The first <paramref name="length"/> elements of <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the array.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Take<T>(Span<T> destination, int length, string name, string arrayName)
    {
        if (destination.Length < length)
        {
            ThrowTooShort(destination.Length, length, name, arrayName);
        }

        return destination[..length];
    }

    /// <summary>Makes sure that writing a destination does not change what is still to be read.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="name">The name of the destination.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="first">An argument of the method, or another destination; so are the others.</param>
    /// <param name="second">Another one.</param>
    /// <param name="third">Another one.</param>
    /// <param name="fourth">Another one.</param>
    /// <param name="fifth">Another one.</param>
    /// <param name="sixth">Another one.</param>
    /// <exception cref="ArgumentException">The destination shares memory with one of them.</exception>
    public static void CheckDisjoint<T>(
        string name,
        ReadOnlySpan<T> destination,
        ReadOnlySpan<T> first,
        ReadOnlySpan<T> second = default,
        ReadOnlySpan<T> third = default,
        ReadOnlySpan<T> fourth = default,
        ReadOnlySpan<T> fifth = default,
        ReadOnlySpan<T> sixth = default)
    {
        if (destination.Overlaps(first) || destination.Overlaps(second) || destination.Overlaps(third)
            || destination.Overlaps(fourth) || destination.Overlaps(fifth) || destination.Overlaps(sixth))
        {
            throw new ArgumentException($"'{name}' overlaps an array argument or another destination.", name);
        }
    }

    /// <summary>Makes sure that a destination has the shape of the matrix whose derivative it receives.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">The destination.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="name">The name of the destination.</param>
    /// <param name="matrixName">The name of the matrix.</param>
    /// <exception cref="ArgumentException">The destination has other dimensions.</exception>
    public static void CheckShape<T>(T[,] destination, T[,] matrix, string name, string matrixName)
    {
        ArgumentNullException.ThrowIfNull(matrix, matrixName);
        ArgumentNullException.ThrowIfNull(destination, name);

        if (destination.GetLength(0) != matrix.GetLength(0) || destination.GetLength(1) != matrix.GetLength(1))
        {
            throw new ArgumentException(
                $"'{name}' is {destination.GetLength(0)} by {destination.GetLength(1)}, "
                + $"'{matrixName}' {matrix.GetLength(0)} by {matrix.GetLength(1)}.",
                name);
        }
    }

    /// <summary>An array of arrays of the same lengths.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="rows">The array of arrays.</param>
    /// <returns>New arrays of the same lengths, with zeros.</returns>
    public static T[][] NewLike<T>(T[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        T[][] made = new T[rows.Length][];

        for (int i = 0; i < rows.Length; i++)
        {
            made[i] = new T[rows[i].Length];
        }

        return made;
    }

    /// <summary>Makes sure that a destination has the shape of the array of arrays whose derivative it receives.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">The destination.</param>
    /// <param name="rows">The array of arrays.</param>
    /// <param name="name">The name of the destination.</param>
    /// <param name="rowsName">The name of the array of arrays.</param>
    /// <exception cref="ArgumentException">The destination has another number of rows, or a row of another length.</exception>
    public static void CheckShape<T>(T[][] destination, T[][] rows, string name, string rowsName)
    {
        ArgumentNullException.ThrowIfNull(rows, rowsName);
        ArgumentNullException.ThrowIfNull(destination, name);

        if (destination.Length != rows.Length)
        {
            throw new ArgumentException(
                $"'{name}' has {destination.Length} rows, '{rowsName}' {rows.Length}.", name);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(rows[i], rowsName);

            if (destination[i] is null || destination[i].Length != rows[i].Length)
            {
                throw new ArgumentException(
                    $"Row {i} of '{name}' has {destination[i]?.Length ?? 0} elements, that of '{rowsName}' {rows[i].Length}.",
                    name);
            }
        }
    }

    /// <summary>Makes sure that writing the rows of a destination changes neither one another nor what is still to be read.</summary>
    /// <param name="name">The name of the destination.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="first">An argument of the method, or another destination: an array, or an array of arrays; so are the others.</param>
    /// <param name="second">Another one.</param>
    /// <param name="third">Another one.</param>
    /// <param name="fourth">Another one.</param>
    /// <param name="fifth">Another one.</param>
    /// <param name="sixth">Another one.</param>
    /// <exception cref="ArgumentException">A row is one of them, or occurs twice.</exception>
    public static void CheckDistinctRows(
        string name,
        Array[] destination,
        object? first,
        object? second = null,
        object? third = null,
        object? fourth = null,
        object? fifth = null,
        object? sixth = null) =>
        CheckDistinctRows(name, destination, (ReadOnlySpan<object?>)[first, second, third, fourth, fifth, sixth]);

    private static void CheckDistinctRows(string name, Array[] destination, ReadOnlySpan<object?> others)
    {
        int count = destination.Length + 1;

        foreach (object? other in others)
        {
            count += other is Array[] rows ? rows.Length + 1 : 1;
        }

        ReferenceSet seen = new(count);
        seen.Add(destination);
        bool isTwice = false;

        // Arguments may share rows with each other; they are only read.
        foreach (object? other in others)
        {
            isTwice |= ReferenceEquals(other, destination);

            if (other is not null)
            {
                seen.Add(other);
            }

            foreach (object? row in other as Array[] ?? [])
            {
                seen.Add(row);
            }
        }

        foreach (Array row in destination)
        {
            isTwice |= !seen.Add(row);
        }

        seen.Dispose();

        if (isTwice)
        {
            throw new ArgumentException($"'{name}' or a row of it is an array argument or another destination, too.", name);
        }
    }

    /// <summary>Makes sure that writing a matrix does not change what is still to be read.</summary>
    /// <param name="name">The name of the destination.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="first">An argument of the method, or another destination; so are the others.</param>
    /// <param name="second">Another one.</param>
    /// <param name="third">Another one.</param>
    /// <param name="fourth">Another one.</param>
    /// <param name="fifth">Another one.</param>
    /// <param name="sixth">Another one.</param>
    /// <exception cref="ArgumentException">The destination is one of them.</exception>
    public static void CheckDistinct(
        string name,
        object destination,
        object? first,
        object? second = null,
        object? third = null,
        object? fourth = null,
        object? fifth = null,
        object? sixth = null)
    {
        if (destination == first || destination == second || destination == third
            || destination == fourth || destination == fifth || destination == sixth)
        {
            throw new ArgumentException($"'{name}' is an array argument or another destination, too.", name);
        }
    }

    [DoesNotReturn]
    private static void ThrowTooShort(int length, int needed, string name, string arrayName) =>
        throw new ArgumentException($"'{name}' has {length} elements, '{arrayName}' has {needed}.", name);
}
