namespace Fluxion.Optimization;

/// <summary>Lets the rate fall, and rise again, along a cosine.</summary>
/// <remarks>PyTorch's <c>CosineAnnealingLR</c>.</remarks>
public sealed class CosineSchedule : Schedule
{
    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="halfPeriod">The number of steps from the greatest rate to the smallest, PyTorch's <c>T_max</c>: 1
    /// or more.</param>
    /// <param name="minimumRate">The smallest rate: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public CosineSchedule(ISchedulable optimizer, int halfPeriod, double minimumRate = 0)
        : base(optimizer)
    {
        HalfPeriod = Settings.Positive(halfPeriod);
        MinimumRate = Settings.NotNegative(minimumRate);
        Start();
    }

    /// <summary>The number of steps from the greatest rate to the smallest.</summary>
    public int HalfPeriod { get; }

    /// <summary>The smallest rate.</summary>
    public double MinimumRate { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("halfPeriod", (long)HalfPeriod);
        state.Setting("minimumRate", MinimumRate);
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate)
    {
        if (Position == 0)
        {
            return rate;
        }

        // At the bottom the former height is 0 and says nothing of the next one.
        if ((Position - 1 - HalfPeriod) % (2L * HalfPeriod) == 0)
        {
            return rate + ((baseRate - MinimumRate) * (1 - Math.Cos(Math.PI / HalfPeriod)) / 2);
        }

        return (Height(Position) / Height(Position - 1) * (rate - MinimumRate)) + MinimumRate;
    }

    private double Height(long position) => 1 + Math.Cos(Math.PI * position / HalfPeriod);
}
