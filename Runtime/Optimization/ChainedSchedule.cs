namespace Fluxion.Optimization;

/// <summary>Several schedules at once: each changes what the one before it has set.</summary>
/// <remarks>The schedules belong to this one then. PyTorch's <c>ChainedScheduler</c>.</remarks>
public sealed class ChainedSchedule : Schedule
{
    private readonly Schedule[] _schedules;

    /// <summary>Takes the schedules, which have set their first rates already.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="schedules">Schedules for this optimizer, in order.</param>
    /// <exception cref="ArgumentException">There is none, or one is for another optimizer.</exception>
    public ChainedSchedule(ISchedulable optimizer, params IEnumerable<Schedule> schedules)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        _schedules = [.. schedules];
        CheckOptimizer(_schedules, optimizer, nameof(schedules));
        MoveTo(0);
    }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("schedules", (long)_schedules.Length);

        foreach (Schedule schedule in _schedules)
        {
            state.Part("schedule", schedule);
        }
    }

    internal static void CheckOptimizer(Schedule[] schedules, ISchedulable optimizer, string name)
    {
        if (schedules.Length == 0)
        {
            throw new ArgumentException("There is no schedule.", name);
        }

        int stranger = Array.FindIndex(schedules, schedule => !ReferenceEquals(schedule?.Optimizer, optimizer));

        if (stranger >= 0)
        {
            throw new ArgumentException($"Schedule {stranger} is not for this optimizer.", name);
        }
    }

    /// <inheritdoc/>
    protected override void Advance(double? cost) =>
        Array.ForEach(_schedules, schedule => schedule.StepWith(cost));

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) => rate;
}
