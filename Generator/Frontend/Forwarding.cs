using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Values that turned out to be others: the parameter of a loop whose variable the body never changes is what the
/// variable was before. Uses inside the loop are already written, so they are replaced when the function is complete.
/// </summary>
internal sealed class Forwarding
{
    private readonly Dictionary<int, Operand> _targets = [];

    public void Add(Value value, Operand target) => _targets.Add(value.Id, target);

    public Operand Resolve(Operand operand)
    {
        Operand resolved = operand;

        while (resolved is Value value && _targets.TryGetValue(value.Id, out Operand? next))
        {
            resolved = next;
        }

        // Shortens the way for the next time: loops nest, and each level adds a link.
        while (operand is Value value && _targets.TryGetValue(value.Id, out Operand? next)
            && !ReferenceEquals(next, resolved))
        {
            _targets[value.Id] = resolved;
            operand = next;
        }

        return resolved;
    }

    public Block Resolve(Block block) => _targets.Count == 0 ? block : Blocks.Substitute(block, Resolve);
}
