using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Multiples of values, added up, and a constant: what stands in an exponent.</summary>
/// <param name="Parts">The values and their factors, none of which is zero.</param>
/// <param name="Constant">What is added.</param>
internal sealed record LinearForm(EquatableArray<LinearForm.Part> Parts, double Constant)
{
    // Exponents are short; what is longer is one value.
    private const int Deepest = 4;

    public static readonly LinearForm Zero = new([], 0);

    public bool IsZero => Parts.Count == 0 && Constant == 0;

    /// <summary>How much there is of it, for a comparison.</summary>
    public double Size => Parts.Sum(static p => Math.Abs(p.Factor)) + Math.Abs(Constant);

    /// <summary>Reads sums, differences and multiples by constants apart.</summary>
    public static LinearForm Of(Operand operand, Func<Operand, Expr?> definition) => Of(operand, definition, Deepest);

    public LinearForm Plus(LinearForm other, double times)
    {
        List<Part> parts = [.. Parts];

        foreach (Part part in other.Parts)
        {
            int index = parts.FindIndex(p => p.Value == part.Value);

            if (index < 0)
            {
                parts.Add(part with { Factor = times * part.Factor });
            }
            else
            {
                parts[index] = part with { Factor = parts[index].Factor + (times * part.Factor) };
            }
        }

        return new LinearForm(parts.Where(static p => p.Factor != 0).ToEquatable(), Constant + (times * other.Constant));
    }

    /// <summary>Whether both are the same, in whatever order.</summary>
    public bool Is(LinearForm other) => Plus(other, -1).IsZero;

    private static LinearForm Of(Operand operand, Func<Operand, Expr?> definition, int depth)
    {
        if (operand is Ir.Constant constant)
        {
            return new LinearForm([], constant.Number);
        }

        LinearForm whole = new([new Part(operand, 1)], 0);

        if (depth == 0 || definition(operand) is not Expr.Apply { Arguments: var x } apply)
        {
            return whole;
        }

        LinearForm Read(int position) => Of(x[position], definition, depth - 1);

        return apply.Primitive == PrimitiveTable.Add ? Read(0).Plus(Read(1), 1)
            : apply.Primitive == PrimitiveTable.Subtract ? Read(0).Plus(Read(1), -1)
            : apply.Primitive == PrimitiveTable.Negate ? Zero.Plus(Read(0), -1)
            : apply.Primitive == PrimitiveTable.Multiply && x[0] is Ir.Constant left ? Zero.Plus(Read(1), left.Number)
            : apply.Primitive == PrimitiveTable.Multiply && x[1] is Ir.Constant right ? Zero.Plus(Read(0), right.Number)
            : apply.Primitive == PrimitiveTable.Divide && x[1] is Ir.Constant { IsZero: false } divisor ? Zero.Plus(Read(0), 1 / divisor.Number)
            : whole;
    }

    /// <summary>A multiple of a value.</summary>
    internal sealed record Part(Operand Value, double Factor);
}
