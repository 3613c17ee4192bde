using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Whether several trips of a loop, with the loops and branches inside it, may run side by side in the lanes of vectors:
/// inner loops make the same trips in each, memory that is written belongs to one trip alone or is only added to, and
/// what a trip leaves to the next are sums. The first reason against is kept, in words.
/// </summary>
internal sealed partial class TripLegality
{
    // Below four vectors of trips, making the sums and adding them up costs more than it saves.
    public const int FewestVectors = 4;

    private const int FewestTrips = 16;
    private const int OperationsOfAnElement = 3;

    private readonly Statement.For _loop;
    private readonly LaneShapes _shapes;
    private readonly TripMemory _memory;
    private readonly HashSet<int> _inner;
    private readonly List<Value> _summed = [];
    private readonly List<Statement.Accumulate> _elementSums = [];
    private readonly HashSet<Statement> _body;
    private readonly List<Work> _work = [new()];
    private int _depth;

    private TripLegality(Statement.For loop, TripMemory memory)
    {
        _loop = loop;
        _memory = memory;
        _inner = [.. Blocks.DefinedInside(loop).Concat(Blocks.All(loop.Body).SelectMany(
            static s => Blocks.Defined(s).Concat(Blocks.DefinedInside(s)))).Select(static v => v.Id)];
        _shapes = LaneShapes.Of(loop, memory);
        _body = new HashSet<Statement>(loop.Body.Statements, ReferenceComparer.Instance);
    }

    /// <summary>Why the loop stays as it is; <c>null</c> if it does not.</summary>
    public string? Reason { get; private set; }

    /// <summary>The floating type of the lanes.</summary>
    public ScalarKind Lane { get; private set; } = ScalarKind.Boolean;

    /// <summary>Which values differ from lane to lane.</summary>
    public LaneShapes Shapes => _shapes;

    /// <summary>The memory that belongs to a trip and holds something else in each.</summary>
    public IEnumerable<Statement.Let> Private => _memory.Private.Where(let => _shapes.IsVarying(let.Target));

    /// <summary>The memory of which trips add to the same elements, chosen inside.</summary>
    public IReadOnlyList<Value> Summed => _summed;

    /// <summary>What every trip adds to one and the same element.</summary>
    public IReadOnlyList<Statement.Accumulate> ElementSums => _elementSums;

    /// <param name="loop">The loop.</param>
    /// <param name="memory">What it does to memory.</param>
    /// <param name="isInner">Whether another loop is around it, which would take memory for vectors again and again.</param>
    public static TripLegality Of(Statement.For loop, TripMemory memory, bool isInner)
    {
        TripLegality legality = new(loop, memory);
        legality.Reject(memory.Reason);
        legality.CheckLoop();
        legality.Check(loop.Body, isMasked: false);
        legality.CheckMemory();
        legality.CheckProfit();

        if (isInner && (legality.Summed.Count > 0 || legality.Private.Any()))
        {
            legality.Reject("a loop around it would take memory for vectors in each of its trips");
        }

        return legality;
    }

    private void CheckLoop()
    {
        if (_loop.Step != 1)
        {
            Reject("its step is not one");
        }

        if (_loop is { Start: Constant start, Bound: Constant bound } && bound.Number - start.Number < FewestTrips)
        {
            Reject("it makes only a few trips");
        }

        LinearFlow flow = new(_loop.Body);

        for (int i = 0; i < _loop.Carried.Count; i++)
        {
            Value parameter = _loop.Carried[i].Parameter;

            if (!parameter.Type.IsFloating || !flow.IsSum(parameter, _loop.Body.Yields[i]))
            {
                Reject($"'{parameter.Name}' is carried from trip to trip and is not a sum");
            }
        }
    }

