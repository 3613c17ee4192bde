namespace Fluxion.Optimization;

/// <summary>Multiplies the rate in every step.</summary>
/// <remarks>PyTorch's <c>ExponentialLR</c>.</remarks>
public sealed class ExponentialSchedule : Schedule
{
    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="gamma">The factor: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public ExponentialSchedule(ISchedulable optimizer, double gamma)
        : base(optimizer)
    {
        Gamma = Settings.NotNegative(gamma);
        Start();
    }

    /// <summary>The factor.</summary>
    public double Gamma { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("gamma", Gamma);
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) => Position == 0 ? rate : rate * Gamma;
}
