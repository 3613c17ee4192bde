using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>An access to memory in a vectorised loop.</summary>
/// <param name="Statement">What reads or writes.</param>
/// <param name="Array">The memory.</param>
/// <param name="Row">The row of a matrix.</param>
/// <param name="Index">The element of the array or row.</param>
/// <param name="IsWrite">Whether it writes.</param>
/// <param name="IsAddition">Whether it only adds.</param>
internal sealed record VectorAccess(
    Statement Statement, Operand Array, Operand? Row, AffineIndex Index, bool IsWrite, bool IsAddition);

/// <summary>
/// Whether the iterations of an innermost counted loop may run side by side in the lanes of vectors: its variables are
/// sums, memory is walked element by element or stands still, no iteration reads what another writes, everything computed
/// is of one floating type and has a vector form. Branches are computed on both sides and selected. The first reason
/// against is kept, in words.
/// </summary>
internal sealed class VectorLegality
{
    private readonly Statement.For _loop;
    private readonly AliasClasses _classes;
    private readonly Dictionary<int, Expr> _definitions = [];
    private readonly List<VectorAccess> _accesses = [];
    private readonly HashSet<int> _inner;

    private VectorLegality(Statement.For loop, AliasClasses classes)
    {
        _loop = loop;
        _classes = classes;
        _inner = [.. Blocks.DefinedInside(loop).Concat(Blocks.All(loop.Body).SelectMany(Blocks.Defined)).Select(static v => v.Id)];
    }

    /// <summary>Why the loop stays scalar; <c>null</c> if it does not.</summary>
    public string? Reason { get; private set; }

    /// <summary>The floating type of the lanes.</summary>
    public ScalarKind Lane { get; private set; } = ScalarKind.Boolean;

    public IReadOnlyList<VectorAccess> Accesses => _accesses;

    /// <summary>The number of operations on lanes.</summary>
    public int Operations { get; private set; }

    /// <summary>Whether memory of the user's own method is written: its elements keep their bits.</summary>
    public bool StoresExactly { get; private set; }

    public static VectorLegality Of(Statement.For loop, AliasClasses classes)
    {
        VectorLegality legality = new(loop, classes);
        legality.CheckLoop();
        legality.Check(loop.Body);
        legality.CheckDependences();

        if (legality.Lane == ScalarKind.Boolean)
        {
            legality.Reject("nothing in it is computed in floating point");
        }

        return legality;
    }

    /// <summary>Whether an operand is the same in every iteration.</summary>
    public bool IsInvariant(Operand operand) => operand is not Value value || !_inner.Contains(value.Id);

    public Expr? DefinitionOf(Operand operand) =>
        operand is Value value && _definitions.TryGetValue(value.Id, out Expr? expression) ? expression : null;

    /// <summary>An index in terms of the loop's; what is defined outside is an offset.</summary>
    public AffineIndex? IndexOf(Operand operand) => IsInvariant(operand)
        ? new AffineIndex(false, [(operand, false)])
        : AffineIndex.Of(operand, _loop.Index, o => IsInvariant(o) ? null : DefinitionOf(o) ?? Unknown);

    private static Expr Unknown { get; } = new Expr.NewStack();

    private void CheckLoop()
    {
        if (_loop.Step != 1)
        {
            Reject("its step is not one");
        }

        if (_loop is { Start: Constant start, Bound: Constant bound } && bound.Number - start.Number < 8)
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

    private void Check(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            if (Reason is not null)
            {
                return;
            }

            Check(statement);
        }
    }

    private void Check(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let:
                _definitions[let.Target.Id] = let.Expression;
                Check(let);
                break;
            case Statement.Store store:
                StoresExactly |= !_classes.IsRecord(store.Array);
                CheckAccess(store, store.Array, store.Indices, isWrite: true, isAddition: false);
                break;
            case Statement.Accumulate update:
                StoresExactly |= update.Exact;
                CheckAccess(update, update.Array, update.Indices, isWrite: true, isAddition: true);
                break;
            case Statement.If branch:
                Check(branch.Then);
                Check(branch.Else);

                if (branch.Results.Any(static r => !r.Type.IsFloating && r.Type != IrType.Boolean))
                {
                    Reject("a branch decides about something that is not floating");
                }

                break;
            case Statement.Remark:
                break;
            default:
                Reject("it contains another loop, a recorded value on a stack, or an exit");
                break;
        }
    }

    private void Check(Statement.Let let)
    {
        switch (let.Expression)
        {
            case Expr.Load load:
                CheckAccess(let, load.Array, load.Indices, isWrite: false, isAddition: false);
                break;
            case Expr.Apply apply when let.Target.Type.IsFloating || let.Target.Type == IrType.Boolean:
                CheckOperation(apply, let.Target.Type);
                break;
            case Expr.Apply when let.Target.Type == IrType.Int32 && IndexOf(let.Target) is not null:
                break;
            default:
                Reject("it computes integers that are not indices, or makes memory");
                break;
        }
    }

    private void CheckOperation(Expr.Apply apply, IrType type)
    {
        // A function is a dozen operations by itself: enough to do while a sum waits for its last addition.
        Operations += VectorForms.IsFunction(apply.Primitive) && !apply.Primitive.IsCheap ? 12 : 1;

        if (apply.Primitive == PrimitiveTable.Convert)
        {
            CheckConversion(apply.Arguments[0], type);
            return;
        }

        foreach (Operand argument in apply.Arguments)
        {
            if (argument.Type.IsFloating)
            {
                Agree(argument.Type);
            }
            else if (argument.Type != IrType.Boolean)
            {
                Reject($"'{apply.Primitive}' takes an integer");
            }
        }

        if (type.IsFloating)
        {
            Agree(type);
        }

        if (!VectorForms.Has(apply.Primitive))
        {
            Reject($"'{apply.Primitive}' has no vector form");
        }
    }

    private void CheckConversion(Operand operand, IrType type)
    {
        if (!type.IsFloating || operand.Type != IrType.Int32 || IndexOf(operand) is not { } index)
        {
            Reject("it converts between types");
            return;
        }

        Agree(type);

        if (!index.IsUnitStride)
        {
            Operations--;
        }
    }

    private void CheckAccess(
        Statement statement, Operand array, EquatableArray<Operand> indices, bool isWrite, bool isAddition)
    {
        Operations++;

        Operand? row = indices.Count == 2 ? indices[0] : null;

        if (!IsInvariant(array) || array.Type is not IrType.Array { Rank: 1 or 2, Element.IsFloating: true } type
            || (row is not null && !IsInvariant(row)) || IndexOf(indices[indices.Count - 1]) is not { } index)
        {
            Reject("memory is not walked element by element");
            return;
        }

        Agree(type.Element);
        _accesses.Add(new VectorAccess(statement, array, row, index, isWrite, isAddition));
    }

    /// <summary>What one iteration writes, another must not touch.</summary>
    private void CheckDependences()
    {
        foreach (VectorAccess write in _accesses.Where(static a => a.IsWrite))
        {
            VectorAccess[] others = [.. _accesses.Where(a => _classes[a.Array] == _classes[write.Array])];

            if (!write.Index.IsUnitStride && !(write.IsAddition && others.All(static a => a.IsAddition)))
            {
                Reject("every trip writes to the same element");
            }

            if (others.Any(other => other.Array != write.Array || other.Row != write.Row || other.Index != write.Index))
            {
                Reject("a trip may touch what another one writes");
            }
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

    private void Reject(string reason) => Reason ??= reason;
}
