using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Parameters in groups, each with an optimizer of its own: PyTorch's parameter groups.</summary>
/// <remarks>
/// The groups lie one after another in the vector of parameters and make it up. Their optimizers may be of different
/// kinds; a <see cref="Schedule"/> changes each group's rate, starting from its own.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class GroupedOptimizer<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly (int Length, Optimizer<T> Optimizer)[] _groups;

    /// <summary>Takes the groups in the order of the parameters.</summary>
    /// <param name="groups">For each group the number of its parameters and its optimizer, which has taken no
    /// step.</param>
    /// <exception cref="ArgumentException">
    /// There is no group, one is empty, an optimizer is missing, used twice, or needs the objective itself.
    /// </exception>
    public GroupedOptimizer(params (int Length, Optimizer<T> Optimizer)[] groups)
        : base(0.0)
    {
        ArgumentNullException.ThrowIfNull(groups);

        if (groups.Length == 0)
        {
            throw new ArgumentException("There is no group.", nameof(groups));
        }

        for (int i = 0; i < groups.Length; i++)
        {
            Check(groups, i);
        }

        _groups = [.. groups];
        Groups = [.. groups.Select(group => group.Optimizer)];
    }

    /// <summary>The optimizers of the groups, to read or change the settings of one.</summary>
    public IReadOnlyList<Optimizer<T>> Optimizers => [.. _groups.Select(group => group.Optimizer)];

    /// <summary>The first group's; a new one is set in every group.</summary>
    private protected override double Rate
    {
        get => ((ISchedulable)_groups[0].Optimizer).Rate;
        set => Array.ForEach(_groups, group => ((ISchedulable)group.Optimizer).Rate = value);
    }

    private protected override IReadOnlyList<ISchedulable> Groups { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("groups", (long)_groups.Length);

        foreach ((int length, Optimizer<T> optimizer) in _groups)
        {
            state.Setting("length", (long)length);
            state.Part("group", optimizer);
        }
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        int sum = _groups.Sum(group => group.Length);

        if (sum != parameterCount)
        {
            throw new ArgumentException(
                $"There are {parameterCount} parameters; the groups have {sum}.", nameof(parameterCount));
        }
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        int start = 0;

        foreach ((int length, Optimizer<T> optimizer) in _groups)
        {
            optimizer.Step(parameters.Slice(start, length), gradient.Slice(start, length));
            start += length;
        }
    }

    private static void Check((int Length, Optimizer<T> Optimizer)[] groups, int index)
    {
        (int length, Optimizer<T> optimizer) = groups[index];

        if (optimizer is null)
        {
            throw new ArgumentException($"Group {index} has no optimizer.", nameof(groups));
        }

        if (length <= 0)
        {
            throw new ArgumentException($"Group {index} has {length} parameters.", nameof(groups));
        }

        if (optimizer.StepCount != 0 || optimizer.NeedsObjective)
        {
            throw new ArgumentException(
                $"The optimizer of group {index} has taken {optimizer.StepCount} steps already, or evaluates the "
                + "objective itself.",
                nameof(groups));
        }

        if (groups.Take(index).Any(group => ReferenceEquals(group.Optimizer, optimizer)))
        {
            throw new ArgumentException($"The optimizer of group {index} serves another group too.", nameof(groups));
        }
    }
}
