using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>How often a counted loop runs, and which trip an index belongs to, as statements.</summary>
internal static class TripCounts
{
    /// <summary>Zero or less if the loop does not run.</summary>
    public static Value Emit(IrBuilder builder, Statement.For loop)
    {
        bool isUpward = loop.Step > 0;
        Operand distance = isUpward
            ? Binary(builder, PrimitiveTable.Subtract, loop.Bound, loop.Start)
            : Binary(builder, PrimitiveTable.Subtract, loop.Start, loop.Bound);
        int stride = Math.Abs(loop.Step);
        bool isInclusive = loop.Test is LoopTest.LessOrEqual or LoopTest.GreaterOrEqual;

        // ⌈distance / stride⌉, or ⌊distance / stride⌋ + 1 when the bound itself is reached. An arithmetic shift of a
        // negative distance by division rounds towards zero, which is zero trips either way once it is not positive.
        if (stride == 1)
        {
            return isInclusive ? Binary(builder, PrimitiveTable.Add, distance, Constant.Int(1)) : (Value)distance;
        }

        Value rounded = Binary(builder, PrimitiveTable.Add, distance, Constant.Int(isInclusive ? stride : stride - 1));
        return Binary(builder, PrimitiveTable.Divide, rounded, Constant.Int(stride));
    }

    /// <summary>The number of the trip, from zero, in which the loop's index has this value.</summary>
    public static Operand Trip(IrBuilder builder, Statement.For loop, Operand index)
    {
        if (loop.Step == 1 && loop.Start is Constant { IsZero: true })
        {
            return index;
        }

        Value offset = loop.Step > 0
            ? Binary(builder, PrimitiveTable.Subtract, index, loop.Start)
            : Binary(builder, PrimitiveTable.Subtract, loop.Start, index);
        int stride = Math.Abs(loop.Step);
        return stride == 1 ? offset : Binary(builder, PrimitiveTable.Divide, offset, Constant.Int(stride));
    }

    /// <summary>The index in a trip.</summary>
    public static Operand Index(IrBuilder builder, Statement.For loop, Operand trip)
    {
        Value offset = Binary(builder, PrimitiveTable.Multiply, trip, Constant.Int(loop.Step));
        return Binary(builder, PrimitiveTable.Add, loop.Start, offset);
    }

    private static Value Binary(IrBuilder builder, Primitive primitive, Operand left, Operand right) =>
        builder.Exact(IrType.Int32, primitive, left, right);
}
