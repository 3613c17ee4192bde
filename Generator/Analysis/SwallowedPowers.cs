using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Squares, cubes and higher powers that can overflow although the value of the function does not: those that only count
/// through what maps infinity to a number, as the hyperbolic tangent and the exponential of −∞ do. Where they overflow, the
/// adjoint that comes back is exactly zero, and they are partials it is multiplied by. Other products are not counted: for
/// them to overflow takes two large numbers, and a comparison in every product of a model is dear.
/// </summary>
internal sealed class SwallowedPowers
{
    private readonly AliasClasses _classes;

    // Backwards: from what swallows infinity to what it is computed from.
    private readonly Taint _swallowed = new();
    private readonly Dictionary<int, HashSet<Operand>> _bases = [];
    private readonly HashSet<int> _powers = [];
    private readonly Dictionary<Operand, int> _raised = [];
    private readonly Dictionary<int, Operand> _slopes = [];

    private SwallowedPowers(Function function, AliasClasses classes)
    {
        _classes = classes;

        foreach (Statement statement in Blocks.All(function.Body))
        {
            Visit(statement);
        }

        _swallowed.Propagate();
    }

    public static SwallowedPowers Of(Function function, AliasClasses classes) => new(function, classes);

    public bool Contains(Value value) => _powers.Contains(value.Id) ? _swallowed.Contains(value.Id)
        : _slopes.TryGetValue(value.Id, out Operand? x) && _raised.TryGetValue(x, out int power) && _swallowed.Contains(power);

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let { Expression: Expr.Apply apply, Target: { Type.IsFloating: true } target }:
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
        for (int i = 0; i < apply.Arguments.Count; i++)
        {
            Edge(apply.Arguments[i], target);

            if (apply.Exact && apply.Arguments[i] is Value { Type.IsFloating: true } argument && Swallows(apply, i))
            {
                _swallowed.Mark(argument.Id);
            }
        }

        if (apply.Primitive == PrimitiveTable.Pow)
        {
            VisitPower(apply, target);
        }
        else if (apply.Primitive == PrimitiveTable.Multiply || apply.Primitive == PrimitiveTable.Negate)
        {
            VisitProduct(apply, target);
        }
    }

    private void VisitProduct(Expr.Apply product, Value target)
    {
        HashSet<Operand> bases = [];

        foreach (Value factor in product.Arguments.OfType<Value>())
        {
            HashSet<Operand> own = _bases.TryGetValue(factor.Id, out HashSet<Operand>? known) ? known : [factor];

            if (_powers.Contains(factor.Id) || own.Overlaps(bases))
            {
                _powers.Add(target.Id);
            }

            if (_slopes.TryGetValue(factor.Id, out Operand? x))
            {
                _slopes[target.Id] = x;
            }

            bases.UnionWith(own);
        }

        _bases[target.Id] = bases;
    }

    // x⁴, whose partial has x³
    private void VisitPower(Expr.Apply power, Value target)
    {
        if (power.Arguments[1] is not Constant { Number: > 1 })
        {
            return;
        }

        if (power.Exact)
        {
            _powers.Add(target.Id);
            _raised[power.Arguments[0]] = target.Id;
        }
        else
        {
            _slopes[target.Id] = power.Arguments[0];
        }
    }

    /// <summary>Whether an operation gives a number for an argument that is infinite.</summary>
    private static bool Swallows(Expr.Apply apply, int position) => apply.Primitive.Name switch
    {
        "Exp" or "Exp2" or "Exp10" or "ExpM1" or "Exp2M1" or "Exp10M1" or "Tanh" or "Atan" or "AtanPi" or "Atan2" or "Atan2Pi" => true,
        "Max" or "Min" or "Clamp" or "MaxNumber" or "MinNumber" or "?:" or "share" => true,
        "/" => position == 1,
        "Pow" => position == 0 && apply.Arguments[1] is not Constant { Number: >= 0 },
        _ => false,
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

    private void Edge(Operand from, Operand to) => _swallowed.Edge(to, from, Node);

    private int Node(Operand operand) => operand.Type is IrType.Array or IrType.Stack
        ? _classes[operand]
        : operand is Value value ? value.Id : -1;
}
