namespace Fluxion.Optimization;

/// <summary>Multiplies the rate when the cost has not got better for a while.</summary>
/// <remarks>PyTorch's <c>ReduceLROnPlateau</c>. A step needs the cost: <see cref="Schedule.Step(double)"/>.</remarks>
public sealed class PlateauSchedule : Schedule
{
    private double _best;
    private int _badSteps;
    private int _cooldownLeft;

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="maximize">Whether greater is better, PyTorch's mode <c>max</c>.</param>
    /// <param name="factor">The factor: from 0 to below 1.</param>
    /// <param name="patience">How many steps without a better cost are tolerated: 0 or more.</param>
    /// <param name="threshold">By how much a cost must be better to count: 0 or greater.</param>
    /// <param name="isRelative">Whether the threshold is a part of the best cost, or a difference.</param>
    /// <param name="cooldown">How many steps after a change are not looked at: 0 or more.</param>
    /// <param name="minimumRate">The smallest rate: 0 or greater.</param>
    /// <param name="epsilon">Changes of the rate that are not greater are not made: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public PlateauSchedule(
        ISchedulable optimizer,
        bool maximize = false,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        bool isRelative = true,
        int cooldown = 0,
        double minimumRate = 0,
        double epsilon = 1e-8)
        : base(optimizer)
    {
        Maximize = maximize;
        Factor = Settings.Decay(factor);
        Patience = Settings.NotNegative(patience);
        Threshold = Settings.NotNegative(threshold);
        IsRelative = isRelative;
        Cooldown = Settings.NotNegative(cooldown);
        MinimumRate = Settings.NotNegative(minimumRate);
        Epsilon = Settings.NotNegative(epsilon);
        _best = maximize ? double.NegativeInfinity : double.PositiveInfinity;
        MoveTo(0);
    }

    /// <summary>Whether greater is better.</summary>
    public bool Maximize { get; }

    /// <summary>The factor.</summary>
    public double Factor { get; }

    /// <summary>How many steps without a better cost are tolerated.</summary>
    public int Patience { get; }

    /// <summary>By how much a cost must be better to count.</summary>
    public double Threshold { get; }

    /// <summary>Whether the threshold is a part of the best cost.</summary>
    public bool IsRelative { get; }

    /// <summary>How many steps after a change are not looked at.</summary>
    public int Cooldown { get; }

    /// <summary>The smallest rate.</summary>
    public double MinimumRate { get; }

    /// <summary>Changes of the rate that are not greater are not made.</summary>
    public double Epsilon { get; }

    /// <summary>The best cost so far.</summary>
    public double Best => _best;

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("maximize", Maximize);
        state.Setting("factor", Factor);
        state.Setting("patience", (long)Patience);
        state.Setting("threshold", Threshold);
        state.Setting("isRelative", IsRelative);
        state.Setting("cooldown", (long)Cooldown);
        state.Setting("minimumRate", MinimumRate);
        state.Setting("epsilon", Epsilon);
        state.Value("best", ref _best);
        state.Value("badSteps", ref _badSteps);
        state.Value("cooldownLeft", ref _cooldownLeft);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A step needs the cost.</exception>
    protected override void Advance(double? cost)
    {
        double reached = cost
            ?? throw new InvalidOperationException("The schedule looks at the cost: call Step with it.");

        if (IsBetter(reached))
        {
            _best = reached;
            _badSteps = 0;
        }
        else
        {
            _badSteps++;
        }

        if (_cooldownLeft > 0)
        {
            _cooldownLeft--;
            _badSteps = 0;
        }

        if (_badSteps > Patience)
        {
            base.Advance(cost);
            _cooldownLeft = Cooldown;
            _badSteps = 0;
        }
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate)
    {
        double next = Math.Max(rate * Factor, MinimumRate);
        return rate - next > Epsilon ? next : rate;
    }

    /// <inheritdoc/>
    protected override double Restart(double rate, double baseRate) => rate;

    private bool IsBetter(double cost) =>
        Maximize
            ? cost > (IsRelative ? _best * (Threshold + 1) : _best + Threshold)
            : cost < (IsRelative ? _best * (1 - Threshold) : _best - Threshold);
}
