using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>How the values that a mirror needs of a frame reach it.</summary>
/// <param name="Index">The loop's own index or counter, if it is needed.</param>
/// <param name="Recorded">Values to store in the forward sweep.</param>
/// <param name="Recomputed">Statements to repeat in the mirror, in their order.</param>
internal sealed record RecordingPlan(
    Value? Index, IReadOnlyList<Value> Recorded, IReadOnlyList<Statement.Let> Recomputed);
