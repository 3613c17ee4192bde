using System.Runtime.CompilerServices;

namespace Fluxion.Plotting;

/// <summary>
/// Numbers to be drawn, copied when made. Arrays, spans and lists of <see cref="float"/> and <see cref="double"/>
/// convert to it, and a collection expression makes one: <c>plot.Scatter([1, 2, 3], [.. sequence])</c>.
/// </summary>
[CollectionBuilder(typeof(Values), nameof(Create))]
public readonly struct Values
{
    private readonly double[]? _numbers;

    private Values(double[] numbers)
    {
        _numbers = numbers;
    }

    /// <summary>How many there are.</summary>
    public int Count => Numbers.Length;

    /// <summary>The numbers.</summary>
    internal double[] Numbers => _numbers ?? [];

    /// <summary>Copies a span.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <returns>The copy.</returns>
    public static Values Create(ReadOnlySpan<double> numbers) => new(numbers.ToArray());

    /// <summary>Copies a sequence, such as an <see cref="IReadOnlyList{T}"/>.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <returns>The copy.</returns>
    public static Values From(IEnumerable<double> numbers) => new([.. numbers]);

    /// <inheritdoc cref="From(IEnumerable{double})"/>
    public static Values From(IEnumerable<float> numbers) => new([.. numbers]);

    /// <summary>Enumerates the numbers.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<double> GetEnumerator() => Numbers.AsEnumerable().GetEnumerator();

    /// <summary>Copies an array; <see langword="null"/> is an empty one.</summary>
    /// <param name="numbers">The numbers.</param>
    public static implicit operator Values(double[]? numbers) => Create(numbers);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator Values(float[]? numbers) => Widen(numbers);

    /// <summary>Copies a list.</summary>
    /// <param name="numbers">The numbers.</param>
    public static implicit operator Values(List<double> numbers) => From(numbers);

    /// <inheritdoc cref="op_Implicit(List{double})"/>
    public static implicit operator Values(List<float> numbers) => From(numbers);

    /// <summary>Copies a span.</summary>
    /// <param name="numbers">The numbers.</param>
    public static implicit operator Values(ReadOnlySpan<double> numbers) => Create(numbers);

    /// <inheritdoc cref="op_Implicit(ReadOnlySpan{double})"/>
    public static implicit operator Values(ReadOnlySpan<float> numbers) => Widen(numbers);

    /// <inheritdoc cref="op_Implicit(ReadOnlySpan{double})"/>
    public static implicit operator Values(Span<double> numbers) => Create(numbers);

    /// <inheritdoc cref="op_Implicit(ReadOnlySpan{double})"/>
    public static implicit operator Values(Span<float> numbers) => Widen(numbers);

    private static Values Widen(ReadOnlySpan<float> numbers)
    {
        double[] wide = new double[numbers.Length];

        for (int i = 0; i < numbers.Length; i++)
        {
            wide[i] = numbers[i];
        }

        return new Values(wide);
    }
}
