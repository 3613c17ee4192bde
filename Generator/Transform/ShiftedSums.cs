using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Takes the slopes of the logarithm of a sum of exponentials, where the sum overflows or vanishes, from one that is shifted
/// by the largest exponent: they do not depend on the shift. The value stays what the method computes. P. Blanchard,
/// D. Higham, N. Higham, <i>Accurately computing the log-sum-exp and softmax functions</i>, IMA J. Numer. Anal. 41 (2021).
/// </summary>
internal sealed class ShiftedSums
{
    private readonly IrBuilder _builder;
    private readonly SumsOfExponentials _sums;
    private readonly Dictionary<int, Operand> _replacements = [];

    private ShiftedSums(Function function)
    {
        _builder = new IrBuilder(function.NextId);
        _sums = SumsOfExponentials.Of(function);
    }

    // for (…) { s += Math.Exp(t); }            for (…) { s += Math.Exp(t); }
    // y = Math.Log(s);                  →      z = s;
    //                                          if (s is 0 or infinite)
    //                                          {
    //                                              for (…) { m = Math.Max(m, t); }
    //                                              for (…) { z += Math.Exp(t - m); }
    //                                          }
    //                                          y = Math.Log(s), with the slopes of Math.Log(z);
    public static Function Run(Function function)
    {
        ShiftedSums pass = new(function);

        if (pass._sums.IsEmpty)
        {
            return function;
        }

        Block body = pass.Rebuild(function.Body);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();
        Dictionary<Operand, Operand> shifted = [];

        foreach (Statement statement in block.Statements)
        {
            _builder.Add(Blocks.MapBlocks(Blocks.Substitute(statement, Resolve), Rebuild));

            foreach (SumOfExponentials sum in _sums.In(statement))
            {
                shifted[sum.Result] = Shift(sum);
            }

            if (statement is Statement.Let { Expression: Expr.Apply apply, Target: var target } && apply.Arguments.Any(shifted.ContainsKey))
            {
                Follow(apply, target, shifted);
            }
        }

        return _builder.End([.. block.Yields.Select(Resolve)]);
    }

    /// <summary>A multiple of a sum has a shifted one as well; its logarithm has the slopes of that.</summary>
    private void Follow(Expr.Apply apply, Value target, Dictionary<Operand, Operand> shifted)
    {
        Operand[] arguments = [.. apply.Arguments.Select(a => shifted.TryGetValue(a, out Operand? own) ? own : Resolve(a))];

        if (SumsOfExponentials.IsMultiple(apply.Primitive))
        {
            shifted[target] = _builder.Exact(target.Type, apply.Primitive, arguments);
        }
        else if (SumsOfExponentials.IsLogarithm(apply.Primitive))
        {
            Value logarithm = _builder.Exact(target.Type, apply.Primitive, arguments);
            _replacements[target.Id] = _builder.Let(
                target.Type, new Expr.Apply(PrimitiveTable.WithSlopesOf, [target, logarithm]), target.Name);
        }
    }

    private Value Shift(SumOfExponentials sum)
    {
        IrType type = sum.Result.Type;
        double least = sum.Exponent.Type == IrType.Single ? 1e-30 : 1e-290;
        double most = type == IrType.Single ? float.MaxValue : double.MaxValue;
        Value isSome = _builder.Exact(IrType.Boolean, PrimitiveTable.GreaterOrEqual, sum.Result, Constant.Real(least, type));
        Value isFinite = _builder.Exact(IrType.Boolean, PrimitiveTable.LessOrEqual, sum.Result, Constant.Real(most, type));
        Value isOrdinary = _builder.Exact(IrType.Boolean, PrimitiveTable.And, isSome, isFinite);
        _builder.Begin();
        _builder.Add(new Statement.Remark(RemarkKind.Note, "The sum overflows or vanishes: its slopes are those of one shifted by the largest exponent"));
        Block otherwise = _builder.End(Add(sum, Held(Largest(sum))));
        Value result = _builder.Fresh(type, sum.Result.Name);
        _builder.Add(new Statement.If(_builder.Label(), isOrdinary, new Block([], [sum.Result]), otherwise, [result]));
        return result;
    }

    private Operand Largest(SumOfExponentials sum)
    {
        IrType type = sum.Exponent.Type;
        Value largest = _builder.Fresh(type, "largest");
        Value next = _builder.Fresh(type, "largest");
        Constant first = Constant.Real(sum.Exponential == PrimitiveTable.Exp2 ? Math.Log(sum.First, 2)
            : sum.Exponential == PrimitiveTable.Exp10 ? Math.Log10(sum.First) : Math.Log(sum.First), type);
        Statement[] statements =
            [.. sum.Steps, new Statement.Let(next, new Expr.Apply(PrimitiveTable.Max, [largest, sum.Exponent]))];
        return Repeat(sum.Loop, new Carried(largest, first, _builder.Fresh(type, "largest")), statements, next);
    }

    /// <summary>The largest exponent is held: what the slopes do not depend on has none.</summary>
    private Value Held(Operand operand) => _builder.Let(operand.Type, new Expr.Verbatim("{0}", [operand]), "largest");

    private Operand Add(SumOfExponentials sum, Value largest)
    {
        IrType type = sum.Result.Type;
        Value total = _builder.Fresh(type, sum.Result.Name);
        Constant first = Constant.Real(sum.First, sum.Exponent.Type);
        Operand initial = first.IsZero ? Constant.Zero(type) : Converted(type, _builder.Exact(
            largest.Type, PrimitiveTable.Multiply, first, _builder.Exact(
                largest.Type, sum.Exponential, _builder.Exact(largest.Type, PrimitiveTable.Negate, largest))));
        IrBuilder steps = new(_builder.NextId);
        Operand term = steps.Exact(
            largest.Type, sum.Exponential, steps.Exact(largest.Type, PrimitiveTable.Subtract, sum.Exponent, largest));
        term = sum.Weight is null ? term : steps.Exact(term.Type, PrimitiveTable.Multiply, sum.Weight, term);
        term = term.Type == type ? term : steps.Exact(type, PrimitiveTable.Convert, term);
        Value next = steps.Exact(type, PrimitiveTable.Add, total, term);
        Statement[] statements = [.. sum.Steps, .. steps.Current];
        _builder.Reserve(steps.NextId);
        return Repeat(sum.Loop, new Carried(total, initial, _builder.Fresh(type, sum.Result.Name)), statements, next);
    }

    private Operand Converted(IrType type, Operand operand) =>
        operand.Type == type ? operand : _builder.Exact(type, PrimitiveTable.Convert, operand);

    /// <summary>The loop once more, with other statements in it.</summary>
    private Value Repeat(Statement.For loop, Carried carried, IEnumerable<Statement> statements, Value next)
    {
        Block body = new(statements.ToEquatable(), [next]);
        Statement.For copy = RenamedCopy.Of(loop with { Carried = [carried], Body = body }, _builder);
        _builder.Add(copy);
        return copy.Carried[0].Result;
    }

    private Operand Resolve(Operand operand) =>
        operand is Value value && _replacements.TryGetValue(value.Id, out Operand? known) ? known : operand;
}
