namespace Fluxion.Optimization;

/// <summary>Moves the rate up and down between two bounds.</summary>
/// <remarks>
/// L. Smith, "Cyclical learning rates for training neural networks", WACV 2017; PyTorch's <c>CyclicLR</c>, with
/// <c>scale_fn</c> left out.
/// </remarks>
public sealed class CyclicSchedule : Schedule
{
    private readonly double _cycle;
    private readonly double _upShare;

    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer; its own rate is not used.</param>
    /// <param name="baseRate">The lower bound: 0 or greater.</param>
    /// <param name="maximumRate">The upper bound: 0 or greater.</param>
    /// <param name="stepSizeUp">The number of steps up: 1 or more.</param>
    /// <param name="stepSizeDown">The number of steps down: 1 or more; by default as many as up.</param>
    /// <param name="mode">How the cycles get smaller.</param>
    /// <param name="gamma">The base of the power in <see cref="CyclicMode.ExponentialRange"/>.</param>
    /// <param name="cycleMomentum">Whether the momentum moves too, against the rate.</param>
    /// <param name="momentum">Its bounds; by default 0.8 and 0.9.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    /// <exception cref="ArgumentException">The momentum shall move, but the optimizer has none.</exception>
    public CyclicSchedule(
        ISchedulable optimizer,
        double baseRate,
        double maximumRate,
        int stepSizeUp = 2000,
        int? stepSizeDown = null,
        CyclicMode mode = CyclicMode.Triangular,
        double gamma = 1,
        bool cycleMomentum = true,
        MomentumRange? momentum = null)
        : base(optimizer)
    {
        BaseRate = Settings.NotNegative(baseRate);
        MaximumRate = Settings.NotNegative(maximumRate);
        StepSizeUp = Settings.Positive(stepSizeUp);
        StepSizeDown = Settings.Positive(stepSizeDown ?? stepSizeUp, nameof(stepSizeDown));
        Gamma = Settings.Number(gamma);
        Mode = Enum.IsDefined(mode) ? mode : throw Settings.Refusal(nameof(mode), mode, "a known mode");
        Momentum = cycleMomentum
            ? MomentumRange.Check(momentum ?? new MomentumRange(0.8, 0.9), Groups, nameof(momentum))
            : null;
        _cycle = (double)StepSizeUp + StepSizeDown;
        _upShare = StepSizeUp / _cycle;
        SetBaseRates(baseRate);
        Start();
    }

    /// <summary>The lower bound.</summary>
    public double BaseRate { get; }

    /// <summary>The upper bound.</summary>
    public double MaximumRate { get; }

    /// <summary>The number of steps up.</summary>
    public int StepSizeUp { get; }

    /// <summary>The number of steps down.</summary>
    public int StepSizeDown { get; }

    /// <summary>How the cycles get smaller.</summary>
    public CyclicMode Mode { get; }

    /// <summary>The base of the power in <see cref="CyclicMode.ExponentialRange"/>.</summary>
    public double Gamma { get; }

    /// <summary>The bounds of the momentum; <see langword="null"/> if it does not move.</summary>
    public MomentumRange? Momentum { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("maximumRate", MaximumRate);
        state.Setting("stepSizeUp", (long)StepSizeUp);
        state.Setting("stepSizeDown", (long)StepSizeDown);
        state.Setting("mode", Mode.ToString());
        state.Setting("gamma", Gamma);
        state.Setting("minimumMomentum", Momentum?.Minimum ?? -1);
        state.Setting("maximumMomentum", Momentum?.Maximum ?? -1);
    }

    internal override void TakeOver()
    {
        MoveTo(0);
        Advance(null);
    }

    /// <inheritdoc/>
    protected override void Advance(double? cost)
    {
        base.Advance(cost);

        if (Momentum is not null)
        {
            double height = Height() * (Momentum.Maximum - Momentum.Minimum);

            foreach (ISchedulable group in Groups)
            {
                group.Momentum = Momentum.Maximum - height;
            }
        }
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) =>
        baseRate + ((MaximumRate - baseRate) * Height());

    private double Height()
    {
        double cycle = Math.Floor(1 + (Position / _cycle));
        double x = 1 + (Position / _cycle) - cycle;
        double height = x <= _upShare ? x / _upShare : (x - 1) / (_upShare - 1);

        return height * Mode switch
        {
            CyclicMode.Triangular2 => 1 / Math.Pow(2, cycle - 1),
            CyclicMode.ExponentialRange => Math.Pow(Gamma, Position),
            _ => 1,
        };
    }
}
