using System.ComponentModel;
using System.Numerics;
using System.Numerics.Tensors;

namespace Fluxion.Numerics;

/// <summary>What generated objectives check and convert: parameters packed in one span, and the rows of data sets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedParameters
{
    /// <summary>Checks the arguments of an evaluation of the value.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="parameters">The point.</param>
    /// <param name="count">The number of parameters.</param>
    /// <exception cref="ArgumentException">The point has another number of elements.</exception>
    public static void Check<T>(ReadOnlySpan<T> parameters, int count)
    {
        if (parameters.Length != count)
        {
            throw new ArgumentException(
                $"The point has {parameters.Length} elements, the objective {count} parameters.", nameof(parameters));
        }
    }

    /// <summary>Checks the arguments of an evaluation of value and gradient.</summary>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="parameters">The point.</param>
    /// <param name="gradient">What receives the gradient.</param>
    /// <param name="count">The number of parameters.</param>
    /// <exception cref="ArgumentException">
    /// The point has another number of elements, the gradient fewer, or they share memory.
    /// </exception>
    public static void Check<T>(ReadOnlySpan<T> parameters, ReadOnlySpan<T> gradient, int count)
    {
        Check(parameters, count);

        if (gradient.Length < count)
        {
            throw new ArgumentException(
                $"The gradient has {gradient.Length} elements, the objective {count} parameters.", nameof(gradient));
        }

        if (parameters.Overlaps(gradient))
        {
            throw new ArgumentException("The gradient overlaps the parameters.", nameof(gradient));
        }
    }

    /// <summary>Checks a range of rows.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="rowCount">The number of rows there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not all inside the data set.</exception>
    public static void CheckRows(int start, int count, int rowCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, rowCount - start);
    }

    /// <summary>The number of elements that a row of a data array has.</summary>
    /// <param name="length">The length of the array.</param>
    /// <param name="rowCount">The number of rows of the data set.</param>
    /// <param name="name">The name of the array.</param>
    /// <returns>The width of a row.</returns>
    /// <exception cref="ArgumentException">The array does not consist of that many rows of one width.</exception>
    public static int RowWidth(int length, int rowCount, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);

        if (rowCount == 0 ? length != 0 : length % rowCount != 0)
        {
            throw new ArgumentException(
                $"'{name}' has {length} elements, which is no multiple of the {rowCount} rows of the data set.", name);
        }

        return rowCount == 0 ? 0 : length / rowCount;
    }

    /// <summary>Copies numbers from one type to the other, rounding where it must.</summary>
    /// <typeparam name="TFrom">The type of the numbers to copy.</typeparam>
    /// <typeparam name="TTo">The type they get.</typeparam>
    /// <param name="source">The numbers.</param>
    /// <param name="destination">As many elements.</param>
    /// <returns><paramref name="destination"/>.</returns>
    public static TTo[] Convert<TFrom, TTo>(ReadOnlySpan<TFrom> source, TTo[] destination)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo>
    {
        Convert(source, destination.AsSpan());
        return destination;
    }

    /// <summary>Copies numbers from one type to the other, rounding where it must.</summary>
    /// <typeparam name="TFrom">The type of the numbers to copy.</typeparam>
    /// <typeparam name="TTo">The type they get.</typeparam>
    /// <param name="source">The numbers.</param>
    /// <param name="destination">At least as many elements.</param>
    public static void Convert<TFrom, TTo>(ReadOnlySpan<TFrom> source, Span<TTo> destination)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo> =>
        TensorPrimitives.ConvertTruncating(source, destination);

    /// <summary>Unpacks a matrix, row by row.</summary>
    /// <typeparam name="TFrom">The type of the packed numbers.</typeparam>
    /// <typeparam name="TTo">The type they get.</typeparam>
    /// <param name="source">The packed numbers.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>A new matrix.</returns>
    public static TTo[,] Matrix<TFrom, TTo>(ReadOnlySpan<TFrom> source, int rows, int columns)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo>
    {
        TTo[,] matrix = new TTo[rows, columns];

        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = TTo.CreateTruncating(source[(i * columns) + j]);
            }
        }

        return matrix;
    }

    /// <summary>Packs a matrix, row by row.</summary>
    /// <typeparam name="TFrom">The type of the numbers in the matrix.</typeparam>
    /// <typeparam name="TTo">The type they get.</typeparam>
    /// <param name="matrix">The matrix.</param>
    /// <param name="destination">At least as many elements.</param>
    public static void Pack<TFrom, TTo>(TFrom[,] matrix, Span<TTo> destination)
        where TFrom : INumberBase<TFrom>
        where TTo : INumberBase<TTo>
    {
        int next = 0;

        ArgumentNullException.ThrowIfNull(matrix);

        foreach (TFrom element in matrix)
        {
            destination[next++] = TTo.CreateTruncating(element);
        }
    }
}
