using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// An <c>if</c> of which one arm has left the loop or method and the other one is still being lowered: what the user
/// wrote after it goes into that arm, up to where both paths meet again.
/// </summary>
internal sealed class OpenBranch(Operand condition, Arm closed, bool closedIsThen)
{
    public Operand Condition { get; } = condition;

    /// <summary>The arm that has left.</summary>
    public Arm Closed { get; set; } = closed;

    public bool ClosedIsThen { get; } = closedIsThen;

    /// <summary>The open arm's statements so far, while the branch is set aside.</summary>
    public Block SetAside { get; set; } = Block.Empty;
}
