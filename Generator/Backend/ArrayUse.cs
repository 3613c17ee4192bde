using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>
/// Which array values are only read element by element, so that any view of the elements would do in their place.
/// </summary>
internal sealed class ArrayUse
{
    private readonly HashSet<int> _needed = [];

    private ArrayUse()
    {
    }

    /// <summary>Whether a <c>ReadOnlySpan</c> can stand for the array.</summary>
    public bool IsReadOnly(Value array) => !_needed.Contains(array.Id);

    public static ArrayUse Of(Function function)
    {
        ArrayUse use = new();
        use.Visit(function.Body);
        return use;
    }

    private void Visit(Block block)
    {
        Need(block.Yields);

        foreach (Statement statement in block.Statements)
        {
            Visit(statement);
        }
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let { Expression: not (Expr.Load or Expr.Length or Expr.CopyOf or Expr.Lanes) } let:
                Need(Operands.Of(let.Expression));
                break;
            case Statement.Store store:
                Need([store.Array, store.Value]);
                break;
            case Statement.Accumulate update:
                Need([update.Array]);
                break;
            case Statement.Scatter scatter:
                Need([scatter.Array]);
                break;
            case Statement.Fill fill:
                Need([fill.Array]);
                break;
            case Statement.Push push:
                Need([push.Value]);
                break;
            case Statement.Call or Statement.Pull:
                Need(Operands.Of(statement));
                break;
            case Statement.Throw thrown:
                Need(thrown.Operands);
                break;
            case Statement.If branch:
                Visit(branch.Then);
                Visit(branch.Else);
                break;
            case Statement.For loop:
                Start(loop.Carried);
                Visit(loop.Body);
                break;
            case Statement.While loop:
                Start(loop.Carried);
                Visit(loop.Condition);
                Visit(loop.Body);
                break;
        }
    }

    private void Start(EquatableArray<Carried> carried) => Need(carried.Select(static c => c.Initial));

    private void Need(IEnumerable<Operand> operands)
    {
        foreach (Operand operand in operands)
        {
            if (operand is Value { Type: IrType.Array } value)
            {
                _needed.Add(value.Id);
            }
        }
    }
}
