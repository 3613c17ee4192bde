using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>
/// The right-hand side of a <see cref="Statement.Let"/>: one operation on operands. Expressions do not nest, so a sum of
/// ten thousand terms is ten thousand statements in a row and no pass recurses over it.
/// </summary>
internal abstract record Expr
{
    /// <summary>
    /// A pure scalar operation from the table. The result's type is the target's. <paramref name="Exact"/> marks the
    /// user's own arithmetic, which keeps its bits; what derivatives add may be reassociated.
    /// </summary>
    internal sealed record Apply(Primitive Primitive, EquatableArray<Operand> Arguments, bool Exact = true) : Expr
    {
        public bool Equals(Apply? other) =>
            other is not null && ReferenceEquals(Primitive, other.Primitive) && Exact == other.Exact
            && Arguments == other.Arguments;

        public override int GetHashCode() => unchecked((Primitive.GetHashCode() * 31) + Arguments.GetHashCode());
    }

    /// <summary>The number of elements along <paramref name="Dimension"/>. Pure: memory never changes its size.</summary>
    internal sealed record Length(Operand Array, int Dimension = 0) : Expr;

    /// <summary>A static readonly field, by its fully qualified C# name. Pure.</summary>
    internal sealed record StaticField(string Name) : Expr;

    /// <summary>Reads one element; ordered with the stores around it.</summary>
    internal sealed record Load(Operand Array, EquatableArray<Operand> Indices) : Expr;

    /// <summary>A row of a matrix, by its number: a view that vectors walk along, empty if there is no such row. Pure.</summary>
    internal sealed record Row(Operand Matrix, Operand Number) : Expr;

    /// <summary>Fresh memory, zeroed; one length for each dimension.</summary>
    internal sealed record NewArray(EquatableArray<Operand> Lengths) : Expr;

    /// <summary>
    /// Memory of as many elements for a loop to use again in each trip, its content arbitrary; a negative length makes none.
    /// </summary>
    internal sealed record NewScratch(Operand Count) : Expr;

    /// <summary>Fresh memory with the content of <paramref name="Array"/>.</summary>
    internal sealed record CopyOf(Operand Array) : Expr;

    /// <summary>Fresh memory of at least this many elements for recorded values: whatever was there before is still there.</summary>
    internal sealed record NewRecord(Operand Count) : Expr;

    /// <summary>A fresh, empty stack for recorded values.</summary>
    internal sealed record NewStack : Expr;

    /// <summary>Takes the value pushed last.</summary>
    internal sealed record Pop(Operand Stack) : Expr;

    /// <summary>Calls a method that gives a scalar and only reads the memory it is given; ordered with the stores around it.</summary>
    internal sealed record Invoke(Callee Callee, EquatableArray<Operand> Arguments) : Expr;

    /// <summary>What vectors have and scalars have not. Pure.</summary>
    internal sealed record Lanes(LaneOperation Operation, EquatableArray<Operand> Arguments) : Expr;

    /// <summary>C# text that is not differentiated; <c>{0}</c>, <c>{1}</c> … stand for the operands. Pure.</summary>
    internal sealed record Verbatim(string Template, EquatableArray<Operand> Operands) : Expr;
}

/// <summary>Operations between vectors and scalars.</summary>
internal enum LaneOperation
{
    /// <summary>The same scalar in every lane.</summary>
    Broadcast,

    /// <summary>An integer and its successors, converted to the lanes' type.</summary>
    Sequence,

    /// <summary>The sum over the lanes, in a fixed order.</summary>
    Sum,

    /// <summary><c>a * b + c</c>, rounded once where the machine can.</summary>
    MultiplyAdd,

    /// <summary>The number of lanes, times the one argument.</summary>
    Count,

    /// <summary>An index, or the next one that is a multiple of the number of lanes.</summary>
    Align,

    /// <summary>Elements of memory that nothing around writes to: from an index (of a row) on, in steps; the column of a matrix.</summary>
    Gather,

    /// <summary>Whether a mask has a lane.</summary>
    Any,
}
