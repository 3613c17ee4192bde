namespace Fluxion.Optimization;

/// <summary>Goes from one part of the rate to another in equal steps: a warm-up.</summary>
/// <remarks>PyTorch's <c>LinearLR</c>.</remarks>
public sealed class LinearSchedule : Schedule
{
    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="startFactor">The part at the beginning: above 0, at most 1.</param>
    /// <param name="endFactor">The part at the end: from 0 to 1.</param>
    /// <param name="totalSteps">The step at which the end is reached: 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public LinearSchedule(
        ISchedulable optimizer, double startFactor = 1.0 / 3, double endFactor = 1, int totalSteps = 5)
        : base(optimizer)
    {
        StartFactor = Settings.Share(Settings.Positive(startFactor), nameof(startFactor));
        EndFactor = Settings.Share(endFactor);
        TotalSteps = Settings.Positive(totalSteps);
        Start();
    }

    /// <summary>The part at the beginning.</summary>
    public double StartFactor { get; }

    /// <summary>The part at the end.</summary>
    public double EndFactor { get; }

    /// <summary>The step at which the end is reached.</summary>
    public int TotalSteps { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("startFactor", StartFactor);
        state.Setting("endFactor", EndFactor);
        state.Setting("totalSteps", (long)TotalSteps);
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate)
    {
        if (Position == 0)
        {
            return rate * StartFactor;
        }

        double difference = EndFactor - StartFactor;
        double former = (TotalSteps * StartFactor) + ((Position - 1) * difference);
        return Position > TotalSteps ? rate : rate * (1 + (difference / former));
    }

    /// <inheritdoc/>
    protected override double Restart(double rate, double baseRate) => baseRate * StartFactor;
}
