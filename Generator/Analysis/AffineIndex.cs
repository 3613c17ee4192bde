using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>How an index moves with a loop: not at all, or one element at a time from an offset.</summary>
/// <param name="IsUnitStride">Whether it moves with the loop.</param>
/// <param name="Offset">What is added to the loop's index; zero elements for none.</param>
internal sealed record AffineIndex(bool IsUnitStride, IReadOnlyList<(Operand Term, bool IsNegative)> Offset)
{
    private static readonly AffineIndex LoopIndex = new(true, []);

    /// <summary>Reads an index as <c>i + offset</c>; <c>null</c> if it is anything else that changes in the loop.</summary>
    /// <param name="operand">The index.</param>
    /// <param name="loop">The loop's own index.</param>
    /// <param name="definition">The definitions inside the loop; <c>null</c> for what is defined outside.</param>
    public static AffineIndex? Of(Operand operand, Value loop, Func<Operand, Expr?> definition)
    {
        if (operand == loop)
        {
            return LoopIndex;
        }

        if (definition(operand) is not { } expression)
        {
            return new AffineIndex(false, [(operand, false)]);
        }

        if (expression is not Expr.Apply { Arguments: { Count: 2 } arguments } apply
            || (apply.Primitive != PrimitiveTable.Add && apply.Primitive != PrimitiveTable.Subtract))
        {
            return null;
        }

        bool isDifference = apply.Primitive == PrimitiveTable.Subtract;
        AffineIndex? left = Of(arguments[0], loop, definition);
        AffineIndex? right = Of(arguments[1], loop, definition);

        if (left is null || right is null || (right.IsUnitStride && (left.IsUnitStride || isDifference)))
        {
            return null;
        }

        IEnumerable<(Operand Term, bool IsNegative)> added = right.Offset.Select(t => (t.Term, t.IsNegative ^ isDifference));
        return new AffineIndex(left.IsUnitStride || right.IsUnitStride, [.. left.Offset, .. added]);
    }

    public bool Equals(AffineIndex? other) =>
        other is not null && IsUnitStride == other.IsUnitStride && Offset.SequenceEqual(other.Offset);

    public override int GetHashCode() => Offset.Count;
}
