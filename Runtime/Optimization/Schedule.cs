namespace Fluxion.Optimization;

/// <summary>Changes the learning rates of an optimizer from epoch to epoch, or from step to step.</summary>
/// <remarks>
/// <para>A schedule sets its first rate when it is made, and a further one whenever <see cref="Step()"/> is
/// called.</para>
/// <para>
/// Names here and in <c>torch.optim.lr_scheduler</c>: <see cref="StepSchedule"/> StepLR,
/// <see cref="MultiStepSchedule"/> MultiStepLR, <see cref="ExponentialSchedule"/> ExponentialLR,
/// <see cref="ConstantSchedule"/> ConstantLR,
/// <see cref="LinearSchedule"/> LinearLR, <see cref="PolynomialSchedule"/> PolynomialLR, <see cref="CosineSchedule"/>
/// CosineAnnealingLR, <see cref="CosineRestartsSchedule"/> CosineAnnealingWarmRestarts, <see cref="OneCycleSchedule"/>
/// OneCycleLR, <see cref="CyclicSchedule"/> CyclicLR, <see cref="LambdaSchedule"/> LambdaLR,
/// <see cref="MultiplicativeSchedule"/> MultiplicativeLR, <see cref="SequentialSchedule"/> SequentialLR,
/// <see cref="ChainedSchedule"/> ChainedScheduler, <see cref="PlateauSchedule"/> ReduceLROnPlateau. As there, most
/// compute a rate from the former one, so that schedules for the same optimizer can be combined.
/// </para>
/// </remarks>
public abstract class Schedule : IStateful
{
    private readonly double[] _baseRates;
    private long _position = -1;

    /// <summary>Takes the optimizer, whose rates are those the schedule starts from.</summary>
    /// <remarks>
    /// An optimizer keeps the rates it had when the first schedule was made for it: all of them start from those.
    /// </remarks>
    /// <param name="optimizer">The optimizer.</param>
    protected Schedule(ISchedulable optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
        Groups = optimizer.Groups;

        foreach (ISchedulable group in Groups)
        {
            group.InitialRate ??= group.Rate;
        }

        _baseRates = [.. Groups.Select(group => group.InitialRate!.Value)];
    }

    /// <summary>The optimizer whose rates are changed.</summary>
    public ISchedulable Optimizer { get; }

    /// <summary>The number of steps since the first rate was set.</summary>
    public long Position => _position;

    /// <summary>The rate now, of the first group if there are several.</summary>
    public double Rate => Groups[0].Rate;

    /// <summary>The groups of the optimizer.</summary>
    protected IReadOnlyList<ISchedulable> Groups { get; }

    /// <summary>The rates each group started from.</summary>
    protected IReadOnlyList<double> BaseRates => _baseRates;

    /// <summary>Sets the next rate.</summary>
    public void Step() => StepWith(null);

    /// <summary>Sets the next rate where it may depend on how training goes.</summary>
    /// <param name="cost">The cost that has been reached; most schedules do not look at it.</param>
    public void Step(double cost) => StepWith(cost);

    /// <summary>Names what changes from step to step; see <see cref="IStateful"/>.</summary>
    /// <remarks>The rates themselves belong to the optimizer's state.</remarks>
    /// <param name="state">Writes or reads what it is given.</param>
    public virtual void Transfer(StateTransfer state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Setting("schedule", GetType().Name);
        state.Setting("groups", (long)_baseRates.Length);
        state.Value("position", ref _position);

        for (int i = 0; i < _baseRates.Length; i++)
        {
            state.Value("baseRate", ref _baseRates[i]);
        }
    }

    /// <summary>Sets the first rate; a schedule's constructor ends with it.</summary>
    protected void Start()
    {
        _position = -1;
        Step();
    }

    /// <summary>Sets the rates for <see cref="Position"/>.</summary>
    /// <param name="cost">The cost that has been reached, if it was given.</param>
    protected virtual void Advance(double? cost)
    {
        for (int i = 0; i < Groups.Count; i++)
        {
            Groups[i].Rate = NextRate(Groups[i].Rate, _baseRates[i]);
        }
    }

    /// <summary>The rate at <see cref="Position"/>.</summary>
    /// <param name="rate">The rate before; at position 0 what the optimizer has.</param>
    /// <param name="baseRate">The rate the group started from.</param>
    /// <returns>The rate.</returns>
    protected abstract double NextRate(double rate, double baseRate);

    /// <summary>The rate at position 0 where the schedule takes over from another one.</summary>
    /// <param name="rate">The rate before.</param>
    /// <param name="baseRate">The rate the group started from.</param>
    /// <returns>The rate.</returns>
    protected virtual double Restart(double rate, double baseRate) => baseRate;

    /// <summary>Forgets the first rate: the schedule begins when its turn comes.</summary>
    internal void Withdraw() => MoveTo(-1);

    /// <summary>Takes over from another schedule.</summary>
    internal virtual void TakeOver()
    {
        MoveTo(0);

        for (int i = 0; i < Groups.Count; i++)
        {
            Groups[i].Rate = Restart(Groups[i].Rate, _baseRates[i]);
        }
    }

    internal void StepWith(double? cost)
    {
        MoveTo(_position + 1);
        Advance(cost);
    }

    /// <summary>Sets the position; no rate changes.</summary>
    private protected virtual void MoveTo(long position) => _position = position;

    private protected void SetBaseRates(double rate) => Array.Fill(_baseRates, rate);
}
