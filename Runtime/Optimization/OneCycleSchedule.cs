namespace Fluxion.Optimization;

/// <summary>Moves the rate up and then far down, once in a whole training.</summary>
/// <remarks>
/// A step of the schedule belongs to a step of the optimizer, not to an epoch. L. Smith, N. Topin, "Super-convergence",
/// arXiv:1708.07120; PyTorch's <c>OneCycleLR</c>, with <c>epochs · steps_per_epoch</c> given as one number.
/// </remarks>
public sealed class OneCycleSchedule : Schedule
{
    private readonly (double End, double From, double To, double MomentumFrom, double MomentumTo)[] _phases;

    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer; its own rate is not used.</param>
    /// <param name="maximumRate">The greatest rate: 0 or greater.</param>
    /// <param name="totalSteps">The number of steps of the whole cycle: 1 or more.</param>
    /// <param name="upShare">The part of the steps that go up, PyTorch's <c>pct_start</c>: from 0 to 1.</param>
    /// <param name="annealing">The way from rate to rate.</param>
    /// <param name="cycleMomentum">Whether the momentum moves too, against the rate.</param>
    /// <param name="momentum">Its bounds; by default 0.85 and 0.95.</param>
    /// <param name="divisor">The greatest rate over the first one: above 0.</param>
    /// <param name="finalDivisor">The first rate over the last one: above 0.</param>
    /// <param name="threePhases">Whether the way down stops at the first rate before it goes on to the last.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    /// <exception cref="ArgumentException">The momentum shall move, but the optimizer has none.</exception>
    public OneCycleSchedule(
        ISchedulable optimizer,
        double maximumRate,
        int totalSteps,
        double upShare = 0.3,
        Annealing annealing = Annealing.Cosine,
        bool cycleMomentum = true,
        MomentumRange? momentum = null,
        double divisor = 25,
        double finalDivisor = 1e4,
        bool threePhases = false)
        : base(optimizer)
    {
        MaximumRate = Settings.NotNegative(maximumRate);
        TotalSteps = Settings.Positive(totalSteps);
        double up = Settings.Share(upShare) * totalSteps;
        Annealing = Enum.IsDefined(annealing)
            ? annealing
            : throw Settings.Refusal(nameof(annealing), annealing, "a known way");
        Momentum = cycleMomentum
            ? MomentumRange.Check(momentum ?? new MomentumRange(0.85, 0.95), Groups, nameof(momentum))
            : null;
        double first = maximumRate / Settings.Positive(divisor);
        double last = first / Settings.Positive(finalDivisor);
        (double least, double greatest) = (Momentum?.Minimum ?? 0, Momentum?.Maximum ?? 0);
        _phases = threePhases
            ?
            [
                (up - 1, first, maximumRate, greatest, least),
                ((2 * up) - 2, maximumRate, first, least, greatest),
                (totalSteps - 1, first, last, greatest, greatest),
            ]
            : [(up - 1, first, maximumRate, greatest, least), (totalSteps - 1, maximumRate, last, least, greatest)];
        SetBaseRates(first);
        Start();
    }

    /// <summary>The greatest rate.</summary>
    public double MaximumRate { get; }

    /// <summary>The number of steps of the whole cycle.</summary>
    public int TotalSteps { get; }

    /// <summary>The way from rate to rate.</summary>
    public Annealing Annealing { get; }

    /// <summary>The bounds of the momentum; <see langword="null"/> if it does not move.</summary>
    public MomentumRange? Momentum { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("totalSteps", (long)TotalSteps);
        state.Setting("annealing", Annealing.ToString());
        state.Setting("hasMomentum", Momentum is not null);

        foreach ((double end, double from, double to, double momentumFrom, double momentumTo) in _phases)
        {
            state.Setting("end", end);
            state.Setting("from", from);
            state.Setting("to", to);
            state.Setting("momentumFrom", momentumFrom);
            state.Setting("momentumTo", momentumTo);
        }
    }

    internal override void TakeOver()
    {
        MoveTo(0);
        Advance(null);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The cycle is over.</exception>
    protected override void Advance(double? cost)
    {
        if (Position > TotalSteps)
        {
            throw new InvalidOperationException(
                $"The cycle has {TotalSteps} steps; this would be step {Position + 1}.");
        }

        base.Advance(cost);

        foreach (ISchedulable group in Momentum is null ? [] : Groups)
        {
            group.Momentum = At(phase => (phase.MomentumFrom, phase.MomentumTo));
        }
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) => At(phase => (phase.From, phase.To));

    private double At(
        Func<(double End, double From, double To, double MomentumFrom, double MomentumTo), (double, double)> ends)
    {
        int index = Array.FindIndex(_phases, phase => Position <= phase.End);
        index = index < 0 ? _phases.Length - 1 : index;
        double start = index == 0 ? 0 : _phases[index - 1].End;
        double share = (Position - start) / (_phases[index].End - start);
        (double from, double to) = ends(_phases[index]);

        return Annealing == Annealing.Linear
            ? ((to - from) * share) + from
            : to + ((from - to) / 2 * (Math.Cos(Math.PI * share) + 1));
    }
}
