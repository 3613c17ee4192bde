using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Forward mode: beside each value runs its tangent, the derivative along one direction of the differentiable parameters.
/// Applied to what reverse mode gives, records included, it gives products of the Hessian with that direction.
/// </summary>
/// <remarks>
/// New parameters follow the old ones: a tangent for each differentiable parameter, then one for each destination. The
/// results are the function's own, then their tangents.
/// </remarks>
internal sealed class ForwardMode
{
    // double y = x * x;          →          double y = x * x;
    //                                       double yDot = x * xDot + x * xDot;
    private readonly IrBuilder _builder;
    private readonly FlowGraph _graph;
    private readonly HashSet<int> _varied;
    private readonly Dictionary<int, Operand> _tangents = [];

    private ForwardMode(Function function)
    {
        _builder = new IrBuilder(function.NextId);
        _graph = FlowGraph.Of(function, AliasClasses.Of(function));
        _varied = _graph.Reach(
            function.Parameters.Where(static p => p.Role == ParameterRole.Differentiable).Select(static p => p.Value),
            forward: true);
    }

    public static Function Run(Function function) => new ForwardMode(function).Differentiate(function);

    private Function Differentiate(Function function)
    {
        Parameter[] tangents =
        [
            .. function.Parameters.Where(static p => p.Role == ParameterRole.Differentiable)
                .Select(p => new Parameter(FreshTangent(p.Value), ParameterRole.Constant)),
            .. function.Parameters.Where(static p => p.Role == ParameterRole.Destination)
                .Select(p => new Parameter(FreshTangent(p.Value), ParameterRole.Destination)),
        ];
        _builder.Begin();
        Visit(function.Body);
        IEnumerable<Operand> results = function.Body.Yields.Concat(function.Body.Yields.Select(Tangent));
        Block body = _builder.End([.. results]);
        return new Function(function.Name, [.. function.Parameters, .. tangents], body, _builder.NextId);
    }

