using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// The variables at the entry of a loop: what each was before, and the parameter it is inside. Which of them the loop
/// really carries shows when the body has been lowered.
/// </summary>
internal sealed class LoopHead(List<FrontValue?> before, SyntaxNode? origin, HashSet<int> own, int firstFresh)
{
    /// <summary>
    /// The cells that stand for whichever object a variable or field refers to in an iteration; each belongs to one of them.
    /// </summary>
    public HashSet<int> Own { get; } = own;

    /// <summary>Objects from this number on are made in the loop.</summary>
    public int FirstFresh { get; } = firstFresh;

    /// <summary>The loop as the user wrote it.</summary>
    public SyntaxNode? Origin { get; } = origin;

    /// <summary>The environment before the loop.</summary>
    public List<FrontValue?> Before { get; } = before;

    /// <summary>The environment at the start of an iteration.</summary>
    public List<FrontValue?> Parameters { get; } = [];

    /// <summary>What each parameter is in the first iteration.</summary>
    public Dictionary<int, Operand> InitialOf { get; } = [];

    public List<Carried> Carried { get; } = [];

    /// <summary>What the body yields, parallel to <see cref="Carried"/>.</summary>
    public List<Operand> Next { get; } = [];

    /// <summary>
    /// The carried parameters that say control has left: with one of them set, there is no next iteration.
    /// </summary>
    public List<(int Slot, Value Parameter)> Flags { get; } = [];

    public void Carry(Carried variable, Operand next)
    {
        Carried.Add(variable);
        Next.Add(next);
    }
}
