using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// How the values inside a loop change from trip to trip: the least solution, found by going over the body until nothing
/// changes. Divergence analysis: Coutinho, Sampaio, Pereira and Meira, <i>Divergence analysis and optimizations</i>, PACT 2011.
/// </summary>
internal sealed class LaneShapes
{
    private readonly Dictionary<int, LaneShape> _shapes = [];
    private readonly HashSet<int> _varyingArrays = [];
    private readonly TripMemory _memory;
    private bool _hasChanged;

    private LaneShapes(TripMemory memory) => _memory = memory;

    public static LaneShapes Of(Statement.For loop, TripMemory memory)
    {
        LaneShapes shapes = new(memory);
        shapes._shapes[loop.Index.Id] = LaneShape.Consecutive;

        foreach (Carried carried in loop.Carried)
        {
            shapes._shapes[carried.Parameter.Id] = LaneShape.Varying;
        }

        do
        {
            shapes._hasChanged = false;
            shapes.Visit(loop.Body, isMasked: false);
        }
        while (shapes._hasChanged);

        return shapes;
    }

    public LaneShape this[Operand operand] =>
        operand is Value value && _shapes.TryGetValue(value.Id, out LaneShape shape) ? shape : LaneShape.Uniform;

    /// <summary>Whether a trip's own memory holds something else in each trip.</summary>
    public bool IsVarying(Value array) => _varyingArrays.Contains(array.Id);

    private void Visit(Block block, bool isMasked)
    {
        foreach (Statement statement in block.Statements)
        {
            Visit(statement, isMasked);
        }
    }

    private void Visit(Statement statement, bool isMasked)
    {
        switch (statement)
        {
            case Statement.Let let:
                Raise(let.Target, Of(let.Expression, let.Target.Type));
                break;
            case Statement.Store store:
                Write(store.Array, store.Value, isMasked);
                break;
            case Statement.Accumulate update:
                Write(update.Array, update.Value, isMasked);
                break;
            case Statement.Fill fill:
                Write(fill.Array, fill.Value, isMasked);
                break;
            case Statement.Push push:
                // Where a value is taken back, the same lanes run.
                Write(push.Stack, push.Value, isMasked: false);
                break;
            case Statement.If branch:
                Visit(branch, isMasked);
                break;
            case Statement.For loop:
                Visit(loop.Carried, loop.Body, isMasked);
                break;
            case Statement.While loop:
                Visit(loop.Condition, isMasked);
                Visit(loop.Carried, loop.Body, isMasked);
                break;
        }
    }

    private void Visit(Statement.If branch, bool isMasked)
    {
        bool isVarying = this[branch.Condition] != LaneShape.Uniform;
        Visit(branch.Then, isMasked || isVarying);
        Visit(branch.Else, isMasked || isVarying);

        for (int i = 0; i < branch.Results.Count; i++)
        {
            Raise(branch.Results[i], isVarying ? LaneShape.Varying : Join(branch.Then.Yields[i], branch.Else.Yields[i]));
        }
    }

    private void Visit(EquatableArray<Carried> carried, Block body, bool isMasked)
    {
        Visit(body, isMasked);

        for (int i = 0; i < carried.Count; i++)
        {
            LaneShape shape = Join(carried[i].Initial, body.Yields[i]);
            Raise(carried[i].Parameter, shape);
            Raise(carried[i].Result, shape);
        }
    }

    private LaneShape Of(Expr expression, IrType type) => expression switch
    {
        Expr.Apply apply when type == IrType.Int32 => OfInteger(apply),
        Expr.Load { Array: Value array } when IsVarying(array) => LaneShape.Varying,
        Expr.Pop { Stack: Value stack } when IsVarying(stack) => LaneShape.Varying,
        Expr.Length => LaneShape.Uniform,
        _ => Operands.Of(expression).All(o => this[o] == LaneShape.Uniform) ? LaneShape.Uniform : LaneShape.Varying,
    };

    private LaneShape OfInteger(Expr.Apply apply)
    {
        if (apply.Arguments.All(a => this[a] == LaneShape.Uniform))
        {
            return LaneShape.Uniform;
        }

        if (apply.Primitive.IsChecked || apply.Arguments.Any(a => this[a] == LaneShape.Varying))
        {
            return LaneShape.Varying;
        }

        bool isUniformSecond = this[apply.Arguments[apply.Arguments.Count - 1]] == LaneShape.Uniform;
        return apply.Primitive.Name switch
        {
            "+" when isUniformSecond || this[apply.Arguments[0]] == LaneShape.Uniform => this[apply.Arguments[isUniformSecond ? 0 : 1]],
            "-" when isUniformSecond => this[apply.Arguments[0]],
            "+" or "-" => LaneShape.Linear,
            "*" when apply.Arguments.Any(a => this[a] == LaneShape.Uniform) => LaneShape.Linear,
            _ => LaneShape.Varying,
        };
    }

    /// <summary>Of a variable that is one or the other: two that grow need not grow alike.</summary>
    private LaneShape Join(Operand left, Operand right) =>
        this[left] == LaneShape.Uniform && this[right] == LaneShape.Uniform ? LaneShape.Uniform : LaneShape.Varying;

    private void Write(Operand array, Operand value, bool isMasked)
    {
        if (array is Value reference && (isMasked || this[value] != LaneShape.Uniform) && _memory.IsPrivate(reference))
        {
            _hasChanged |= _varyingArrays.Add(reference.Id);
        }
    }

    private void Raise(Value value, LaneShape shape)
    {
        if (shape > this[value])
        {
            _shapes[value.Id] = shape;
            _hasChanged = true;
        }
    }
}
