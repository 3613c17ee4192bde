using Fluxion.Generator.Analysis;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Takes once, before a loop, the memory of an array that each trip makes anew and nobody keeps; and clears it only where
/// the function does not write all of it first. A loop that adds to each element of a fresh array first, stores instead.
/// </summary>
internal sealed class ScratchArrays
{
    private readonly DirectArrays _arrays;
    private readonly FullWrites _writes;
    private readonly Dictionary<int, int> _depths = [];
    private readonly Dictionary<int, Expr> _definitions = [];
    private readonly List<bool> _isLoop = [];
    private readonly List<HashSet<Operand>> _checked = [];
    private readonly IrBuilder _builder;
    private readonly int _base;

    private ScratchArrays(Function function)
    {
        _arrays = DirectArrays.Of(Frames.Of(function));
        _writes = new FullWrites(DefinitionOf);
        _builder = new IrBuilder(function.NextId);
        _base = _builder.Depth + 1;
    }

    // for (…)                                      double[] t = scratch[n];
    // {                                            for (…)
    //     double[] t = new double[n];       →      {
    //     …                                            Array.Clear(t);
    // }                                                …
    //                                              }
    public static Function Run(Function function)
    {
        ScratchArrays pass = new(function);
        Block body = pass.Rebuild(function.Body, isLoop: false, []);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block, bool isLoop, IEnumerable<Value> parameters)
    {
        _builder.Begin();
        _isLoop.Add(isLoop);
        _checked.Add([]);
        Define(parameters);
        List<Statement> statements = [.. block.Statements];
        NoteDefinitions(statements);

        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i] is Statement.Let { Expression: Expr.NewArray { Lengths: { Count: 1 } lengths } } let)
            {
                Rebuild(let, lengths[0], statements, i + 1);
            }
            else
            {
                Statement statement = statements[i];
                bool isInnerLoop = statement is Statement.For or Statement.While;
                _builder.Add(Blocks.MapBlocks(
                    statement, inner => Rebuild(inner, isInnerLoop, Blocks.DefinedInside(statement))));
                NoteCheck(statement);
            }

            Define(Blocks.Defined(statements[i]));
        }

        _isLoop.RemoveAt(_isLoop.Count - 1);
        _checked.RemoveAt(_checked.Count - 1);
        return _builder.End([.. block.Yields]);
    }

    private void Rebuild(Statement.Let let, Operand length, List<Statement> statements, int next)
    {
        bool isSafe = NonNegative.Is(length, DefinitionOf) || _checked.Any(c => c.Contains(length));
        int depth = _arrays.Contains(let.Target) ? OutsideLoops(length) : _isLoop.Count - 1;

        if (!_arrays.Contains(let.Target) || (depth == _isLoop.Count - 1 && !isSafe))
        {
            _builder.Add(let);
        }
        else
        {
            StoreFirst(let.Target, length, statements, next);
            bool isWritten = _writes.ComeFirst(statements.Skip(next), let.Target, length);
            Take(let, length, depth, isSafe, isWritten);
        }

        _checked[_checked.Count - 1].Add(length);
    }

    private void Take(Statement.Let let, Operand length, int depth, bool isSafe, bool isWritten)
    {
        bool isHere = depth == _isLoop.Count - 1;

        if (isHere && !isWritten)
        {
            _builder.Add(let);
            return;
        }

        if (!isSafe)
        {
            NonNegative.Require(_builder, length);
        }

        _builder.AddAt(_base + depth, let with { Expression = new Expr.NewScratch(length) });

        if (!isWritten)
        {
            _builder.Add(new Statement.Fill(let.Target, Constant.Zero(((IrType.Array)let.Target.Type).Element)));
        }
    }

    // t[i] += x, where t is fresh: t[i] = x
    private void StoreFirst(Value array, Operand length, List<Statement> statements, int next)
    {
        if (_writes.FirstAdditions(statements.Skip(next), array, length) is not { } loop)
        {
            return;
        }

        Statement.Accumulate update = (Statement.Accumulate)FullWrites.WriteOf(loop, array)!;
        IEnumerable<Statement> body = loop.Body.Statements.Select(
            s => ReferenceEquals(s, update) ? new Statement.Store(update.Array, update.Indices, update.Value) : s);
        int position = statements.FindIndex(next, s => ReferenceEquals(s, loop));
        statements[position] = loop with { Body = loop.Body with { Statements = [.. body] } };
    }

    /// <summary>The depth of the outermost block around loops of this one in which the length is known; this one's, if there is none.</summary>
    private int OutsideLoops(Operand length)
    {
        int depth = length is Value value && _depths.TryGetValue(value.Id, out int known) ? known : 0;

        while (depth < _isLoop.Count - 1 && !_isLoop[depth + 1])
        {
            depth++;
        }

        return depth;
    }

    private void NoteDefinitions(IEnumerable<Statement> statements)
    {
        foreach (Statement.Let let in statements.OfType<Statement.Let>())
        {
            _definitions[let.Target.Id] = let.Expression;
        }
    }

    private void NoteCheck(Statement statement)
    {
        if (NonNegative.CheckedBy(statement, DefinitionOf) is { } length)
        {
            _checked[_checked.Count - 1].Add(length);
        }
    }

    private Expr? DefinitionOf(Operand operand) =>
        operand is Value value && _definitions.TryGetValue(value.Id, out Expr? expression) ? expression : null;

    private void Define(IEnumerable<Value> values)
    {
        foreach (Value value in values)
        {
            _depths[value.Id] = _isLoop.Count - 1;
        }
    }
}
