using System.Numerics;

namespace Fluxion.Generator.Tests.Oracle;

/// <summary>What LINQ does with sequences of numbers, on dual ones.</summary>
public static class DualSequence
{
    /// <summary>Added from first to last; LINQ adds up <c>float</c> in <c>double</c>.</summary>
    public static Dual<double> Sum(this IEnumerable<Dual<double>> numbers) => numbers.Aggregate((Dual<double>)0.0, static (sum, x) => sum + x);

    /// <inheritdoc cref="Sum(IEnumerable{Dual{double}})"/>
    public static Dual<float> Sum(this IEnumerable<Dual<float>> numbers) =>
        (Dual<float>)numbers.Aggregate((Dual<double>)0.0, static (sum, x) => sum + x);

    /// <summary>The largest; its derivative is shared among those that are equal to it.</summary>
    public static Dual<T> Max<T>(this IEnumerable<Dual<T>> numbers)
        where T : IFloatingPointIeee754<T>
    {
        T[] values = [.. numbers.Select(static x => x.V)];
        T top = values.Max()!;
        Dual<T>[] tied = [.. numbers.Where(x => x.V == top)];
        T share = T.One / T.CreateTruncating(tied.Length);
        return Dual<T>.Of(top, [.. tied.Select(x => (x, share))]);
    }
}
