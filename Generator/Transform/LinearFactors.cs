using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Pulls the factors that a loop does not change out of the sums it computes. Applies to the sums of derivatives only;
/// the user's own sums keep their bits.
/// </summary>
internal sealed class LinearFactors
{
    private readonly Dictionary<int, int> _depths = [];
    private readonly Dictionary<int, Operand> _quotients = [];
    private readonly HashSet<Operand> _divisors = [];
    private readonly Finiteness _finiteness;
    private readonly IrBuilder _builder;
    private int _depth;

    private LinearFactors(Function function)
    {
        _finiteness = Finiteness.Of(function);
        _builder = new IrBuilder(function.NextId);
    }

    // for (…) { sum += c * x[i]; }        →        for (…) { sum += x[i]; }
    //                                              sum *= c;
    public static Function Run(Function function)
    {
        LinearFactors pass = new(function);

        foreach (Parameter parameter in function.Parameters)
        {
            pass._depths[parameter.Value.Id] = 0;
        }

        Block body = pass.Rebuild(function.Body, []);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block, IEnumerable<Value> parameters)
    {
        List<int> defined = [];
        _builder.Begin();
        Define(parameters, defined);

        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.For loop)
            {
                Rebuild(loop, defined);
            }
            else
            {
                NoteQuotient(statement);
                _builder.Add(Descend(statement));
                Define(Blocks.Defined(statement), defined);
            }
        }

        // What a block defines is out of scope after it: reverse sweeps that still read it must not take it for invariant.
        defined.ForEach(id => _depths.Remove(id));
        return _builder.End([.. block.Yields]);
    }

    private Statement Descend(Statement statement)
    {
        _depth++;
        Statement rebuilt = Blocks.MapBlocks(statement, block => Rebuild(block, Blocks.DefinedInside(statement)));
        _depth--;
        return rebuilt;
    }

    private void Rebuild(Statement.For loop, List<int> defined)
    {
        Statement.For inner = (Statement.For)Descend(loop);
        Factoring factoring = new(inner, IsInvariant, _finiteness, _builder.NextId);
        Statement.For factored = factoring.Run(out IReadOnlyList<PulledFactor> pulled);
        _builder.Reserve(factoring.NextId);
        _builder.Add(factored);
        Define(Blocks.Defined(factored), defined);

        foreach (PulledFactor factor in pulled)
        {
            factor.Apply(_builder, factor.Factors.Any(CanBeInfinite));
            Define([factor.Result], defined);
        }
    }

    /// <summary>
    /// A quotient that came out of the loop is infinite for a divisor of zero, which may be why the loop does not run. One
    /// by which the function divides its own value, too, needs no care: then the value is as infinite.
    /// </summary>
    private bool CanBeInfinite(Factor factor)
    {
        Operand? divisor = factor.IsDivisor ? factor.Operand
            : factor.Operand is Value value && _quotients.TryGetValue(value.Id, out Operand? by) ? by
            : null;
        return divisor is Value && !_divisors.Contains(divisor);
    }

    private void NoteQuotient(Statement statement)
    {
        if (statement is Statement.Let { Expression: Expr.Apply { Arguments: { Count: 2 } arguments } apply, Target: var target }
            && apply.Primitive == Derivatives.PrimitiveTable.Divide)
        {
            _quotients[target.Id] = arguments[1];

            if (apply.Exact && _depth == 0)
            {
                _divisors.Add(arguments[1]);
            }
        }
    }

    private bool IsInvariant(Operand operand) =>
        operand is not Value value || (_depths.TryGetValue(value.Id, out int depth) && depth <= _depth);

    private void Define(IEnumerable<Value> values, List<int> defined)
    {
        foreach (Value value in values)
        {
            _depths[value.Id] = _depth;
            defined.Add(value.Id);
        }
    }
}
