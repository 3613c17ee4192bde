using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>One copy of a loop's body over the lanes of vectors: branches become selections, and what they write is masked.</summary>
internal sealed class VectorBody
{
    private readonly IrBuilder _builder;
    private readonly Statement.For _loop;
    private readonly VectorLegality _legality;
    private readonly Dictionary<Operand, Value> _invariants;
    private readonly Dictionary<Operand, Value> _broadcasts = [];
    private readonly HashSet<Operand> _made = [];
    private readonly Dictionary<Statement, int> _elements = new(ReferenceComparer.Instance);
    private readonly LaneArithmetic _lanes;
    private Operand[] _memory = [];
    private Operand? _mask;

    /// <param name="builder">The body is its innermost open block; what does not change goes to the block around.</param>
    /// <param name="loop">The scalar loop.</param>
    /// <param name="legality">What is known of it.</param>
    /// <param name="invariants">Vectors that hold the same in every lane and every trip.</param>
    public VectorBody(IrBuilder builder, Statement.For loop, VectorLegality legality, Dictionary<Operand, Value> invariants)
    {
        _builder = builder;
        _loop = loop;
        _legality = legality;
        _invariants = invariants;

        // Elements of the user's own memory keep their bits; sums are allowed to round once less.
        _lanes = new LaneArithmetic(builder, legality.Lane, UseCounts.Of(loop.Body))
        {
            FusesExactly = !legality.StoresExactly,
            Broadcast = Broadcast,
        };
    }

    /// <summary>What vectors are read from and written to, for an array and the row of a matrix.</summary>
    public required Func<Operand, Operand?, Operand> MemoryOf { get; init; }

    /// <summary>Whether the same statements stand before, for the vector before.</summary>
    public bool IsCopy { get; init; }

    public IEnumerable<Operand> NextSums => _loop.Body.Yields.Select(_lanes.Vector);

    public IEnumerable<Operand> NextElements => _memory;

    public void Emit(Operand index, Operand[] sums, VectorAccess[] elements, Operand[] memory)
    {
        _lanes.Set(_loop.Index, index);
        _memory = memory;

        for (int i = 0; i < sums.Length; i++)
        {
            _lanes.Set(_loop.Carried[i].Parameter, sums[i]);
        }

        for (int i = 0; i < elements.Length; i++)
        {
            _elements[elements[i].Statement] = i;
        }

        Visit(_loop.Body);
    }

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Statement.Let let:
                    _lanes.Set(let.Target, Made(Compute(let)));
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
                    _builder.Add(statement);
                    break;
            }
        }
    }

    private Value Compute(Statement.Let let) => let.Expression switch
    {
        Expr.Load load => Compute(load, let.Target),
        Expr.Apply apply when apply.Primitive == PrimitiveTable.Convert && IsMoving(apply.Arguments[0]) =>
            _builder.Let(_lanes.Lanes, new Expr.Lanes(LaneOperation.Sequence, [_lanes.Resolve(apply.Arguments[0])]), LaneArithmetic.Name(let.Target)),
        Expr.Apply apply when apply.Arguments.All(a => !_lanes.IsVector(a)) =>
            _builder.Let(let.Target.Type, apply with { Arguments = Operands.Map(apply.Arguments, _lanes.Resolve) }, let.Target.Name),
        Expr.Apply apply => _lanes.Compute(apply, let.Target),
        _ => throw new InvalidOperationException("Legality lets nothing else through."),
    };

    private Value Compute(Expr.Load load, Value target)
    {
        if (!_legality.IndexOf(load.Indices[load.Indices.Count - 1])!.IsUnitStride)
        {
            return _builder.Let(target.Type, load with { Indices = Operands.Map(load.Indices, _lanes.Resolve) }, target.Name);
        }

        (Operand memory, EquatableArray<Operand> indices) = Place(load.Array, load.Indices);
        return _builder.Let(_lanes.Lanes, new Expr.Load(memory, indices), LaneArithmetic.Name(target));
    }

    private void Visit(Statement.If branch)
    {
        Operand condition = _lanes.Resolve(branch.Condition);
        Operand? outer = _mask;
        _mask = Made(_lanes.And(outer, condition));
        Visit(branch.Then);
        _mask = Made(_lanes.And(outer, Made(_lanes.Not(condition))));
        Visit(branch.Else);
        _mask = outer;

        for (int i = 0; i < branch.Results.Count; i++)
        {
            Value result = branch.Results[i];
            _lanes.Set(result, _lanes.Choose(condition, branch.Then.Yields[i], branch.Else.Yields[i], result));
        }
    }

    /// <summary>Where the vector lies that begins with an element.</summary>
    private (Operand Memory, EquatableArray<Operand> Indices) Place(Operand array, EquatableArray<Operand> indices) =>
        indices.Count == 1
            ? (array, Operands.Map(indices, _lanes.Resolve))
            : (MemoryOf(array, _lanes.Resolve(indices[0])), [_lanes.Resolve(indices[1])]);

    private void Visit(Statement.Store store)
    {
        (Operand memory, EquatableArray<Operand> indices) = Place(store.Array, store.Indices);
        Operand value = _lanes.Vector(store.Value);

        if (_mask is not null)
        {
            value = _lanes.Select(_mask, value, _builder.Let(_lanes.Lanes, new Expr.Load(memory, indices)));
        }

        _builder.Add(new Statement.Store(memory, indices, value));
    }

    private void Visit(Statement.Accumulate update)
    {
        Operand value = _lanes.Vector(update.Value);

        if (_mask is not null)
        {
            value = _lanes.Select(_mask, value, _lanes.Vector(Constant.Zero(update.Value.Type)));
        }

        if (_elements.TryGetValue(update, out int element))
        {
            _memory[element] = _builder.Relaxed(_lanes.Lanes, PrimitiveTable.Add, _memory[element], value);
            return;
        }

        (Operand memory, EquatableArray<Operand> indices) = Place(update.Array, update.Indices);

        // a[i] += x * y, rounded once
        if (_mask is null && _lanes.AddsProduct(update))
        {
            Value old = _builder.Let(_lanes.Lanes, new Expr.Load(memory, indices));
            _builder.Add(new Statement.Store(memory, indices, _builder.Let(_lanes.Lanes, _lanes.AddProduct(update, old))));
        }
        else
        {
            _builder.Add(update with { Array = memory, Indices = indices, Value = value });
        }
    }

    /// <summary>A value that stands in the body; the scalar loop, which does not have it, cannot say that it changes.</summary>
    private Operand Made(Operand value)
    {
        _made.Add(value);
        return value;
    }

    private Value Made(Value value)
    {
        _made.Add(value);
        return value;
    }

    private bool IsMoving(Operand operand) => _legality.IndexOf(operand)!.IsUnitStride;

    private Value Broadcast(Operand scalar, Operand resolved)
    {
        bool isInvariant = _legality.IsInvariant(scalar) && !_made.Contains(scalar);
        Dictionary<Operand, Value> known = isInvariant ? _invariants : _broadcasts;

        if (!known.TryGetValue(resolved, out Value? lanes))
        {
            lanes = _lanes.NewBroadcast(resolved, isInvariant ? _builder.Depth - 1 : _builder.Depth);
            known.Add(resolved, lanes);
        }

        return lanes;
    }
}
