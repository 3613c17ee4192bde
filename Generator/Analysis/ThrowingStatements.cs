using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// The statements of a method that may throw, and so are part of what it does even if nobody reads what they compute or
/// write: elements that are not certainly in their array, unless one before them has shown that they are; quotients of
/// integers whose divisor is not certainly a number other than zero; arrays whose length may be negative; bounds that may
/// be the wrong way round.
/// </summary>
internal sealed class ThrowingStatements
{
    private readonly HashSet<Statement> _found = new(ReferenceComparer.Instance);
    private readonly Stack<HashSet<object>> _shown = new();

    private ThrowingStatements(Function function)
    {
        Ranges = new IndexRanges(function);
        Visit(function.Body);
    }

    /// <summary>What is known of the indices.</summary>
    public IndexRanges Ranges { get; }

    public IReadOnlyCollection<Statement> All => _found;

    public static ThrowingStatements Of(Function function) => new(function);

    public bool Contains(Statement statement) => _found.Contains(statement);

    /// <summary>The element that a statement reads or writes.</summary>
    public static (Operand Array, EquatableArray<Operand> Indices)? ElementOf(Statement statement) => statement switch
    {
        Statement.Let { Expression: Expr.Load load } => (load.Array, load.Indices),
        Statement.Store store => (store.Array, store.Indices),
        Statement.Accumulate update => (update.Array, update.Indices),
        _ => null,
    };

    /// <summary>Whether an index needs no check, by itself.</summary>
    public bool IsInRange(Operand array, EquatableArray<Operand> indices, int dimension) =>
        Ranges.IsNotNegative(indices[dimension]) && Ranges.IsBelow(indices[dimension], Ranges.LengthOf(array, dimension));

    private void Visit(Block block)
    {
        _shown.Push([]);

        foreach (Statement statement in block.Statements)
        {
            Visit(statement);

            foreach (Block inner in Blocks.Of(statement))
            {
                Visit(inner);
            }
        }

        _shown.Pop();
    }

    private void Visit(Statement statement)
    {
        if (ElementOf(statement) is { } element)
        {
            Visit(statement, element.Array, element.Indices);
        }
        else if (statement is Statement.Let { Expression: Expr.NewArray array })
        {
            Visit(statement, array.Lengths);
        }
        else if (statement is Statement.If { Then.Statements: [Statement.Throw], Condition: Value condition } && Ranges.TestedSign(condition) is { } length)
        {
            _shown.Peek().Add(Ranges.BoundOf(length));
        }
        else if (statement is Statement.Let { Expression: var expression, Target: var target } && MayThrow(expression, target.Type))
        {
            _found.Add(statement);
        }
    }

    private void Visit(Statement statement, Operand array, EquatableArray<Operand> indices)
    {
        bool isNew = false;

        for (int i = 0; i < indices.Count; i++)
        {
            IndexRanges.Bound length = Ranges.LengthOf(array, i);
            IndexRanges.Bound index = Ranges.BoundOf(indices[i]);

            if (!_shown.Any(s => s.Contains((index, length))) && !IsInRange(array, indices, i))
            {
                isNew = true;
                _shown.Peek().Add((index, length));
            }
        }

        if (isNew)
        {
            _found.Add(statement);
        }
    }

    private void Visit(Statement statement, EquatableArray<Operand> lengths)
    {
        foreach (Operand length in lengths)
        {
            object bound = Ranges.BoundOf(length);

            if (!Ranges.IsNotNegative(length) && !_shown.Any(s => s.Contains(bound)))
            {
                _found.Add(statement);
                _shown.Peek().Add(bound);
            }
        }
    }

    private static bool MayThrow(Expr expression, IrType type) => expression switch
    {
        Expr.Apply { Arguments: [_, var divisor] } apply when apply.Primitive == PrimitiveTable.Divide || apply.Primitive == PrimitiveTable.Remainder =>
            type.IsInteger && divisor is not Constant { IsZero: false },
        Expr.Apply { Arguments: [_, var low, var high] } apply when apply.Primitive == PrimitiveTable.Clamp =>
            low is not Constant least || high is not Constant most || !(least.Number <= most.Number),
        _ => false,
    };
}
