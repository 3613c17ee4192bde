using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>How long an expression would print, and how many operations it nests.</summary>
internal readonly record struct ExpressionSize(int Length, int Operators)
{
    public static ExpressionSize operator +(ExpressionSize left, ExpressionSize right) =>
        new(left.Length + right.Length, left.Operators + right.Operators);

    public bool Fits(ExpressionSize limit) => Length <= limit.Length && Operators <= limit.Operators;
}

/// <summary>What of a block's statements will be printed on lines of their own.</summary>
internal sealed class BlockSummary
{
    public int Lines { get; set; }
}

/// <summary>A value that is read once and may be printed there, if nothing comes in between.</summary>
internal sealed class PendingValue(Value value, Statement definition, ExpressionSize size)
{
    public Value Value { get; } = value;

    public Statement Definition { get; } = definition;

    public ExpressionSize Size { get; } = size;

    /// <summary>The block that computes it.</summary>
    public required BlockSummary Block { get; init; }

    /// <summary>The innermost loop around it.</summary>
    public required int Loop { get; init; }

    /// <summary>How often memory had changed, or the method could have been left, when it was computed.</summary>
    public required int Epoch { get; init; }

    /// <summary>How many sections had begun.</summary>
    public required int Section { get; init; }

    /// <summary>Whether it reads memory or may throw, and so may neither move over an effect nor into an arm.</summary>
    public required bool IsPinned { get; init; }

    /// <summary>Whether it carries the user's name and stays visible under it.</summary>
    public required bool IsNamed { get; init; }
}
