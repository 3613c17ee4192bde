using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Which values can be infinite or NaN although all the function was given is finite: quotients, logarithms, powers and
/// exponentials, unless a bound shows otherwise, and what is computed from them. Sums and products are not counted: they
/// overflow only where the program's own value does. A quotient by something no derivative is taken of is not counted
/// either: if it is infinite, so is the derivative.
/// </summary>
internal sealed class Finiteness
{
    private readonly Dictionary<int, List<int>> _edges = [];
    private readonly Dictionary<int, double> _lowerBounds = [];
    private readonly HashSet<int> _suspects = [];
    private readonly AliasClasses _classes;
    private readonly Activity _activity;

    private Finiteness(Function function)
    {
        _classes = AliasClasses.Of(function);
        _activity = Activity.Of(function, _classes);

        foreach (Statement statement in Blocks.All(function.Body))
        {
            Visit(statement);
        }

        Propagate();
    }

    public static Finiteness Of(Function function) => new(function);

    public bool MayBeInfinite(Operand operand) => operand switch
    {
        Value value => _suspects.Contains(value.Id),
        Constant constant => double.IsNaN(constant.Number) || double.IsInfinity(constant.Number),
        _ => false,
    };

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let { Expression: Expr.Apply apply, Target: var target }:
                Visit(apply, target);
                break;
            case Statement.Let { Expression: Expr.Load load, Target: var target }:
                Edge(load.Array, target);
                break;
            case Statement.Let { Expression: Expr.CopyOf copy, Target: var target }:
                Edge(copy.Array, target);
                break;
            case Statement.Store store:
                Edge(store.Value, store.Array);
                break;
            case Statement.Accumulate update:
                Edge(update.Value, update.Array);
                break;
            case Statement.Fill fill:
                Edge(fill.Value, fill.Array);
                break;
            case Statement.If branch:
                EdgeAll(branch.Then.Yields, branch.Results);
                EdgeAll(branch.Else.Yields, branch.Results);
                break;
            case Statement.For loop:
                Visit(loop.Carried, loop.Body);
                break;
            case Statement.While loop:
                Visit(loop.Carried, loop.Body);
                break;
        }
    }

    private void Visit(Expr.Apply apply, Value target)
    {
        if (!target.Type.IsFloating)
        {
            return;
        }

        _lowerBounds[target.Id] = LowerBounds.Of(apply, Bound);

        if (CanCreate(apply))
        {
            _suspects.Add(target.Id);
        }

        // What is divided by infinity is zero.
        int sources = apply.Primitive == PrimitiveTable.Divide ? 1 : apply.Arguments.Count;

        for (int i = 0; i < sources; i++)
        {
            Edge(apply.Arguments[i], target);
        }

        if (apply.Arguments.OfType<Constant>().Any(MayBeInfinite))
        {
            _suspects.Add(target.Id);
        }
    }

    private bool CanCreate(Expr.Apply apply)
    {
        if (!apply.Primitive.IsSingular || apply.Primitive.HasFiniteValue)
        {
            return false;
        }

        Operand last = apply.Arguments[apply.Arguments.Count - 1];
        bool isQuotient = apply.Primitive == PrimitiveTable.Divide || apply.Primitive == PrimitiveTable.Remainder;

        if (isQuotient && !_activity.IsVaried(last))
        {
            return last is Constant { IsZero: true };
        }

        return !(isQuotient || apply.Primitive == PrimitiveTable.Log) || Bound(last) <= 0;
    }

    private double Bound(Operand operand) => operand switch
    {
        Constant constant => constant.Number,
        Value value when _lowerBounds.TryGetValue(value.Id, out double bound) => bound,
        _ => double.NegativeInfinity,
    };

    private void Visit(EquatableArray<Carried> carried, Block body)
    {
        for (int i = 0; i < carried.Count; i++)
        {
            Edge(carried[i].Initial, carried[i].Parameter);
            Edge(carried[i].Initial, carried[i].Result);
            Edge(body.Yields[i], carried[i].Parameter);
            Edge(body.Yields[i], carried[i].Result);
        }
    }

    private void EdgeAll(EquatableArray<Operand> from, EquatableArray<Value> to)
    {
        for (int i = 0; i < to.Count; i++)
        {
            Edge(from[i], to[i]);
        }
    }

    private void Edge(Operand from, Operand to)
    {
        if (from is Constant && MayBeInfinite(from))
        {
            _suspects.Add(Node(to));
        }
        else if (from is Value)
        {
            if (!_edges.TryGetValue(Node(from), out List<int>? targets))
            {
                _edges.Add(Node(from), targets = []);
            }

            targets.Add(Node(to));
        }
    }

    private int Node(Operand operand) => operand.Type is IrType.Array or IrType.Stack
        ? _classes[operand]
        : ((Value)operand).Id;

    private void Propagate()
    {
        Stack<int> work = new(_suspects);

        while (work.Count > 0)
        {
            if (_edges.TryGetValue(work.Pop(), out List<int>? targets))
            {
                foreach (int target in targets.Where(_suspects.Add))
                {
                    work.Push(target);
                }
            }
        }
    }
}
