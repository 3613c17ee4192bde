using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// A function whose reverse sweep still reads values from inside the branches and loops of its forward sweep, which are
/// out of scope there. <see cref="MirrorFusion"/> and <see cref="Recording"/> close it.
/// </summary>
/// <param name="Function">Both sweeps.</param>
/// <param name="Mirrors">By the label of each branch or loop of the reverse sweep, the one it runs backwards.</param>
internal sealed record OpenDerivative(Function Function, IReadOnlyDictionary<int, Mirror> Mirrors)
{
    /// <summary>Applies a pass that does not mind values out of scope.</summary>
    public OpenDerivative Then(Func<Function, Function> pass) => this with { Function = pass(Function) };
}

/// <summary>What a branch or loop of the reverse sweep mirrors.</summary>
/// <param name="Label">The label of the branch or loop of the forward sweep.</param>
/// <param name="Counter">
/// For a loop that is not counted: the value that counts its trips, which the index of the mirroring loop repeats.
/// </param>
internal sealed record Mirror(int Label, Value? Counter = null);
