using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// One copy of a loop's body over the lanes of vectors. What is the same in all lanes stays scalar until it meets a
/// vector; branches become selections, and what they write is masked.
/// </summary>
/// <param name="builder">The body is its innermost open block; what does not change goes to the block around.</param>
/// <param name="loop">The scalar loop.</param>
/// <param name="legality">What is known of it.</param>
/// <param name="invariants">Vectors that hold the same in every lane and every trip.</param>
internal sealed class VectorBody(IrBuilder builder, Statement.For loop, VectorLegality legality, Dictionary<Operand, Value> invariants)
{
    private readonly Dictionary<int, Operand> _values = [];
    private readonly Dictionary<Operand, Value> _broadcasts = [];
    private readonly Dictionary<int, Expr.Apply> _products = [];
    private readonly Dictionary<int, Expr.Apply> _negatives = [];
    private readonly HashSet<Operand> _made = [];
    private readonly Dictionary<Statement, int> _elements = new(ReferenceComparer.Instance);
    private readonly UseCounts _uses = UseCounts.Of(loop.Body);
    private Operand[] _memory = [];
    private Operand? _mask;

    /// <summary>What vectors are read from and written to, for an array and the row of a matrix.</summary>
    public required Func<Operand, Operand?, Operand> MemoryOf { get; init; }

    /// <summary>Whether the same statements stand before, for the vector before.</summary>
    public bool IsCopy { get; init; }

    public IEnumerable<Operand> NextSums => loop.Body.Yields.Select(Vector);

    public IEnumerable<Operand> NextElements => _memory;

    private IrType.Vector Lanes { get; } = new(legality.Lane, legality.Lane);

    private IrType.Vector Mask { get; } = new(ScalarKind.Boolean, legality.Lane);

