using Fluxion.Optimization;

namespace Fluxion.Random;

/// <content>The state of the stream, to go on from later.</content>
public sealed partial class TorchRandom : IStateful
{
    /// <summary>Names the state of the stream; see <see cref="IStateful"/>.</summary>
    /// <param name="state">Writes or reads what it is given.</param>
    public void Transfer(StateTransfer state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Part("twister", _twister);
        state.Value("cachedNormal", ref _cachedNormal);
    }
}
