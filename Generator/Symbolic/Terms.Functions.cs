using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>Operations of the table: arithmetic becomes sums and products, the rest stays.</summary>
internal sealed partial class Terms
{
    private const int LargestExponent = 16;

    public Term Apply(Primitive primitive, IrType type, params Term[] x)
    {
        // Integers that wrap around are a ring, too; they have no quotients, and narrow or unsigned ones no signs.
        bool isRing = (type == IrType.Int32 || type is IrType.Scalar { Kind: ScalarKind.Int64 }) && primitive != PrimitiveTable.Divide;
        bool isArithmetic = type.IsFloating || isRing;

        return primitive switch
        {
            _ when isArithmetic && primitive == PrimitiveTable.Add => Add(x[0], x[1]),
            _ when isArithmetic && primitive == PrimitiveTable.Subtract => Subtract(x[0], x[1]),
            _ when isArithmetic && primitive == PrimitiveTable.Multiply => Multiply(x[0], x[1]),
            _ when isArithmetic && primitive == PrimitiveTable.Divide => Divide(x[0], x[1]),
            _ when isArithmetic && primitive == PrimitiveTable.Negate => Scale(-Ratio.One, x[0]),
            _ when primitive == PrimitiveTable.FusedMultiplyAdd || primitive == PrimitiveTable.MultiplyAddEstimate =>
                Add(Multiply(x[0], x[1]), x[2]),
            _ when primitive == PrimitiveTable.Pow && x[1] is Term.Number { Value: { IsWhole: true } n }
                && Math.Abs(n.Numerator) <= LargestExponent => Power(x[0], (int)n.Numerator),
            _ when primitive == PrimitiveTable.Select => Select(x[0], x[1], x[2]),
            _ when primitive == PrimitiveTable.Convert => Convert(x[0], type),
            _ when primitive == PrimitiveTable.And && type == IrType.Boolean => And(x[0], x[1]),
            _ => Folded(primitive, x, type) ?? Function(primitive, type, x),
        };
    }

    /// <summary><c>condition ? whenTrue : whenFalse</c></summary>
    public Term Select(Term condition, Term whenTrue, Term whenFalse)
    {
        if (condition is Term.Number number)
        {
            return number.Value.IsZero ? whenFalse : whenTrue;
        }

        if (condition is Term.Function { Primitive: var not } negation && not == PrimitiveTable.Not)
        {
            return Select(negation.Parts[0], whenFalse, whenTrue);
        }

        return whenTrue == whenFalse ? whenTrue
            : Share(condition, whenTrue, whenFalse) ?? Function(PrimitiveTable.Select, whenTrue.Type, condition, whenTrue, whenFalse);
    }

    public Term And(Term left, Term right) => left is Term.Number first ? (first.Value.IsZero ? left : right)
        : right is Term.Number second ? (second.Value.IsZero ? right : left)
        : left == right ? left
        : Function(PrimitiveTable.And, IrType.Boolean, left, right);

    public Term Not(Term condition) => condition switch
    {
        Term.Number number => Number(number.Value.IsZero ? Ratio.One : Ratio.Zero, IrType.Boolean),
        Term.Function { Primitive: var not } function when not == PrimitiveTable.Not => function.Parts[0],
        _ => Function(PrimitiveTable.Not, IrType.Boolean, condition),
    };

    private Term Convert(Term term, IrType type)
    {
        if (term.Type == type)
        {
            return term;
        }

        bool isExact = term is Term.Number && type.IsFloating && term.Type != IrType.Boolean;
        return isExact ? Number(Rounded(((Term.Number)term).Value, type), type) : Function(PrimitiveTable.Convert, type, term);
    }

    private static Ratio Rounded(Ratio value, IrType type) => type == IrType.Single ? (double)(float)value.Value : value;

    private Term? Folded(Primitive primitive, Term[] arguments, IrType type)
    {
        if (primitive.Fold is not { } fold || type is not IrType.Scalar || !arguments.All(static a => a is Term.Number))
        {
            return null;
        }

        double value = fold([.. arguments.Select(static a => ((Term.Number)a).Value.Value)]);
        return Number(Rounded(value, type), type);
    }

    // v == ∞ ? 1 : u / v  with  v = a + u, u = exp(z)   →   1 / (1 + a·exp(−z)), which overflows nowhere.
    private Term? Share(Term condition, Term whenTrue, Term whenFalse)
    {
        if (whenTrue is not Term.Number { Value.IsOne: true }
            || condition is not Term.Function { Primitive: var equal } test || equal != PrimitiveTable.Equal
            || test.Parts[1] is not Term.Number { Value.Numerator: double.PositiveInfinity }
            || whenFalse is not Term.Product { Parts.Length: 2, Coefficient.IsOne: true } quotient)
        {
            return null;
        }

        Term? exponential = quotient.Parts.FirstOrDefault(static part => part is Term.Function { Primitive.Name: "Exp" });
        Term total = test.Parts[0];

        if (exponential is null || Divide(exponential, total) != quotient)
        {
            return null;
        }

        Term inverse = Apply(PrimitiveTable.Exp, total.Type, Scale(-Ratio.One, exponential.Parts[0]));
        Term rest = Subtract(total, exponential);
        return Power(Add(Number(Ratio.One, total.Type), Multiply(rest, inverse)), -1);
    }

    private Term Function(Primitive primitive, IrType type, params Term[] arguments) => Make(
        new Key("function", primitive, type, Ids(arguments)), () => new Term.Function(primitive, arguments, type));
}
