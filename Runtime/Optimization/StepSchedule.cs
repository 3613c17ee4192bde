namespace Fluxion.Optimization;

/// <summary>Multiplies the rate every so many steps.</summary>
/// <remarks>PyTorch's <c>StepLR</c>.</remarks>
public sealed class StepSchedule : Schedule
{
    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="stepSize">The number of steps from one change to the next: 1 or more.</param>
    /// <param name="gamma">The factor: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public StepSchedule(ISchedulable optimizer, int stepSize, double gamma = 0.1)
        : base(optimizer)
    {
        StepSize = Settings.Positive(stepSize);
        Gamma = Settings.NotNegative(gamma);
        Start();
    }

    /// <summary>The number of steps from one change to the next.</summary>
    public int StepSize { get; }

    /// <summary>The factor.</summary>
    public double Gamma { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("stepSize", (long)StepSize);
        state.Setting("gamma", Gamma);
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) =>
        Position == 0 || Position % StepSize != 0 ? rate : rate * Gamma;
}
