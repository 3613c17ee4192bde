using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// The sums of exponentials in a function whose logarithm is taken. A sum is left out whose exponents the user has shifted,
/// as <c>exp(x - largest)</c>: it cannot overflow. So is one that cannot be repeated, because its loop writes what it reads.
/// </summary>
internal sealed class SumsOfExponentials
{
    private readonly Frames _frames;
    private readonly ElementSources _elements;
    private readonly IndexRanges _ranges;
    private readonly Dictionary<Statement, List<SumOfExponentials>> _found = new(ReferenceComparer.Instance);

    private SumsOfExponentials(Function function)
    {
        _frames = Frames.Of(function);
        _elements = new ElementSources(function, _frames);
        _ranges = new IndexRanges(function);

        foreach (Frame frame in _frames.All)
        {
            for (int i = 0; i < frame.Block.Statements.Count; i++)
            {
                if (frame.Block.Statements[i] is Statement.For loop)
                {
                    Visit(loop, frame.Block.Statements.Skip(i + 1));
                }
            }
        }
    }

    public bool IsEmpty => _found.Count == 0;

    public static SumsOfExponentials Of(Function function) => new(function);

    /// <summary>The sums that a statement makes, if it is a loop.</summary>
    public IReadOnlyList<SumOfExponentials> In(Statement statement) =>
        _found.TryGetValue(statement, out List<SumOfExponentials>? sums) ? sums : [];

    /// <summary>Whether the relative slopes of the result are those of its arguments.</summary>
    public static bool IsMultiple(Primitive primitive) =>
        primitive == PrimitiveTable.Multiply || primitive == PrimitiveTable.Divide || primitive == PrimitiveTable.Convert;

    public static bool IsLogarithm(Primitive primitive) =>
        primitive == PrimitiveTable.Log || primitive == PrimitiveTable.Log2 || primitive == PrimitiveTable.Log10;

    private void Visit(Statement.For loop, IEnumerable<Statement> after)
    {
        for (int i = 0; i < loop.Carried.Count; i++)
        {
            if (LogarithmIsTaken(loop.Carried[i].Result, after) && Read(loop, i) is { } sum)
            {
                if (!_found.TryGetValue(loop, out List<SumOfExponentials>? sums))
                {
                    _found.Add(loop, sums = []);
                }

                sums.Add(sum);
            }
        }
    }

    private static bool LogarithmIsTaken(Value sum, IEnumerable<Statement> after)
    {
        HashSet<Operand> multiples = [sum];

        foreach (Statement.Let let in after.OfType<Statement.Let>())
        {
            if (let.Expression is Expr.Apply apply && apply.Arguments.Any(multiples.Contains))
            {
                if (IsLogarithm(apply.Primitive))
                {
                    return true;
                }

                if (IsMultiple(apply.Primitive) && let.Target.Type.IsFloating)
                {
                    multiples.Add(let.Target);
                }
            }
        }

        return false;
    }

    private SumOfExponentials? Read(Statement.For loop, int position)
    {
        Carried carried = loop.Carried[position];

        if (!carried.Result.Type.IsFloating || carried.Initial is not Constant { Number: >= 0 and < double.PositiveInfinity } first
            || DefinitionOf(loop.Body.Yields[position]) is not Expr.Apply { Arguments: [var left, var right] } sum
            || sum.Primitive != PrimitiveTable.Add || (left != carried.Parameter && right != carried.Parameter))
        {
            return null;
        }

        Operand term = left == carried.Parameter ? right : left;
        term = Find(term, PrimitiveTable.Convert) is { } converted ? converted.Arguments[0] : term;

        // What one loop writes and the other reads is as if it were computed there.
        Statement.For source = SourceOf(term, loop) is { } stored ? stored.Loop : loop;
        term = SourceOf(term, loop)?.Element ?? term;
        Operand? weight = null;

        if (Find(term, PrimitiveTable.Multiply) is { Arguments: [var one, var other] })
        {
            bool isFirst = ExponentialOf(one) is not null;
            (weight, term) = isFirst ? (other, one) : (one, other);
        }

        if (ExponentialOf(term) is not { } exponential || IsShifted(exponential.Arguments[0], source)
            || _elements.StepsOf(source, !ReferenceEquals(source, loop), exponential.Arguments[0], weight) is not { } steps)
        {
            return null;
        }

        Operand Here(Operand operand) => operand == source.Index ? loop.Index : operand;
        return new SumOfExponentials(
            loop, carried.Result, first.Number, exponential.Primitive, Here(exponential.Arguments[0]),
            weight is null ? null : Here(weight), [.. steps.Select(step => Blocks.Substitute(step, Here))]);
    }

    /// <summary>The loop over the same indices that writes what a term reads.</summary>
    private (Statement.For Loop, Operand Element)? SourceOf(Operand term, Statement.For loop) =>
        DefinitionOf(term) is Expr.Load { Indices: [var index] } load && index == loop.Index
        && _elements.Of(load) is { } source && IsSameRange(source.Loop, loop)
        && _frames.All.First(f => ReferenceEquals(f.Statement, loop)).Parent == source.Around
            ? (source.Loop, source.Element)
            : null;

    private bool IsSameRange(Statement.For one, Statement.For other) =>
        one.Step == other.Step && one.Test == other.Test
        && _ranges.BoundOf(one.Start) == _ranges.BoundOf(other.Start) && _ranges.BoundOf(one.Bound) == _ranges.BoundOf(other.Bound);

    private Expr.Apply? ExponentialOf(Operand operand) => DefinitionOf(operand) is Expr.Apply apply
        && (apply.Primitive == PrimitiveTable.Exp || apply.Primitive == PrimitiveTable.Exp2 || apply.Primitive == PrimitiveTable.Exp10)
            ? apply
            : null;

    private Expr.Apply? Find(Operand operand, Primitive primitive) =>
        DefinitionOf(operand) is Expr.Apply apply && apply.Primitive == primitive ? apply : null;

    private Expr? DefinitionOf(Operand operand) =>
        operand is Value value ? _frames.DefinitionOf(value)?.Expression : null;

    /// <summary>Whether a difference to something that a loop or a branch before has chosen, or the library's maximum.</summary>
    private bool IsShifted(Operand exponent, Statement.For loop)
    {
        if (Find(exponent, PrimitiveTable.Subtract) is not { Arguments: [_, Value shift] } || IsInside(shift, loop))
        {
            return false;
        }

        Statement.Let? definition = _frames.DefinitionOf(shift);
        return definition is null
            ? _frames.Home(shift).Block.Statements.Any(s => s is not Statement.Let && Blocks.Defined(s).Contains(shift))
            : definition.Expression is Expr.Verbatim
                || (definition.Expression is Expr.Apply apply && (apply.Primitive == PrimitiveTable.Max || apply.Primitive == PrimitiveTable.Select));
    }

    private bool IsInside(Value value, Statement.For loop) =>
        _frames.Home(value).Outward().Any(f => ReferenceEquals(f.Statement, loop));
}
