namespace Fluxion.Optimization;

/// <summary>Something whose state can be saved, and restored later in one made with the same settings.</summary>
public interface IStateful
{
    /// <summary>Names everything that changes while it is used, and the settings that must not have changed.</summary>
    /// <remarks>
    /// The one method serves both directions, so that what is saved and what is restored cannot drift apart.
    /// </remarks>
    /// <param name="state">Writes or reads what it is given.</param>
    void Transfer(StateTransfer state);
}
