namespace Fluxion.Optimization;

/// <summary>Several schedules, one after another: a warm-up and what follows it.</summary>
/// <remarks>
/// Each one after the first begins, at its milestone, from the rates the optimizer had at the very beginning. The
/// schedules belong to this one then. PyTorch's <c>SequentialLR</c>.
/// </remarks>
public sealed class SequentialSchedule : Schedule
{
    private readonly Schedule[] _schedules;
    private readonly int[] _milestones;

    /// <summary>Takes the schedules and sets the first one's first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="schedules">Schedules for this optimizer, in order.</param>
    /// <param name="milestones">The steps at which each one after the first begins, increasing.</param>
    /// <exception cref="ArgumentException">
    /// A schedule is for another optimizer, or the milestones do not increase or are not one fewer than the schedules.
    /// </exception>
    public SequentialSchedule(ISchedulable optimizer, IEnumerable<Schedule> schedules, IEnumerable<int> milestones)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ArgumentNullException.ThrowIfNull(milestones);
        _schedules = [.. schedules];
        _milestones = [.. milestones];
        ChainedSchedule.CheckOptimizer(_schedules, optimizer, nameof(schedules));

        if (_milestones.Length != _schedules.Length - 1)
        {
            throw new ArgumentException(
                $"{_schedules.Length} schedules need {_schedules.Length - 1} milestones; there are "
                + $"{_milestones.Length}.",
                nameof(milestones));
        }

        for (int i = 0; i < _milestones.Length; i++)
        {
            if (_milestones[i] <= (i == 0 ? 0 : _milestones[i - 1]))
            {
                throw new ArgumentException(
                    $"Milestone {_milestones[i]} is not after the one before it.", nameof(milestones));
            }
        }

        foreach (ISchedulable group in Groups)
        {
            group.Rate = group.InitialRate!.Value;
        }

        foreach (Schedule schedule in _schedules)
        {
            schedule.Withdraw();
        }

        Start();
    }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("milestones", string.Join(' ', _milestones));

        foreach (Schedule schedule in _schedules)
        {
            state.Part("schedule", schedule);
        }
    }

    /// <inheritdoc/>
    protected override void Advance(double? cost)
    {
        int index = _milestones.Count(milestone => milestone <= Position);

        if (index > 0 && _milestones[index - 1] == Position)
        {
            _schedules[index].TakeOver();
        }
        else
        {
            _schedules[index].StepWith(cost);
        }
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) => rate;
}
