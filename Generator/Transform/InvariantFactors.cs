using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Multiplies first, outside a loop, the factors of a product that the loop does not change. Only products of derivatives
/// are regrouped; the user's own keep their order.
/// </summary>
internal sealed class InvariantFactors
{
    private readonly Dictionary<int, int> _depths = [];
    private readonly Dictionary<int, Expr.Apply> _products = [];
    private readonly HashSet<int> _parts = [];
    private readonly List<bool> _isLoop = [];
    private readonly List<Dictionary<(Operand, Operand), Value>> _hoisted = [];
    private readonly IrBuilder _builder;
    private readonly UseCounts _uses;
    private readonly int _base;

    private InvariantFactors(Function function)
    {
        _builder = new IrBuilder(function.NextId);
        _uses = UseCounts.Of(function);
        _base = _builder.Depth + 1;

        foreach (Statement statement in Blocks.All(function.Body))
        {
            if (statement is Statement.Let { Expression: Expr.Apply product, Target: var target } && IsProduct(product, target.Type))
            {
                _parts.UnionWith(product.Arguments.OfType<Value>().Select(static v => v.Id));
            }
        }
    }

    // for (…) { a[i] += 2 * (x[i] * g); }      →      double factor = 2 * g;
    //                                                 for (…) { a[i] += factor * x[i]; }
    public static Function Run(Function function)
    {
        InvariantFactors pass = new(function);
        Block body = pass.Rebuild(function.Body, isLoop: false, []);
        return DeadCode.Run(function with { Body = body, NextId = pass._builder.NextId });
    }

    private Block Rebuild(Block block, bool isLoop, IEnumerable<Value> parameters)
    {
        _builder.Begin();
        _isLoop.Add(isLoop);
        _hoisted.Add([]);
        Define(parameters);

        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.Let { Expression: Expr.Apply product } let && IsProduct(product, let.Target.Type))
            {
                _products[let.Target.Id] = product;
                _builder.Add(IsPartOfProduct(let) ? let : new Statement.Let(let.Target, Regroup(product, let.Target.Type)));
            }
            else
            {
                bool isInnerLoop = statement is Statement.For or Statement.While;
                _builder.Add(Blocks.MapBlocks(
                    statement, inner => Rebuild(inner, isInnerLoop, Blocks.DefinedInside(statement))));
            }

            Define(Blocks.Defined(statement));
        }

        _isLoop.RemoveAt(_isLoop.Count - 1);
        _hoisted.RemoveAt(_hoisted.Count - 1);
        return _builder.End([.. block.Yields]);
    }

    private static bool IsProduct(Expr.Apply apply, IrType type) =>
        !apply.Exact && apply.Primitive == PrimitiveTable.Multiply && type.IsFloating;

    /// <summary>A product that only another product reads waits for its reader to take it apart.</summary>
    private bool IsPartOfProduct(Statement.Let let) => _uses[let.Target] == 1 && _parts.Contains(let.Target.Id);

    private Expr.Apply Regroup(Expr.Apply product, IrType type)
    {
        int outside = OutsideLoop();
        List<Operand> factors = [.. product.Arguments.SelectMany(Factors)];
        Operand[] fixedFactors = [.. factors.Where(f => DepthOf(f) <= outside)];
        Operand[] moving = [.. factors.Where(f => DepthOf(f) > outside)];

        if (outside < 0 || fixedFactors.Length < 2 || moving.Length == 0)
        {
            return product;
        }

        int home = fixedFactors.Max(DepthOf);
        Operand factor = fixedFactors.Aggregate((left, right) => MultiplyAt(home, left, right, type));
        Operand rest = moving.Aggregate((left, right) => _builder.Relaxed(type, PrimitiveTable.Multiply, left, right));
        return product with { Arguments = [factor, rest] };
    }

    private Value MultiplyAt(int depth, Operand left, Operand right, IrType type)
    {
        if (_hoisted[depth].TryGetValue((left, right), out Value? known))
        {
            return known;
        }

        Value result = _builder.Fresh(type);
        _hoisted[depth].Add((left, right), result);
        Expr product = new Expr.Apply(PrimitiveTable.Multiply, [left, right], Exact: false);
        _builder.AddAt(_base + depth, new Statement.Let(result, product));
        _depths[result.Id] = depth;
        return result;
    }

    /// <summary>The leaves of a product, through products that nothing else reads.</summary>
    private List<Operand> Factors(Operand operand) =>
        operand is Value value && _uses[value] == 1 && _products.TryGetValue(value.Id, out Expr.Apply? product)
            && DepthOf(value) == _isLoop.Count - 1
            ? [.. product.Arguments.SelectMany(Factors)]
            : [operand];

    /// <summary>The depth of the block around the innermost loop; −1 outside every loop.</summary>
    private int OutsideLoop()
    {
        int depth = _isLoop.Count - 1;

        while (depth >= 0 && !_isLoop[depth])
        {
            depth--;
        }

        return depth - 1;
    }

    private int DepthOf(Operand operand) =>
        operand is Value value && _depths.TryGetValue(value.Id, out int depth) ? depth : 0;

    private void Define(IEnumerable<Value> values)
    {
        foreach (Value value in values)
        {
            _depths[value.Id] = _isLoop.Count - 1;
        }
    }
}
