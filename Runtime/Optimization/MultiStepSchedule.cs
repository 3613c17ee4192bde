namespace Fluxion.Optimization;

/// <summary>Multiplies the rate at chosen steps.</summary>
/// <remarks>PyTorch's <c>MultiStepLR</c>.</remarks>
public sealed class MultiStepSchedule : Schedule
{
    private readonly int[] _milestones;

    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="milestones">The steps at which the rate changes, in any order; one that is listed twice counts
    /// twice.</param>
    /// <param name="gamma">The factor: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public MultiStepSchedule(ISchedulable optimizer, IEnumerable<int> milestones, double gamma = 0.1)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        _milestones = [.. milestones.Order()];
        Gamma = Settings.NotNegative(gamma);
        Start();
    }

    /// <summary>The factor.</summary>
    public double Gamma { get; }

    /// <summary>The steps at which the rate changes, in order.</summary>
    public IReadOnlyList<int> Milestones => _milestones;

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("milestones", string.Join(' ', _milestones));
        state.Setting("gamma", Gamma);
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) =>
        rate * Math.Pow(Gamma, _milestones.Count(milestone => milestone == Position));
}