    private void Visit(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Visit(statement);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let:
                Visit(let);
                break;
            case Statement.If branch:
                Visit(branch);
                break;
            case Statement.For loop:
                (EquatableArray<Carried> carried, int[] positions) = WithTangents(loop.Carried);
                _builder.Add(loop with { Carried = carried, Body = Inner(loop.Body, positions) });
                break;
            case Statement.While loop:
                Visit(loop);
                break;
            default:
                _builder.Add(statement);
                VisitMemory(statement);
                break;
        }
    }

    private void Visit(Statement.If branch)
    {
        int[] positions = Positions(branch.Results);
        Block then = Inner(branch.Then, positions);
        Block otherwise = Inner(branch.Else, positions);
        IEnumerable<Value> tangents = positions.Select(i => FreshTangent(branch.Results[i]));
        _builder.Add(branch with { Then = then, Else = otherwise, Results = [.. branch.Results, .. tangents] });
    }

    private void Visit(Statement.While loop)
    {
        (EquatableArray<Carried> carried, int[] positions) = WithTangents(loop.Carried);
        _builder.Add(loop with { Carried = carried, Body = Inner(loop.Body, positions) });
    }

    /// <summary>What writes to memory writes to its tangent, too.</summary>
    private void VisitMemory(Statement statement)
    {
        switch (statement)
        {
            case Statement.Store store when IsVaried(store.Array):
                _builder.Add(store with { Array = Tangent(store.Array), Value = Tangent(store.Value) });
                break;
            case Statement.Accumulate update when IsVaried(update.Array):
                _builder.Add(update with { Array = Tangent(update.Array), Value = Tangent(update.Value), Exact = false });
                break;
            case Statement.Fill fill when IsVaried(fill.Array):
                _builder.Add(new Statement.Fill(Tangent(fill.Array), Tangent(fill.Value)));
                break;
            case Statement.Push push when IsVaried(push.Stack):
                _builder.Add(new Statement.Push(Tangent(push.Stack), Tangent(push.Value)));
                break;
        }
    }

    private void Visit(Statement.Let let)
    {
        _builder.Add(let);

        if (!IsVaried(let.Target))
        {
            return;
        }

        _tangents[let.Target.Id] = let.Expression switch
        {
            Expr.Apply apply => Sum(apply, let.Target),
            Expr.Load load => Beside(let.Target, load with { Array = Tangent(load.Array) }),
            Expr.CopyOf copy => Beside(let.Target, new Expr.CopyOf(Tangent(copy.Array))),
            Expr.Pop pop => Beside(let.Target, new Expr.Pop(Tangent(pop.Stack))),
            Expr.NewArray or Expr.NewScratch or Expr.NewRecord or Expr.NewStack => Beside(let.Target, let.Expression),
            _ => throw new NotSupportedException("memory that is made by an expression without derivative"),
        };
    }

    /// <summary>The chain rule: partials times tangents of the arguments, added up.</summary>
    private Operand Sum(Expr.Apply apply, Value result)
    {
        Operand total = Constant.Zero(result.Type);
        Sym?[] partials = apply.Primitive.Partials;

        for (int i = 0; i < partials.Length; i++)
        {
            if (partials[i] is { } partial && apply.Arguments[i].Type.IsFloating && IsVaried(apply.Arguments[i]))
            {
                Operand tangent = Converted(Tangent(apply.Arguments[i]), result.Type);
                Operand factor = new SymEmitter(_builder, apply, result).Emit(partial);
                Value term = _builder.Relaxed(result.Type, apply.Primitive.ChainProduct, factor, tangent);
                total = _builder.Let(
                    result.Type, new Expr.Apply(PrimitiveTable.Add, [total, term], Exact: false), TangentName(result));
            }
        }

        return total;
    }

    private Operand Converted(Operand operand, IrType type) =>
        operand.Type == type ? operand : _builder.Relaxed(type, PrimitiveTable.Convert, operand);

    private Value Beside(Value target, Expr expression) => _builder.Let(target.Type, expression, TangentName(target));

    private Block Inner(Block block, int[] positions)
    {
        _builder.Begin();
        Visit(block);
        return _builder.End([.. block.Yields, .. positions.Select(i => Tangent(block.Yields[i]))]);
    }

    private (EquatableArray<Carried> Carried, int[] Positions) WithTangents(EquatableArray<Carried> carried)
    {
        int[] positions = Positions(carried.Select(static c => c.Result));
        IEnumerable<Carried> tangents = positions.Select(i => new Carried(
            FreshTangent(carried[i].Parameter), Tangent(carried[i].Initial), FreshTangent(carried[i].Result)));
        return ([.. carried, .. tangents], positions);
    }

    private int[] Positions(IEnumerable<Value> values) =>
        [.. values.Select((value, i) => IsVaried(value) ? i : -1).Where(static i => i >= 0)];

    private Value FreshTangent(Value value)
    {
        Value tangent = _builder.Fresh(value.Type, TangentName(value));
        _tangents[value.Id] = tangent;
        return tangent;
    }

    /// <summary>The tangent of an operand; zero for what does not depend on the differentiable parameters.</summary>
    private Operand Tangent(Operand operand) =>
        operand is Value value && _tangents.TryGetValue(value.Id, out Operand? tangent) ? tangent
        : operand.Type is IrType.Scalar ? Constant.Zero(operand.Type)
        : throw new NotSupportedException("memory that is constant in one branch and differentiated in another");

    private bool IsVaried(Operand operand) =>
        operand is Value && (operand.Type.IsFloating || operand.Type.IsFloatingArray || operand.Type is IrType.Stack { Element: { IsFloating: true } or { IsFloatingArray: true } })
        && _varied.Contains(_graph.Node(operand));

    private static string TangentName(Value value) => value.Name.Length == 0 ? "" : value.Name + "Dot";
}
