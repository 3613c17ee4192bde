using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>
/// Counted loops. Each variable of the loop starts as a gap of its own; what the body makes of it says what it is: the same
/// (it does not change), itself and a constant (it counts), itself and something (it sums up), anything else (a recurrence).
/// </summary>
internal sealed partial class ClosedFormReader
{
    private const int DeepestLoop = 6;

    // Above the depths of loops: the indices of the element with respect to which one differentiates.
    private const int ElementDepth = 48;

    private void Visit(Statement.For loop)
    {
        if (_depth >= DeepestLoop)
        {
            Leave(loop, "for", "is nested too deeply", loop.Label);
            return;
        }

        string statement = _terms.Statement;
        Term.Index index = _terms.Index(_depth, "ijkmno"[_depth].ToString());
        (Term lower, Term upper, Term position, Term trip) = Range(loop, index);
        _values[loop.Index.Id] = position;
        _depth++;
        _scopes.Add(new Scope(index, lower, upper));
        int mark = _contributions.Count;
        Work before = BeginWork();
        Term.Missing[] gaps = [.. loop.Carried.Select(variable => Recurrence(variable, loop.Label))];
        Term[] known = [.. gaps];
        Term[] next = Run(loop, known);

        // Variables that only count, or do not change, are formulas: read the body again with them.
        for (int i = 0; i < known.Length; i++)
        {
            Term initial = Read(loop.Carried[i].Initial);
            known[i] = next[i] == gaps[i] ? initial
                : gaps[i].Type == IrType.Int32 && Rest(next[i], gaps[i]) is Term.Number step
                    ? _terms.Add(initial, _terms.Multiply(step, trip))
                    : gaps[i];
        }

        if (known.Where((k, i) => k != gaps[i]).Any())
        {
            _contributions.RemoveRange(mark, _contributions.Count - mark);
            _work = NoWork();
            next = Run(loop, known);
        }

        _scopes.RemoveAt(_scopes.Count - 1);
        EndLoop(before, index, lower, upper);
        _depth--;
        _terms.Statement = statement;

        for (int i = 0; i < known.Length; i++)
        {
            Term? growth = next[i] == known[i] ? null : Growth(next[i], known[i], gaps);
            _values[loop.Carried[i].Result.Id] =
                next[i] == known[i] ? Read(loop.Carried[i].Initial)
                : growth is null ? gaps[i]
                : _terms.Add(Read(loop.Carried[i].Initial), _terms.Total(index, lower, upper, growth));
        }
    }

    private Term.Missing Recurrence(Carried variable, int loop) => _terms.Missing(
        variable.Parameter.Type, variable.Parameter.Name, "depends on what it was in the iteration before, and is not a sum", loop);

    private Term[] Run(Statement.For loop, Term[] variables)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            _values[loop.Carried[i].Parameter.Id] = variables[i];
        }

        return Run(loop.Body);
    }

    /// <summary>By how much an iteration makes a variable grow; <c>null</c> if that depends on the variables of the loop.</summary>
    private Term? Growth(Term next, Term known, Term.Missing[] gaps)
    {
        Term? growth = known is Term.Missing variable ? Rest(next, variable) : _terms.Subtract(next, known);
        return growth is null || gaps.Any(gap => Terms.Contains(growth, gap)) ? null : growth;
    }

    private Term? ZeroOf(Term.Missing variable) =>
        variable.Type.IsFloating || variable.Type.IsInteger ? _terms.Zero(variable.Type) : null;

    // v + rest  →  rest;  c ? v + a : v  →  c ? a : 0
    private Term? Rest(Term next, Term.Missing variable) => next switch
    {
        _ when next == variable => ZeroOf(variable),
        Term.Sum sum when Array.IndexOf(sum.Parts, variable) is >= 0 and var i && sum.Coefficients[i].IsOne =>
            _terms.Subtract(next, variable),
        Term.Function { Primitive: var select } choice when select == PrimitiveTable.Select
            && Rest(choice.Parts[1], variable) is { } then && Rest(choice.Parts[2], variable) is { } otherwise =>
                _terms.Select(choice.Parts[0], then, otherwise),
        _ => null,
    };

    /// <summary>The range of a loop's index; one with another step than one, of its trips.</summary>
    private (Term Lower, Term Upper, Term Position, Term Trip) Range(Statement.For loop, Term.Index index)
    {
        Term start = Read(loop.Start);
        Term bound = Read(loop.Bound);
        Term one = _terms.Number(Ratio.One, IrType.Int32);
        Term zero = _terms.Zero(IrType.Int32);
        bool isInclusive = loop.Test is LoopTest.LessOrEqual or LoopTest.GreaterOrEqual;

        if (loop.Step == 1)
        {
            return (start, isInclusive ? _terms.Add(bound, one) : bound, index, _terms.Subtract(index, start));
        }

        if (loop.Step == -1)
        {
            Term lower = isInclusive ? bound : _terms.Add(bound, one);
            return (lower, _terms.Add(start, one), index, _terms.Subtract(start, index));
        }

        int stride = Math.Abs(loop.Step);
        Term distance = loop.Step > 0 ? _terms.Subtract(bound, start) : _terms.Subtract(start, bound);
        Term rounded = _terms.Add(distance, _terms.Number(isInclusive ? stride : stride - 1, IrType.Int32));
        Term trips = _terms.Apply(PrimitiveTable.Divide, IrType.Int32, rounded, _terms.Number(stride, IrType.Int32));
        return (zero, trips, _terms.Add(start, _terms.Scale(loop.Step, index)), index);
    }
}
