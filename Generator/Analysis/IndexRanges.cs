using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// What the heads of counted loops and the making of arrays say about indices: between which bounds, and below which
/// lengths, an index stays. Bounds are a quantity that is not known plus a constant, so that <c>i + 1</c> is below
/// <c>n</c> in a loop to <c>n - 1</c>: the difference constraints of Bodík, Gupta and Sarkar, <i>ABCD: eliminating array
/// bounds checks on demand</i>, PLDI 2000, without their search.
/// </summary>
internal sealed class IndexRanges
{
    // Chains of loops whose bounds are the indices of others.
    private const int Deepest = 8;

    private readonly Dictionary<int, Statement.For> _loops = [];
    private readonly Dictionary<int, Expr> _definitions = [];

    public IndexRanges(Function function)
    {
        foreach (Statement statement in Blocks.All(function.Body))
        {
            switch (statement)
            {
                case Statement.Let let:
                    _definitions[let.Target.Id] = let.Expression;
                    break;
                case Statement.For { Step: 1 or -1 } loop:
                    _loops[loop.Index.Id] = loop;
                    break;
            }
        }
    }

    /// <summary>An integer as what is not known of it and a constant.</summary>
    public Bound BoundOf(Operand operand)
    {
        Bound bound = new(operand, 0);

        for (int depth = 0; depth < Deepest && bound.Base is Operand current; depth++)
        {
            if (current is Constant constant)
            {
                return new Bound(null, constant.Bits + bound.Offset);
            }

            if (DefinitionOf(current) is Expr.Length length)
            {
                return LengthOf(length.Array, length.Dimension).Plus(bound.Offset);
            }

            if (DefinitionOf(current) is not Expr.Apply { Arguments: [var left, Constant { Kind: ScalarKind.Int32 } right] } sum
                || (sum.Primitive != PrimitiveTable.Add && sum.Primitive != PrimitiveTable.Subtract))
            {
                break;
            }

            bound = new Bound(left, bound.Offset + (sum.Primitive == PrimitiveTable.Add ? right.Bits : -right.Bits));
        }

        return bound;
    }

    /// <summary>The length of an array: what it was made with, where that is seen.</summary>
    public Bound LengthOf(Operand array, int dimension)
    {
        while (DefinitionOf(array) is Expr.CopyOf copy)
        {
            array = copy.Array;
        }

        return DefinitionOf(array) is Expr.NewArray made
            ? BoundOf(made.Lengths[dimension])
            : new Bound((array, dimension), 0);
    }

    /// <summary>The length that an array was made with, where that is a value.</summary>
    public Operand? MadeWith(Operand array, int dimension) =>
        DefinitionOf(array) is Expr.NewArray made ? made.Lengths[dimension] : null;

    /// <summary>What a condition tests for being negative.</summary>
    public Operand? TestedSign(Value condition) =>
        DefinitionOf(condition) is Expr.Apply { Arguments: [var tested, Constant { IsZero: true }] } test && test.Primitive == PrimitiveTable.Less
            ? tested
            : null;

    /// <summary>Whether an index is certainly not negative.</summary>
    public bool IsNotNegative(Operand index) => Lowest(BoundOf(index), Deepest) >= 0;

    /// <summary>Whether an index is certainly below a length.</summary>
    public bool IsBelow(Operand index, Bound length) => IsBelow(BoundOf(index), length, Deepest);

    private bool IsBelow(Bound index, Bound length, int depth)
    {
        if (Equals(index.Base, length.Base))
        {
            return index.Offset < length.Offset;
        }

        if (depth == 0 || index.Base is not Value value)
        {
            return false;
        }

        if (DefinitionOf(value) is Expr.Apply { Primitive: var primitive } least && primitive == PrimitiveTable.Min)
        {
            return least.Arguments.Any(a => IsBelow(BoundOf(a).Plus(index.Offset), length, depth - 1));
        }

        // The largest index: the first one of a loop that counts down, and one less than the bound of another.
        return _loops.TryGetValue(value.Id, out Statement.For? loop)
            && IsBelow(BoundOf(loop.Step < 0 ? loop.Start : loop.Bound).Plus(index.Offset - Excluded(loop, LoopTest.Less)), length, depth - 1);
    }

    /// <summary>The smallest value, where it is known.</summary>
    private long? Lowest(Bound index, int depth)
    {
        if (index.Base is null)
        {
            return index.Offset;
        }

        if (index.Base is not Value value)
        {
            return index.Base is Operand ? null : index.Offset;
        }

        return depth > 0 && _loops.TryGetValue(value.Id, out Statement.For? loop)
            ? Lowest(BoundOf(loop.Step > 0 ? loop.Start : loop.Bound), depth - 1) + index.Offset + Excluded(loop, LoopTest.Greater)
            : null;
    }

    /// <summary>One if the loop ends before the bound, so that its index does not reach it.</summary>
    private static int Excluded(Statement.For loop, LoopTest test) => loop.Test == test ? 1 : 0;

    private Expr? DefinitionOf(Operand operand) =>
        operand is Value value && _definitions.TryGetValue(value.Id, out Expr? expression) ? expression : null;

    /// <summary>A quantity plus a constant.</summary>
    /// <param name="Base">A value, or an array and a dimension for the length there; <c>null</c> for nothing.</param>
    /// <param name="Offset">What is added.</param>
    internal readonly record struct Bound(object? Base, long Offset)
    {
        public Bound Plus(long offset) => this with { Offset = Offset + offset };
    }
}
