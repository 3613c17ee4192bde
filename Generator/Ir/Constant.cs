namespace Fluxion.Generator.Ir;

/// <summary>
/// A scalar literal. <paramref name="Bits"/> holds the value for integers, characters and truth values, and the bits of
/// the value as a <see cref="double"/> for both floating types, so that −0.0, 0.0 and NaN are told apart by equality.
/// </summary>
internal sealed record Constant(ScalarKind Kind, long Bits) : Operand
{
    public static readonly Constant True = new(ScalarKind.Boolean, 1);
    public static readonly Constant False = new(ScalarKind.Boolean, 0);

    public override IrType Type => new IrType.Scalar(Kind);

    public bool IsFloating => Kind is ScalarKind.Single or ScalarKind.Double;

    /// <summary>The value as a real number, whatever the type.</summary>
    public double Number => IsFloating ? BitConverter.Int64BitsToDouble(Bits)
        : Kind == ScalarKind.UInt64 ? unchecked((ulong)Bits)
        : Bits;

    /// <summary>Whether this is zero of any type; −0.0 counts.</summary>
    public bool IsZero => Number == 0;

    public bool IsOne => Number == 1;

    public static Constant Of(bool value) => value ? True : False;

    public static Constant Int(int value) => new(ScalarKind.Int32, value);

    /// <summary>A floating literal, rounded to <paramref name="type"/>.</summary>
    public static Constant Real(double value, IrType type) =>
        type is IrType.Scalar { Kind: ScalarKind.Single }
            ? new Constant(ScalarKind.Single, BitConverter.DoubleToInt64Bits((float)value))
            : new Constant(ScalarKind.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Zero, false or the null character of a scalar type.</summary>
    public static Constant Zero(IrType type) =>
        type.IsFloating ? Real(0, type) : new Constant(((IrType.Scalar)type).Kind, 0);

    public static Constant One(IrType type) =>
        type.IsFloating ? Real(1, type) : new Constant(((IrType.Scalar)type).Kind, 1);

    public override string ToString() => FormattableString.Invariant($"{Number}:{Kind}");
}
