using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Which values can be infinite or NaN although all the function was given is finite: quotients, logarithms, powers and
/// exponentials, unless a bound shows otherwise, and what is computed from them. Sums and products are not counted: they
/// overflow only where the program's own value does, but for <see cref="SwallowedPowers"/>. A quotient by something no derivative is taken of is not counted
/// either: if it is infinite, so is the derivative.
/// </summary>
/// <remarks>
/// Two properties are carried along: being infinite or NaN, and being NaN. A bound keeps the first away, not the second:
/// the sine of infinity is NaN, and so is the hyperbolic tangent of that.
/// </remarks>
internal sealed class Finiteness
{
    private readonly Dictionary<int, Interval> _bounds = [];
    private readonly Taint _infinite = new();
    private readonly Taint _steep = new();
    private readonly List<(Operand Partial, Value Target)> _partials = [];
    private readonly AliasClasses _classes;
    private readonly Activity _activity;
    private readonly SwallowedPowers _powers;

    private Finiteness(Function function)
    {
        _classes = AliasClasses.Of(function);
        _activity = Activity.Of(function, _classes);
        _powers = SwallowedPowers.Of(function, _classes);

        foreach (Statement statement in Blocks.All(function.Body))
        {
            Visit(statement);
        }

        Propagate();
    }

    public static Finiteness Of(Function function) => new(function);

    /// <summary>Whether a value of the function, or a partial computed from such, can be infinite or NaN.</summary>
    public bool MayBeInfinite(Operand operand) => operand switch
    {
        Value value => _infinite.Contains(Infinite(value.Id)) || (_powers.Contains(value) && !BoundsOf(value).IsBounded),
        Constant constant => IsInfinite(constant),
        _ => false,
    };

    /// <summary>Whether an adjoint can be infinite although the value of the function is finite.</summary>
    public bool IsSteep(Operand adjoint) => adjoint is Value value && _steep.Contains(value.Id);

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let { Expression: Expr.Apply apply, Target: var target }:
                Visit(apply, target);
                break;
            case Statement.Let { Expression: Expr.Verbatim, Target: { Type.IsFloating: true } target }:
                MarkNaN(target);
                break;
            case Statement.Let { Expression: Expr.Invoke call, Target: var target }:
                EdgesFrom(call.Arguments, target);
                break;
            case Statement.Call call:
                Visit(call);
                break;
            case Statement.Pull pull:
                Visit(pull);
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

        _bounds[target.Id] = Interval.Of(apply, BoundsOf);

        if (apply.Primitive == PrimitiveTable.StrongMultiply || apply.Primitive == PrimitiveTable.SteepMultiply)
        {
            VisitChainProduct(apply, target);
            return;
        }

        bool isBounded = _bounds[target.Id].IsBounded;

        if (CanCreateNaN(apply))
        {
            MarkNaN(target);
        }
        else if (!isBounded && (CanCreate(apply) || apply.Arguments.OfType<Constant>().Any(IsInfinite)))
        {
            _infinite.Mark(Infinite(target.Id));
        }

