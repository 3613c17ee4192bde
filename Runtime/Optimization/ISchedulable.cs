namespace Fluxion.Optimization;

/// <summary>What a <see cref="Schedule"/> changes; every <see cref="Optimizer{T}"/> is one.</summary>
public interface ISchedulable
{
    /// <summary>The groups of parameters that have rates of their own; itself, if there is only one.</summary>
    IReadOnlyList<ISchedulable> Groups { get; }

    /// <summary>The learning rate, not rounded to the type of the parameters.</summary>
    double Rate { get; set; }

    /// <summary>The rate schedules start from: the one there was when the first of them was made.</summary>
    double? InitialRate { get; set; }

    /// <summary>
    /// The momentum, or the decay of the first moment where there is one; <see langword="null"/> where there is none to
    /// change.
    /// </summary>
    double? Momentum { get; set; }
}
