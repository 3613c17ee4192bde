namespace Fluxion.Generator.Ir;

/// <summary>What an operation reads: a value computed before, or a literal. Operands never nest.</summary>
internal abstract record Operand
{
    public abstract IrType Type { get; }
}

/// <summary>
/// A value, assigned exactly once. <paramref name="Id"/> tells values of one function apart; <paramref name="Name"/>
/// is what people would call it (the user's variable, <c>xBar</c>), empty for an intermediate, and need not be unique.
/// </summary>
internal sealed record Value(int Id, IrType ValueType, string Name) : Operand
{
    public override IrType Type => ValueType;

    public bool Equals(Value? other) =>
        other is not null && Id == other.Id && Name == other.Name && ValueType == other.ValueType;

    public override int GetHashCode() => Id;

    public override string ToString() => $"{Name}%{Id}";
}

/// <summary>Text of a constant that is not a number: a string, an enum member, <c>null</c>.</summary>
internal sealed record Literal(string Text, IrType LiteralType) : Operand
{
    public override IrType Type => LiteralType;
}
