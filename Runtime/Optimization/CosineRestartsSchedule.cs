namespace Fluxion.Optimization;

/// <summary>Lets the rate fall along a cosine, again and again.</summary>
/// <remarks>PyTorch's <c>CosineAnnealingWarmRestarts</c>.</remarks>
public sealed class CosineRestartsSchedule : Schedule
{
    private long _period;
    private long _sinceRestart;

    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="firstPeriod">The number of steps of the first fall, PyTorch's <c>T_0</c>: 1 or more.</param>
    /// <param name="periodFactor">How many times as long each fall is as the former one: 1 or more.</param>
    /// <param name="minimumRate">The smallest rate: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public CosineRestartsSchedule(ISchedulable optimizer, int firstPeriod, int periodFactor = 1, double minimumRate = 0)
        : base(optimizer)
    {
        FirstPeriod = Settings.Positive(firstPeriod);
        PeriodFactor = Settings.Positive(periodFactor);
        MinimumRate = Settings.NotNegative(minimumRate);
        Start();
    }

    /// <summary>The number of steps of the first fall.</summary>
    public int FirstPeriod { get; }

    /// <summary>How many times as long each fall is as the former one.</summary>
    public int PeriodFactor { get; }

    /// <summary>The smallest rate.</summary>
    public double MinimumRate { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("firstPeriod", (long)FirstPeriod);
        state.Setting("periodFactor", (long)PeriodFactor);
        state.Setting("minimumRate", MinimumRate);
        state.Value("period", ref _period);
        state.Value("sinceRestart", ref _sinceRestart);
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) =>
        MinimumRate + ((baseRate - MinimumRate) * (1 + Math.Cos(Math.PI * _sinceRestart / _period)) / 2);

    private protected override void MoveTo(long position)
    {
        base.MoveTo(position);

        if (position <= 0)
        {
            (_sinceRestart, _period) = (Math.Max(0, position), FirstPeriod);
        }
        else if (++_sinceRestart >= _period)
        {
            _sinceRestart -= _period;
            _period *= PeriodFactor;
        }
    }
}
