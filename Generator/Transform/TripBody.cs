using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// The body of a loop for several trips at once. What is the same in each stays scalar, inner loops among it; branches that
/// are taken in some lanes run where there are any, and what they write is masked.
/// </summary>
internal sealed partial class TripBody
{
    private readonly IrBuilder _builder;
    private readonly Statement.For _loop;
    private readonly TripLegality _legality;
    private readonly IReadOnlyDictionary<int, Value> _memory;
    private readonly LaneArithmetic _lanes;
    private readonly Dictionary<int, Operand> _strides = [];
    private readonly Dictionary<Operand, int> _depths = [];
    private readonly Dictionary<Operand, Value> _broadcasts = [];
    private readonly int _outside;
    private readonly Dictionary<Statement, Operand> _elementSums = new(ReferenceComparer.Instance);
    private Operand? _mask;

    /// <param name="builder">The block around the new loop is its innermost open one.</param>
    /// <param name="loop">The scalar loop.</param>
    /// <param name="legality">What is known of it.</param>
    /// <param name="memory">The arrays of vectors that stand for arrays of scalars.</param>
    public TripBody(IrBuilder builder, Statement.For loop, TripLegality legality, IReadOnlyDictionary<int, Value> memory)
    {
        _builder = builder;
        _loop = loop;
        _legality = legality;
        _memory = memory;
        _outside = builder.Depth;
        _lanes = new LaneArithmetic(builder, legality.Lane, UseCounts.Of(loop.Body))
        {
            FusesExactly = true,
            Broadcast = Broadcast,
        };
    }

    /// <summary>Adds the body to the block that is open; returns what the sums become.</summary>
    public Operand[] Emit(Value index, Operand[] sums)
    {
        Define(_loop.Index, index);
        _strides[_loop.Index.Id] = Constant.Int(1);

        for (int i = 0; i < _loop.Carried.Count; i++)
        {
            _lanes.Set(_loop.Carried[i].Parameter, sums[i]);
        }

        for (int i = 0; i < _legality.ElementSums.Count; i++)
        {
            _elementSums.Add(_legality.ElementSums[i], sums[_loop.Carried.Count + i]);
        }

        Visit(_loop.Body);
        return [.. _loop.Body.Yields.Select(_lanes.Vector), .. _legality.ElementSums.Select(u => _elementSums[u])];
    }

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            switch (statement)
            {
                case Statement.Let let:
                    Define(let.Target, Compute(let));
                    break;
                case Statement.Store store:
                    Visit(store);
                    break;
                case Statement.Accumulate update:
                    Visit(update);
                    break;
                case Statement.Fill fill:
                    Visit(fill);
                    break;
                case Statement.Push push:
                    Visit(push);
                    break;
                case Statement.If branch:
                    Visit(branch);
                    break;
                case Statement.For loop:
                    Visit(loop);
                    break;
                case Statement.While loop:
                    Visit(loop);
                    break;
                default:
                    _builder.Add(statement);
                    break;
            }
        }
    }

    private Value Compute(Statement.Let let)
    {
        LaneShape shape = _legality.Shapes[let.Target];

        switch (let.Expression)
        {
            case Expr.Load load when shape == LaneShape.Varying:
                return Compute(load, let.Target);
            case Expr.Pop pop when shape == LaneShape.Varying:
                return _builder.Let(
                    _lanes.TypeOf(let.Target), new Expr.Pop(_memory[((Value)pop.Stack).Id]), LaneArithmetic.Name(let.Target));
            case Expr.Apply apply when shape == LaneShape.Varying && apply.Primitive == PrimitiveTable.Convert:
                Operand first = _lanes.Resolve(apply.Arguments[0]);
                return _builder.Let(_lanes.Lanes, new Expr.Lanes(LaneOperation.Sequence, [first]), LaneArithmetic.Name(let.Target));
            case Expr.Apply apply when shape == LaneShape.Varying:
                return _lanes.Compute(apply, let.Target);
            case Expr.Apply apply when shape != LaneShape.Uniform:
                _strides[let.Target.Id] = Stride(apply);
                break;
        }

        return _builder.Let(let.Target.Type, Operands.Map(let.Expression, Place), let.Target.Name);
    }

    /// <summary>The operand as a variable of some shape holds it.</summary>
    private Operand As(Value variable, Operand operand) =>
        _legality.Shapes[variable] == LaneShape.Uniform ? Place(operand) : _lanes.Vector(operand);

    private Value Renew(Value scalar)
    {
        bool isUniform = _legality.Shapes[scalar] == LaneShape.Uniform;
        Value value = _builder.Fresh(
            isUniform ? scalar.Type : _lanes.TypeOf(scalar), isUniform ? scalar.Name : LaneArithmetic.Name(scalar));
        Define(scalar, value);
        return value;
    }

    private void Define(Value scalar, Value value) => _lanes.Set(scalar, Noted(value));

    private Operand Noted(Operand operand) => operand is Value value ? Noted(value) : operand;

    private Value Noted(Value value)
    {
        _depths[value] = _builder.Depth;
        return value;
    }

    /// <summary>What stands for an operand that is the same in all lanes.</summary>
    private Operand Place(Operand operand) => _lanes.Resolve(operand);

    /// <summary>Made once, where the scalar is.</summary>
    private Value Broadcast(Operand scalar, Operand resolved)
    {
        if (!_broadcasts.TryGetValue(resolved, out Value? vector))
        {
            vector = _lanes.NewBroadcast(resolved, _depths.TryGetValue(resolved, out int depth) ? depth : _outside);
            _broadcasts.Add(resolved, vector);
        }

        return vector;
    }

    private Value Integer(Primitive primitive, Operand left, Operand right) =>
        Noted(_builder.Exact(IrType.Int32, primitive, left, right));
}
