using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// A product as <see cref="ExponentialProducts"/> takes it apart: a number, one exponential, powers of sums and quotients of
/// exponentials, and what it does not look into.
/// </summary>
internal sealed class Monomial
{
    public double Coefficient { get; set; } = 1;

    /// <summary>The exponential function of the exponent; <c>null</c> as long as there is none.</summary>
    public Primitive? Base { get; set; }

    public LinearForm Exponent { get; set; } = LinearForm.Zero;

    /// <summary>Values with an inside that matters, and how often each is a factor or, below zero, a divisor.</summary>
    public List<(Operand Value, int Power)> Powers { get; } = [];

    /// <summary>Factors, in the order of the product.</summary>
    public List<Operand> Factors { get; } = [];

    public List<Operand> Divisors { get; } = [];

    /// <summary>Whether something in it has cancelled.</summary>
    public bool HasCancelled { get; private set; }

    /// <summary>Whether there is nothing in it to look into.</summary>
    public bool IsOpaque => Exponent.IsZero && Powers.Count == 0 && !HasCancelled;

    public static Monomial Of(double coefficient) => new() { Coefficient = coefficient };

    public static Monomial Power(Operand value, int power)
    {
        Monomial result = new();
        result.Raise(value, power);
        return result;
    }

    /// <summary>The product of both; <c>null</c> for exponentials of different bases.</summary>
    public static Monomial? Product(Monomial left, Monomial right, int power = 1)
    {
        if (left.Base is not null && right.Base is not null && left.Base != right.Base)
        {
            return null;
        }

        LinearForm exponent = left.Exponent.Plus(right.Exponent, power);
        Monomial result = new()
        {
            Coefficient = left.Coefficient * (power > 0 ? right.Coefficient : 1 / right.Coefficient),
            Base = left.Base ?? right.Base,
            Exponent = exponent,
            HasCancelled = left.HasCancelled || right.HasCancelled || exponent.Size < left.Exponent.Size + right.Exponent.Size,
        };
        left.Powers.ForEach(p => result.Raise(p.Value, p.Power));
        right.Powers.ForEach(p => result.Raise(p.Value, power * p.Power));
        result.Factors.AddRange([.. left.Factors, .. power > 0 ? right.Factors : right.Divisors]);
        result.Divisors.AddRange([.. left.Divisors, .. power > 0 ? right.Divisors : right.Factors]);
        return result;
    }

    /// <summary>Multiplies by a power of a value.</summary>
    public void Raise(Operand value, int power)
    {
        int index = Powers.FindIndex(p => p.Value == value);

        if (index < 0)
        {
            Powers.Add((value, power));
            return;
        }

        int sum = Powers[index].Power + power;
        HasCancelled |= Math.Abs(sum) < Math.Abs(Powers[index].Power) + Math.Abs(power);

        if (sum == 0)
        {
            Powers.RemoveAt(index);
        }
        else
        {
            Powers[index] = (value, sum);
        }
    }
}
