using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>What a step does to one parameter, and to a vector of them at once.</summary>
/// <remarks>Both forms round alike: it does not show which parameters were the rest after full vectors.</remarks>
/// <typeparam name="T">The type of the parameters.</typeparam>
internal interface IUpdateRule<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Updates a parameter and what is remembered about it.</summary>
    void Invoke(ref T parameter, T gradient, ref T state);

    /// <summary>Updates a vector of parameters and what is remembered about them.</summary>
    void Invoke(ref Vector<T> parameters, Vector<T> gradient, ref Vector<T> state);
}