    private void CheckProfit()
    {
        if (Lane == ScalarKind.Boolean)
        {
            Reject("nothing in it is computed in floating point");
        }

        for (int depth = 0; depth < _work.Count; depth++)
        {
            if (_work.Skip(depth).Sum(static w => w.Operations) < OperationsOfAnElement * _work[depth].Elements)
            {
                Reject("it does less than it reads, one element after the other");
            }
        }
    }

    private void Check(Block block, bool isMasked)
    {
        foreach (Statement statement in block.Statements)
        {
            if (Reason is not null)
            {
                return;
            }

            Check(statement, isMasked);
        }
    }

    private void Check(Statement statement, bool isMasked)
    {
        switch (statement)
        {
            case Statement.Let let:
                Check(let, isMasked);
                break;
            case Statement.Store store:
                CheckPlace(store.Array, store.Indices, isMasked, mayMove: false);
                CheckVariable(store.Value);
                break;
            case Statement.Accumulate update:
                _work[_depth].Operations++;
                CheckPlace(update.Array, update.Indices, isMasked, mayMove: true);
                CheckVariable(update.Value);
                Note(update);
                break;
            case Statement.Fill fill:
                CheckPlace(fill.Array, [], isMasked, mayMove: false);
                break;
            case Statement.Push push:
                CheckStack(push.Stack);
                CheckVariable(push.Value);
                break;
            case Statement.If branch:
                bool isInnerMasked = isMasked || _shapes[branch.Condition] != LaneShape.Uniform;
                Check(branch.Then, isInnerMasked);
                Check(branch.Else, isInnerMasked);
                branch.Results.ToList().ForEach(CheckVariable);
                break;
            case Statement.For loop:
                CheckUniform(loop.Start);
                CheckUniform(loop.Bound);
                CheckInner(loop.Carried, loop.Body, isMasked);
                break;
            case Statement.While loop:
                Check(loop.Condition, isMasked);
                CheckUniform(loop.Condition.Yields[0]);
                CheckInner(loop.Carried, loop.Body, isMasked);
                break;
            case Statement.Remark:
                break;
            default:
                Reject("it contains a call or an exit");
                break;
        }
    }

    private void CheckInner(EquatableArray<Carried> carried, Block body, bool isMasked)
    {
        carried.Select(static c => c.Parameter).ToList().ForEach(CheckVariable);
        _depth++;

        if (_work.Count == _depth)
        {
            _work.Add(new Work());
        }

        Check(body, isMasked);
        _depth--;
    }

    /// <summary>A variable is the same in all lanes, or has lanes.</summary>
    private void CheckVariable(Operand variable)
    {
        if (_shapes[variable] != LaneShape.Uniform)
        {
            CheckLanes(variable.Type);
        }
    }

    private void CheckLanes(IrType type)
    {
        if (type.IsFloating)
        {
            Agree(type);
        }
        else if (type != IrType.Boolean)
        {
            Reject("an integer or reference differs from trip to trip");
        }
    }

    private void CheckMemory()
    {
        foreach (Value array in _summed.Concat(_elementSums.Select(static u => (Value)u.Array)).Concat(Private.Select(static let => let.Target)))
        {
            CheckLanes(array.Type is IrType.Stack stack ? stack.Element : ((IrType.Array)array.Type).Element);
        }
    }

    private void CheckUniform(Operand operand)
    {
        if (_shapes[operand] != LaneShape.Uniform)
        {
            Reject("an inner loop makes another number of trips in each");
        }
    }

    private void Agree(IrType type)
    {
        ScalarKind kind = ((IrType.Scalar)type).Kind;

        if (Lane != ScalarKind.Boolean && Lane != kind)
        {
            Reject("it mixes float and double");
        }

        Lane = kind;
    }

    private void Reject(string? reason) => Reason ??= reason;

    /// <summary>What is done at one depth of loops.</summary>
    private sealed class Work
    {
        public int Operations { get; set; }

        /// <summary>How many elements are read or added to that do not lie side by side.</summary>
        public int Elements { get; set; }
    }
}
