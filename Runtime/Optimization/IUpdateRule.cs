using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>What a step does to a parameter, or to a vector of them at once.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
internal interface IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Updates a parameter and up to three numbers that are remembered about it.</summary>
    /// <remarks>What the rule does not remember it must not touch: there is no memory behind it.</remarks>
    void Invoke<TLane>(ref TLane parameter, TLane gradient, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane, T>;
}
