using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Operations in the lanes of vectors. What is the same in all lanes stays scalar until it meets a vector; products that
/// are only added are added in one rounding.
/// </summary>
/// <param name="builder">Where the operations go.</param>
/// <param name="lane">The floating type of the lanes.</param>
/// <param name="uses">How often the scalar code names each value.</param>
internal sealed class LaneArithmetic(IrBuilder builder, ScalarKind lane, UseCounts uses)
{
    private readonly Dictionary<int, Operand> _values = [];
    private readonly Dictionary<int, Expr.Apply> _products = [];
    private readonly Dictionary<int, Expr.Apply> _negatives = [];
    private readonly HashSet<int> _multiplied = [];

    /// <summary>Whether the user's own sums may round once less.</summary>
    public required bool FusesExactly { get; init; }

    /// <summary>The vector that holds a scalar in every lane.</summary>
    public required Func<Operand, Operand, Operand> Broadcast { get; init; }

    public IrType.Vector Lanes { get; } = new(lane, lane);

    public IrType.Vector Mask { get; } = new(ScalarKind.Boolean, lane);

    /// <summary>What stands for a value of the scalar code.</summary>
    public void Set(Value scalar, Operand operand) => _values[scalar.Id] = operand;

    /// <summary>The type of a value whose lanes differ.</summary>
    public IrType.Vector TypeOf(Value scalar) => scalar.Type == IrType.Boolean ? Mask : Lanes;

    public Operand Resolve(Operand operand) =>
        operand is Value value && _values.TryGetValue(value.Id, out Operand? known) ? known : operand;

    public bool IsVector(Operand operand) => Resolve(operand).Type is IrType.Vector;

    /// <summary>The operand in every lane.</summary>
    public Operand Vector(Operand operand)
    {
        Operand resolved = Resolve(operand);
        return resolved.Type is IrType.Vector ? resolved : Broadcast(operand, resolved);
    }

    /// <summary>A new vector with the same scalar in every lane.</summary>
    public Value NewBroadcast(Operand scalar, int depth)
    {
        string name = scalar is Value { Name.Length: > 0 } value ? value.Name + "Lanes" : "";
        Value vector = builder.Fresh(scalar.Type == IrType.Boolean ? Mask : Lanes, name);
        builder.AddAt(depth, new Statement.Let(vector, new Expr.Lanes(LaneOperation.Broadcast, [scalar])));
        return vector;
    }

    /// <summary>An operation with at least one vector among its arguments.</summary>
    public Value Compute(Expr.Apply apply, Value target)
    {
        IrType type = TypeOf(target);

        if (apply.Primitive == PrimitiveTable.Select)
        {
            return Choose(Resolve(apply.Arguments[0]), apply.Arguments[1], apply.Arguments[2], target);
        }

        if (Fuse(apply) is { } fused)
        {
            return builder.Let(type, fused, Name(target));
        }

        Value result = builder.Let(type, apply with { Arguments = Operands.Map(apply.Arguments, Vector) }, Name(target));

        if (apply is { Exact: false } && apply.Primitive == PrimitiveTable.Negate && uses[target] == 1
            && Product(apply.Arguments[0]) is { } negated)
        {
            _negatives[target.Id] = negated;
        }

        if (apply.Primitive == PrimitiveTable.Multiply || (apply.Primitive == PrimitiveTable.Negate && IsProduct(apply.Arguments[0])))
        {
            _multiplied.Add(target.Id);
        }

        if (apply.Primitive == PrimitiveTable.Multiply && uses[target] == 1 && MayFuse(apply))
        {
            _products[target.Id] = apply;
        }

        return result;
    }

    /// <summary>Of two scalars or vectors, the one that the condition tells, lane by lane.</summary>
    public Value Choose(Operand condition, Operand whenTrue, Operand whenFalse, Value target) => builder.Let(
        TypeOf(target), new Expr.Apply(PrimitiveTable.Select, [condition, Vector(whenTrue), Vector(whenFalse)]), Name(target));

    public Value Select(Operand mask, Operand whenTrue, Operand whenFalse) =>
        builder.Exact(Lanes, PrimitiveTable.Select, mask, whenTrue, whenFalse);

    /// <summary>Whether what is added is a product that is computed for nothing else.</summary>
    public bool AddsProduct(Statement.Accumulate update) => !update.Exact && AddedProduct(update.Value) is not null;

    /// <summary>An element to which such a product is added, rounded once.</summary>
    public Expr AddProduct(Statement.Accumulate update, Operand old)
    {
        Expr.Apply product = AddedProduct(update.Value)!;
        Operand factor = Vector(product.Arguments[0]);
        return MultiplyAdd(Product(update.Value) is null ? Negated(factor) : factor, Vector(product.Arguments[1]), old);
    }

    public Operand And(Operand? outer, Operand condition)
    {
        if (outer is null)
        {
            return condition;
        }

        bool isMask = outer.Type == Mask || condition.Type == Mask;
        return builder.Exact(
            isMask ? Mask : IrType.Boolean, PrimitiveTable.And, Matching(outer, isMask), Matching(condition, isMask));
    }

    public Value Not(Operand condition) => builder.Exact(condition.Type, PrimitiveTable.Not, condition);

    public static string Name(Value scalar) => scalar.Name.Length == 0 ? "" : scalar.Name + "Lanes";

    // a * b + c, a * b - c, c - a * b
    private Expr.Lanes? Fuse(Expr.Apply apply)
    {
        bool isSum = apply.Primitive == PrimitiveTable.Add;

        if ((!isSum && apply.Primitive != PrimitiveTable.Subtract) || !MayFuse(apply))
        {
            return null;
        }

        (Operand left, Operand right) = (apply.Arguments[0], apply.Arguments[1]);

        // x * x - y * y is zero where x is y: not if one of the products were rounded and the other not.
        if (apply.Exact && IsProduct(left) && IsProduct(right))
        {
            return null;
        }

        if (Product(right) is { } second)
        {
            Operand factor = isSum ? Vector(second.Arguments[0]) : Negated(Vector(second.Arguments[0]));
            return MultiplyAdd(factor, Vector(second.Arguments[1]), Vector(left));
        }

        return Product(left) is { } first
            ? MultiplyAdd(
                Vector(first.Arguments[0]), Vector(first.Arguments[1]), isSum ? Vector(right) : Negated(Vector(right)))
            : null;
    }

    private bool IsProduct(Operand operand) => operand is Value value && _multiplied.Contains(value.Id);

    private bool MayFuse(Expr.Apply apply) => !apply.Exact || FusesExactly;

    private Expr.Apply? Product(Operand operand) =>
        operand is Value value && _products.TryGetValue(value.Id, out Expr.Apply? product) ? product : null;

    private Expr.Apply? AddedProduct(Operand operand) => Product(operand)
        ?? (operand is Value value && _negatives.TryGetValue(value.Id, out Expr.Apply? negated) ? negated : null);

    private static Expr.Lanes MultiplyAdd(Operand a, Operand b, Operand c) => new(LaneOperation.MultiplyAdd, [a, b, c]);

    private Value Negated(Operand operand) => builder.Relaxed(Lanes, PrimitiveTable.Negate, operand);

    private Operand Matching(Operand condition, bool isMask) => isMask ? Vector(condition) : condition;
}
