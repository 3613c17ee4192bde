using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="InliningPlanner"/>: the readers, which take the values that wait for them.</summary>
internal sealed partial class InliningPlanner
{
    /// <summary>Takes what may be printed inside the reader; the rest, longest first, gets variables.</summary>
    private ExpressionSize Take(IEnumerable<Operand> operands, bool staysPinned = false)
    {
        List<PendingValue> taken = [];
        ExpressionSize size = default;

        foreach (Operand operand in operands)
        {
            if (operand is Value value && _pending.TryGetValue(value.Id, out PendingValue? pending)
                && !pending.IsNamed && !(staysPinned && pending.IsPinned) && CanMoveHere(pending))
            {
                taken.Add(pending);
                size += pending.Size;
            }
            else
            {
                size += new ExpressionSize(NameLength(operand), 0);
            }
        }

        while (taken.Count > 0 && !size.Fits(Limit))
        {
            PendingValue longest = taken.OrderByDescending(static p => p.Size.Length).First();
            taken.Remove(longest);
            size = new(size.Length - longest.Size.Length + UnnamedLength, size.Operators - longest.Size.Operators);
        }

        taken.ForEach(Inline);
        return size;
    }

    private bool CanMoveHere(PendingValue pending) =>
        pending.Loop == _loop && (!pending.IsPinned || (pending.Epoch == _epoch && pending.Block == _block));

    private void Inline(PendingValue pending)
    {
        _plan.Inline(pending.Value, pending.Definition);
        _pending.Remove(pending.Value.Id);
        pending.Block.Lines--;
    }

    private int NameLength(Operand operand) => operand switch
    {
        Value value when _plan.Inlined(value) is Statement.Let let => Own(let).Length + UnnamedLength,
        Value { Name.Length: > 0 } value => value.Name.Length,
        Literal literal => literal.Text.Length,
        Constant constant => LiteralFormatter.Format(constant).Length,
        _ => UnnamedLength,
    };

    /// <summary>
    /// What a block yields is best computed in place into the variable it is for; which is known only later. Until then
    /// such a value counts as neither printed here nor there.
    /// </summary>
    private void Yield(EquatableArray<Operand> yields, EquatableArray<Value> targets)
    {
        for (int i = 0; i < yields.Count; i++)
        {
            // The method's own results have no targets: the first is returned, the others have out parameters.
            if (yields[i] is Value value && (targets.Count > 0 || i == 0)
                && _pending.TryGetValue(value.Id, out PendingValue? pending)
                && CanMoveHere(pending) && CanDefer(pending, targets.Count > 0 ? targets[i].Name : ""))
            {
                _plan.MarkDeferrable(value, pending.Definition);
                pending.Block.Lines--;
            }
        }
    }

    private bool CanDefer(PendingValue pending, string target) =>
        pending.Block == _block && pending.Section == _section && (!pending.IsNamed || pending.Value.Name == target);
}