        for (int i = 0; i < apply.Arguments.Count; i++)
        {
            Visit(apply, i, target, isBounded);
        }
    }

    private void Visit(Expr.Apply apply, int position, Value target, bool isBounded)
    {
        if (apply.Arguments[position] is not Value argument)
        {
            return;
        }

        EdgeOfNaN(argument.Id, target.Id);

        // What is divided by infinity is zero.
        if (!isBounded && (position == 0 || apply.Primitive != PrimitiveTable.Divide))
        {
            Edge(argument, target);
        }

        if (InfinityGivesNaN(apply, position))
        {
            _infinite.Edge(Infinite(argument.Id), NaN(target.Id));
        }
    }

    /// <summary>
    /// An adjoint is infinite where it came through a vertical tangent. Where it came through a pole, so did the value.
    /// </summary>
    private void VisitChainProduct(Expr.Apply product, Value target)
    {
        _steep.Edge(product.Arguments[1], target, Node);

        if (product.Primitive == PrimitiveTable.SteepMultiply)
        {
            _partials.Add((product.Arguments[0], target));
        }
    }

    private bool CanCreate(Expr.Apply apply)
    {
        if (!apply.Primitive.IsSingular || apply.Primitive.HasFiniteValue)
        {
            return false;
        }

        Operand last = apply.Arguments[apply.Arguments.Count - 1];

        if (apply.Primitive == PrimitiveTable.Divide || apply.Primitive == PrimitiveTable.Remainder)
        {
            return _activity.IsVaried(last) ? !BoundsOf(last).IsAwayFromZero : last is Constant { IsZero: true };
        }

        return apply.Primitive == PrimitiveTable.Log ? BoundsOf(last).Low <= 0
            : apply.Primitive != PrimitiveTable.Pow || last is not Constant { Number: >= 0 };
    }

    /// <summary>Whether finite arguments can give NaN.</summary>
    private bool CanCreateNaN(Expr.Apply apply)
    {
        Interval first = BoundsOf(apply.Arguments[0]);
        return apply.Primitive.Name switch
        {
            "/" => CanCreate(apply) && !first.IsAwayFromZero,
            "%" => CanCreate(apply),
            "IEEERemainder" => !BoundsOf(apply.Arguments[1]).IsAwayFromZero,
            "Sqrt" or "Log" or "Log2" or "Log10" or "RootN" => first.Low < 0,
            "Pow" => first.Low < 0 && !IsWhole(apply.Arguments[1]),
            "LogP1" or "Log2P1" or "Log10P1" => first.Low < -1,
            "Asin" or "Acos" or "Atanh" or "AsinPi" or "AcosPi" => first.Low < -1 || first.High > 1,
            "Acosh" => first.Low < 1,
            _ => false,
        };
    }

    /// <summary>Whether an argument that is infinite can give NaN: a difference of two, a product with zero, a sine.</summary>
    private bool InfinityGivesNaN(Expr.Apply apply, int position)
    {
        Interval other = apply.Arguments.Count == 2 ? BoundsOf(apply.Arguments[1 - position]) : Interval.Everything;
        return apply.Primitive.Name switch
        {
            "+" or "-" => apply.Arguments.Count == 2 && !other.IsBounded,
            "*" => !other.IsAwayFromZero,
            "/" => !other.IsBounded && !(position == 1 && apply.Arguments[0] is Constant),
            "share" or "Max" or "Min" or "?:" or "Clamp" or "CopySign" or "Hypot" or "Atan2" => false,
            "Sin" or "Cos" or "Tan" or "SinPi" or "CosPi" or "TanPi" => true,
            _ => apply.Arguments.Count > 1,
        };
    }

    private Interval BoundsOf(Operand operand) => operand switch
    {
        Constant constant => new(constant.Number, constant.Number),
        Value value when _bounds.TryGetValue(value.Id, out Interval bounds) => bounds,
        _ => Interval.Everything,
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

    private void Visit(Statement.Call call)
    {
        foreach (Operand result in call.Results.Concat(Effects.ArraysWrittenBy(call)).Where(static r => r.Type.IsFloating || r.Type.IsMemory))
        {
            EdgesFrom(call.Arguments.Where(static a => a.Type.IsFloating || a.Type.IsMemory), result);
        }
    }

    private void Visit(Statement.Pull pull)
    {
        foreach (Operand result in pull.Results.Concat(pull.Shadows))
        {
            foreach (Operand adjoint in pull.Adjoints.Concat(pull.Shadows))
            {
                _steep.Edge(adjoint, result, Node);
            }
        }
    }

    private void EdgesFrom(IEnumerable<Operand> arguments, Operand target)
    {
        foreach (Operand argument in arguments)
        {
            Edge(argument, target);
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
        if (from is Constant constant && IsInfinite(constant))
        {
            _infinite.Mark(Infinite(Node(to)));
        }

        if (from is Value)
        {
            _infinite.Edge(Infinite(Node(from)), Infinite(Node(to)));
            EdgeOfNaN(Node(from), Node(to));
        }

        _steep.Edge(from, to, Node);
    }

    private void EdgeOfNaN(int from, int to)
    {
        _infinite.Edge(NaN(from), NaN(to));
        _infinite.Edge(NaN(to), Infinite(to));
    }

    private void MarkNaN(Value value)
    {
        _infinite.Mark(NaN(value.Id));
        _infinite.Mark(Infinite(value.Id));
    }

    private static int Infinite(int node) => 2 * node;

    private static int NaN(int node) => (2 * node) + 1;

    private int Node(Operand operand) => operand.Type.IsMemory
        ? _classes[operand]
        : ((Value)operand).Id;

    private void Propagate()
    {
        _infinite.Propagate();

        foreach ((Operand partial, Value target) in _partials)
        {
            if (MayBeInfinite(partial))
            {
                _steep.Mark(target.Id);
            }
        }

        _steep.Propagate();
    }

    private static bool IsWhole(Operand operand) =>
        operand is Constant { Number: double number } && Math.Floor(number) == number;

    private static bool IsInfinite(Constant constant) => double.IsNaN(constant.Number) || double.IsInfinity(constant.Number);
}
