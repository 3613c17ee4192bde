using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>
/// Counts while it reads: an operation of a loop's body counts as often as the loop runs. A loop of which that is not known
/// beforehand runs <see cref="Terms.Trips"/> times.
/// </summary>
internal sealed partial class ClosedFormReader
{
    private Work _work;
    private bool _countsTrips;

    /// <summary>What a function costs.</summary>
    public static Work ReadWork(Function function, IReadOnlyList<string> parameters, Terms terms)
    {
        ClosedFormReader reader = new(function, parameters, terms) { _countsTrips = true };

        if (reader.TooLong(function) is { } missing)
        {
            return new Work(missing, missing, IsBound: false);
        }

        reader.Run(function.Body);
        return reader._work;
    }

    private Work NoWork() => new(_terms.Zero(IrType.Double), _terms.Zero(IrType.Double), IsBound: false);

    private void CountOperation(IrType type, Expr expression)
    {
        bool counts = expression is Expr.Apply apply && apply.Primitive != PrimitiveTable.Convert && apply.Primitive != PrimitiveTable.Select
            && (type.IsFloating || (apply.Arguments.Count > 0 && apply.Arguments[0].Type.IsFloating));

        if (counts)
        {
            AddOperations(_terms.Number(1, IrType.Double));
        }

        if (expression is Expr.NewRecord record)
        {
            AddBytes(((IrType.Array)type).Element, Read(record.Count));
        }
    }

    private void AddOperations(Term count) => _work = _work with { Operations = _terms.Add(_work.Operations, count) };

    private void AddBytes(IrType type, Term count)
    {
        Term real = _terms.Apply(PrimitiveTable.Convert, IrType.Double, count);
        _work = _work with { Bytes = _terms.Add(_work.Bytes, _terms.Scale(SizeOf(type), real)) };
    }

    private static double SizeOf(IrType type) => type is not IrType.Scalar scalar ? 16 : scalar.Kind switch
    {
        ScalarKind.Boolean or ScalarKind.Byte or ScalarKind.SByte => 1,
        ScalarKind.Char or ScalarKind.Int16 or ScalarKind.UInt16 => 2,
        ScalarKind.Int32 or ScalarKind.UInt32 or ScalarKind.Single => 4,
        _ => 8,
    };

    /// <summary>Starts to count anew; gives what was counted before.</summary>
    private Work BeginWork()
    {
        Work before = _work;
        _work = NoWork();
        return before;
    }

    private void EndLoop(Work before, Term.Index index, Term lower, Term upper) => Include(
        before, _terms.Total(index, lower, upper, _work.Operations), _terms.Total(index, lower, upper, _work.Bytes));

    private void EndTrips(Work before)
    {
        Term trips = _terms.Apply(PrimitiveTable.Convert, IrType.Double, _terms.Symbol(Terms.Trips, IrType.Int32));
        Include(before, _terms.Multiply(trips, _work.Operations), _terms.Multiply(trips, _work.Bytes));
        _work = _work with { CountsTrips = true };
    }

    private void EndArms(Work before, Work then) => _work = new Work(
        _terms.Add(before.Operations, Larger(then.Operations, _work.Operations)),
        _terms.Add(before.Bytes, Larger(then.Bytes, _work.Bytes)),
        before.IsBound || then.Operations != _work.Operations || then.IsBound || _work.IsBound,
        before.CountsTrips || then.CountsTrips || _work.CountsTrips);

    private void Include(Work before, Term operations, Term bytes) => _work = new Work(
        _terms.Add(before.Operations, operations),
        _terms.Add(before.Bytes, bytes),
        before.IsBound || _work.IsBound,
        before.CountsTrips || _work.CountsTrips);

    // Of two formulas, both: the sum of them is above each.
    private Term Larger(Term one, Term other) => one is Term.Number a && other is Term.Number b
        ? (a.Value.Value >= b.Value.Value ? one : other)
        : one == other ? one : _terms.Add(one, other);
}