    public void Emit(Operand index, Operand[] sums, VectorAccess[] elements, Operand[] memory)
    {
        _values[loop.Index.Id] = index;
        _memory = memory;

        for (int i = 0; i < sums.Length; i++)
        {
            _values[loop.Carried[i].Parameter.Id] = sums[i];
        }

        for (int i = 0; i < elements.Length; i++)
        {
            _elements[elements[i].Statement] = i;
        }

        Visit(loop.Body);
    }

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Statement.Let let:
                    _values[let.Target.Id] = Made((Value)Compute(let));
                    break;
                case Statement.Store store:
                    Visit(store);
                    break;
                case Statement.Accumulate update:
                    Visit(update);
                    break;
                case Statement.If branch:
                    Visit(branch);
                    break;
                case Statement.Remark when IsCopy:
                    break;
                default:
                    builder.Add(statement);
                    break;
            }
        }
    }

    private Operand Compute(Statement.Let let) => let.Expression switch
    {
        Expr.Load load => Compute(load, let.Target),
        Expr.Apply apply when apply.Primitive == PrimitiveTable.Convert && IsMoving(apply.Arguments[0]) =>
            builder.Let(Lanes, new Expr.Lanes(LaneOperation.Sequence, [Scalar(apply.Arguments[0])]), Name(let)),
        Expr.Apply apply when apply.Arguments.All(a => !IsVector(a)) =>
            builder.Let(let.Target.Type, apply with { Arguments = Operands.Map(apply.Arguments, Scalar) }, let.Target.Name),
        Expr.Apply apply => Compute(apply, let),
        _ => throw new InvalidOperationException("Legality lets nothing else through."),
    };

    private Value Compute(Expr.Load load, Value target)
    {
        if (!legality.IndexOf(load.Indices[load.Indices.Count - 1])!.IsUnitStride)
        {
            return builder.Let(target.Type, load with { Indices = Operands.Map(load.Indices, Scalar) }, target.Name);
        }

        (Operand memory, EquatableArray<Operand> indices) = Place(load.Array, load.Indices);
        return builder.Let(Lanes, new Expr.Load(memory, indices), target.Name.Length == 0 ? "" : target.Name + "Lanes");
    }

    private Value Compute(Expr.Apply apply, Statement.Let let)
    {
        IrType type = let.Target.Type == IrType.Boolean ? Mask : Lanes;

        if (apply.Primitive == PrimitiveTable.Select)
        {
            return Choose(Resolve(apply.Arguments[0]), apply.Arguments[1], apply.Arguments[2], type, Name(let));
        }

        if (Fuse(apply) is { } fused)
        {
            return builder.Let(type, fused, Name(let));
        }

        Value result = builder.Let(type, apply with { Arguments = Operands.Map(apply.Arguments, Vector) }, Name(let));

        if (apply is { Exact: false } && apply.Primitive == PrimitiveTable.Negate && _uses[let.Target] == 1
            && Product(apply.Arguments[0]) is { } negated)
        {
            _negatives[let.Target.Id] = negated;
        }

        if (apply.Primitive == PrimitiveTable.Multiply && _uses[let.Target] == 1 && MayFuse(apply))
        {
            _products[let.Target.Id] = apply;
        }

        return result;
    }

    // a * b + c, a * b - c, c - a * b
    private Expr.Lanes? Fuse(Expr.Apply apply)
    {
        bool isSum = apply.Primitive == PrimitiveTable.Add;

        if ((!isSum && apply.Primitive != PrimitiveTable.Subtract) || !MayFuse(apply))
        {
            return null;
        }

        (Operand left, Operand right) = (apply.Arguments[0], apply.Arguments[1]);

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

    /// <summary>Elements of the user's own memory keep their bits; sums are allowed to round once less.</summary>
    private bool MayFuse(Expr.Apply apply) => !apply.Exact || !legality.StoresExactly;

    private Expr.Apply? Product(Operand operand) =>
        operand is Value value && _products.TryGetValue(value.Id, out Expr.Apply? product) ? product : null;

    private static Expr.Lanes MultiplyAdd(Operand a, Operand b, Operand c) => new(LaneOperation.MultiplyAdd, [a, b, c]);

    private Value Negated(Operand operand) => builder.Relaxed(Lanes, PrimitiveTable.Negate, operand);

    private void Visit(Statement.If branch)
    {
        Operand condition = Resolve(branch.Condition);
        Operand? outer = _mask;
        _mask = And(outer, condition);
        Visit(branch.Then);
        _mask = And(outer, Not(condition));
        Visit(branch.Else);
        _mask = outer;

        for (int i = 0; i < branch.Results.Count; i++)
        {
            Value result = branch.Results[i];
            IrType type = result.Type == IrType.Boolean ? Mask : Lanes;
            _values[result.Id] = Choose(condition, branch.Then.Yields[i], branch.Else.Yields[i], type, result.Name);
        }
    }

    private Value Choose(Operand condition, Operand whenTrue, Operand whenFalse, IrType type, string name) => builder.Let(
        type,
        new Expr.Apply(PrimitiveTable.Select, [condition, Vector(whenTrue), Vector(whenFalse)]),
        name.Length == 0 ? "" : name + "Lanes");

    /// <summary>Where the vector lies that begins with an element.</summary>
    private (Operand Memory, EquatableArray<Operand> Indices) Place(Operand array, EquatableArray<Operand> indices) =>
        indices.Count == 1
            ? (array, Operands.Map(indices, Scalar))
            : (MemoryOf(array, Scalar(indices[0])), [Scalar(indices[1])]);

    private void Visit(Statement.Store store)
    {
        (Operand memory, EquatableArray<Operand> indices) = Place(store.Array, store.Indices);
        Operand value = Vector(store.Value);

        if (_mask is not null)
        {
            Value old = builder.Let(Lanes, new Expr.Load(memory, indices));
            value = builder.Exact(Lanes, PrimitiveTable.Select, _mask, value, old);
        }

        builder.Add(new Statement.Store(memory, indices, value));
    }

    private void Visit(Statement.Accumulate update)
    {
        Operand value = Vector(update.Value);

        if (_mask is not null)
        {
            value = builder.Exact(Lanes, PrimitiveTable.Select, _mask, value, Vector(Constant.Zero(update.Value.Type)));
        }

        if (_elements.TryGetValue(update, out int element))
        {
            _memory[element] = builder.Relaxed(Lanes, PrimitiveTable.Add, _memory[element], value);
        }
        else if (_mask is null && !update.Exact && Product(update.Value) is { } product)
        {
            AddProduct(update, product, Vector(product.Arguments[0]));
        }
        else if (_mask is null && !update.Exact && update.Value is Value negative && _negatives.TryGetValue(negative.Id, out Expr.Apply? negated))
        {
            AddProduct(update, negated, Negated(Vector(negated.Arguments[0])));
        }
        else
        {
            (Operand memory, EquatableArray<Operand> indices) = Place(update.Array, update.Indices);
            builder.Add(update with { Array = memory, Indices = indices, Value = value });
        }
    }

    // a[i] += x * y, rounded once
    private void AddProduct(Statement.Accumulate update, Expr.Apply product, Operand factor)
    {
        (Operand memory, EquatableArray<Operand> indices) = Place(update.Array, update.Indices);
        Value old = builder.Let(Lanes, new Expr.Load(memory, indices));
        Expr.Lanes sum = MultiplyAdd(factor, Vector(product.Arguments[1]), old);
        builder.Add(new Statement.Store(memory, indices, builder.Let(Lanes, sum)));
    }

    private Operand And(Operand? outer, Operand condition)
    {
        if (outer is null)
        {
            return condition;
        }

        bool isMask = outer.Type == Mask || condition.Type == Mask;
        return Made(builder.Exact(
            isMask ? Mask : IrType.Boolean, PrimitiveTable.And, Matching(outer, isMask), Matching(condition, isMask)));
    }

    private Operand Matching(Operand condition, bool isMask) => isMask ? Vector(condition) : condition;

    private Value Not(Operand condition) => Made(builder.Exact(condition.Type, PrimitiveTable.Not, condition));

    /// <summary>A value that stands in the body; the scalar loop, which does not have it, cannot say that it changes.</summary>
    private Value Made(Value value)
    {
        _made.Add(value);
        return value;
    }

    private bool IsMoving(Operand operand) => legality.IndexOf(operand)!.IsUnitStride;

    private bool IsVector(Operand operand) => Resolve(operand).Type is IrType.Vector;

    private Operand Resolve(Operand operand) =>
        operand is Value value && _values.TryGetValue(value.Id, out Operand? known) ? known : operand;

    private Operand Scalar(Operand operand) => Resolve(operand);

    /// <summary>The operand in every lane.</summary>
    private Operand Vector(Operand operand)
    {
        Operand resolved = Resolve(operand);

        if (resolved.Type is IrType.Vector)
        {
            return resolved;
        }

        bool isInvariant = legality.IsInvariant(operand) && !_made.Contains(operand);
        Dictionary<Operand, Value> known = isInvariant ? invariants : _broadcasts;

        if (!known.TryGetValue(resolved, out Value? lanes))
        {
            lanes = Broadcast(resolved, isInvariant ? builder.Depth - 1 : builder.Depth);
            known.Add(resolved, lanes);
        }

        return lanes;
    }

    private Value Broadcast(Operand scalar, int depth)
    {
        string name = scalar is Value { Name.Length: > 0 } value ? value.Name + "Lanes" : "";
        Value lanes = builder.Fresh(scalar.Type == IrType.Boolean ? Mask : Lanes, name);
        Statement let = new Statement.Let(lanes, new Expr.Lanes(LaneOperation.Broadcast, [scalar]));
        builder.AddAt(depth, let);
        return lanes;
    }

    private static string Name(Statement.Let let) => let.Target.Name.Length == 0 ? "" : let.Target.Name + "Lanes";
}
