using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>A step of a block. Values are assigned once; what changes is memory.</summary>
internal abstract record Statement
{
    /// <summary>Computes a value.</summary>
    internal sealed record Let(Value Target, Expr Expression) : Statement;

    /// <summary><c>array[indices] = value</c></summary>
    internal sealed record Store(Operand Array, EquatableArray<Operand> Indices, Operand Value) : Statement;

    /// <summary><c>array[indices] += value</c>; accumulations commute with each other.</summary>
    internal sealed record Accumulate(Operand Array, EquatableArray<Operand> Indices, Operand Value, bool Exact) : Statement;

    /// <summary>
    /// <c>array[index + lane * stride] += value[lane]</c> for each lane of a vector, one after the other.
    /// </summary>
    internal sealed record Scatter(Operand Array, Operand Index, Operand Stride, Operand Value) : Statement;

    /// <summary>Sets every element.</summary>
    internal sealed record Fill(Operand Array, Operand Value) : Statement;

    /// <summary>Records a value on a stack.</summary>
    internal sealed record Push(Operand Stack, Operand Value) : Statement;

    /// <summary>
    /// Calls a method that is not inlined, because it calls itself. It may write to the arrays it is given. With
    /// <paramref name="Records"/> it leaves there what its reverse sweep needs.
    /// </summary>
    internal sealed record Call(
        Routine Routine, EquatableArray<Operand> Arguments, EquatableArray<Value> Results, Operand? Records = null) : Statement;

    /// <summary>
    /// Runs the last <see cref="Call"/> that recorded backwards, and takes what it has recorded. Given are the adjoints of
    /// its floating results; <paramref name="Results"/> receive those of its floating scalar arguments, and
    /// <paramref name="Shadows"/> change as those of its floating arrays do, each in their order.
    /// </summary>
    internal sealed record Pull(
        Routine Routine, EquatableArray<Operand> Adjoints, EquatableArray<Operand> Shadows,
        EquatableArray<Value> Results, Operand Records) : Statement;

    /// <summary>
    /// Runs one arm. Each arm yields one operand per result: <c>r = c ? then : else</c>, with any statements before.
    /// </summary>
    internal sealed record If(
        int Label, Operand Condition, Block Then, Block Else, EquatableArray<Value> Results) : Statement;

    /// <summary>
    /// A counted loop: <paramref name="Index"/> runs from <paramref name="Start"/> while it compares with
    /// <paramref name="Bound"/>, by the constant <paramref name="Step"/>. Start and bound are evaluated once, before.
    /// </summary>
    internal sealed record For(
        int Label, Value Index, Operand Start, LoopTest Test, Operand Bound, int Step,
        EquatableArray<Carried> Carried, Block Body) : Statement;

    /// <summary>
    /// A loop tested before each iteration. <paramref name="Condition"/> yields one truth value, computed from the
    /// carried parameters without side effect.
    /// </summary>
    internal sealed record While(int Label, EquatableArray<Carried> Carried, Block Condition, Block Body) : Statement;

    /// <summary>Leaves the function with an exception: C# text of the exception object.</summary>
    internal sealed record Throw(string Exception, EquatableArray<Operand> Operands) : Statement;

    /// <summary>A comment for the reader of the generated code.</summary>
    internal sealed record Remark(RemarkKind Kind, string Text) : Statement;
}

/// <summary>How a counted loop's index compares with its bound.</summary>
internal enum LoopTest
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>What a remark is about.</summary>
internal enum RemarkKind
{
    /// <summary>The start of a part of the function: "Forward sweep".</summary>
    Section,

    /// <summary>What the next lines are for.</summary>
    Note,

    /// <summary>The user's statement from which the following ones come, quoted on one line.</summary>
    Statement,
}

/// <summary>
/// A variable of a loop: <paramref name="Parameter"/> is its value in an iteration, first <paramref name="Initial"/>,
/// then what the body yields at the same position; <paramref name="Result"/> is its value after the loop.
/// </summary>
internal sealed record Carried(Value Parameter, Operand Initial, Value Result);

/// <summary>Statements and the operands they hand to the enclosing statement (or, for a body, return).</summary>
internal sealed record Block(EquatableArray<Statement> Statements, EquatableArray<Operand> Yields)
{
    public static readonly Block Empty = new([], []);
}
