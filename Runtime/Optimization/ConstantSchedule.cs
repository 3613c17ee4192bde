namespace Fluxion.Optimization;

/// <summary>Begins with a part of the rate and goes over to the whole at once.</summary>
/// <remarks>PyTorch's <c>ConstantLR</c>.</remarks>
public sealed class ConstantSchedule : Schedule
{
    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="factor">The part: above 0, at most 1.</param>
    /// <param name="totalSteps">The step at which the whole rate begins: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public ConstantSchedule(ISchedulable optimizer, double factor = 1.0 / 3, int totalSteps = 5)
        : base(optimizer)
    {
        Factor = Settings.Share(Settings.Positive(factor), nameof(factor));
        TotalSteps = Settings.NotNegative(totalSteps);
        Start();
    }

    /// <summary>The part.</summary>
    public double Factor { get; }

    /// <summary>The step at which the whole rate begins.</summary>
    public int TotalSteps { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("factor", Factor);
        state.Setting("totalSteps", (long)TotalSteps);
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) =>
        Position == 0 ? rate * Factor
        : Position == TotalSteps ? rate * (1 / Factor)
        : rate;

    /// <inheritdoc/>
    protected override double Restart(double rate, double baseRate) =>
        TotalSteps == 0 ? baseRate : baseRate * Factor;
}
