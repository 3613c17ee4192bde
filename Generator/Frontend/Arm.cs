using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>One lowered arm of an <c>if</c>.</summary>
/// <param name="Block">Its statements; without yields.</param>
/// <param name="Values">The environment at its end.</param>
/// <param name="Flow">How control leaves it.</param>
/// <param name="Open">The branches that are still open inside it, outermost first.</param>
internal sealed record Arm(Block Block, List<FrontValue?> Values, Flow Flow, List<OpenBranch> Open);
