namespace Fluxion.Generator.Backend;

/// <summary>How tightly an expression holds together, from C#'s table of operators.</summary>
internal enum Precedence
{
    Lowest,
    Conditional,
    LogicalOr,
    LogicalAnd,
    Or,
    Xor,
    And,
    Equality,
    Relational,
    Shift,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}

/// <summary>The C# text of an expression.</summary>
internal readonly record struct Text(string Code, Precedence Precedence)
{
    /// <summary>The text, in parentheses unless it holds together at least as tightly as its place asks for.</summary>
    public string At(Precedence place) => Precedence >= place ? Code : "(" + Code + ")";
}
