using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>
/// Changes parameters a step at a time so that a function of them gets smaller.
/// </summary>
/// <remarks>
/// An optimizer belongs to one vector of parameters: what it remembers of earlier steps is as long as the first one
/// given to it, allocated then; later steps allocate nothing. It is not safe for use by several threads at once.
/// Parameters whose settings differ are groups of a <see cref="GroupedOptimizer{T}"/>.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class Optimizer<T> : IStateful, ISchedulable
    where T : IFloatingPointIeee754<T>
{
    private double _rate;
    private double? _initialRate;
    private long _stepCount;
    private T[] _gradient = [];

    /// <summary>Takes the learning rate.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is negative or NaN.</exception>
    protected Optimizer(T learningRate)
    {
        _rate = double.CreateTruncating(NotNegative(learningRate, nameof(learningRate)));
    }

    private protected Optimizer(double learningRate)
    {
        _rate = Settings.NotNegative(learningRate);
    }

    /// <summary>The factor of a step: 0 or greater. It may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The new value is negative or NaN.</exception>
    public T LearningRate
    {
        get => T.CreateTruncating(Rate);
        set => Rate = double.CreateTruncating(NotNegative(value, nameof(value)));
    }

    /// <summary>The number of parameters, or <see langword="null"/> before the first step.</summary>
    public int? ParameterCount { get; private set; }

    /// <summary>The number of steps taken.</summary>
    public long StepCount => _stepCount;

    IReadOnlyList<ISchedulable> ISchedulable.Groups => Groups;

    double ISchedulable.Rate
    {
        get => Rate;
        set => Rate = Settings.NotNegative(value);
    }

    double? ISchedulable.InitialRate
    {
        get => _initialRate;
        set => _initialRate = value;
    }

    double? ISchedulable.Momentum
    {
        get => ScheduledMomentum;
        set => ScheduledMomentum = value;
    }

    /// <summary>The learning rate as it was given: schedules and bias corrections do not round in between.</summary>
    private protected virtual double Rate
    {
        get => _rate;
        set => _rate = value;
    }

    private protected virtual double? ScheduledMomentum
    {
        get => null;
        set => throw new NotSupportedException($"{Kind} has no momentum to change.");
    }

    private protected virtual IReadOnlyList<ISchedulable> Groups => [this];

    /// <summary>Whether a step needs to evaluate the objective itself.</summary>
    internal virtual bool NeedsObjective => false;

    private protected string Kind => GetType().Name.Split('`')[0];

    /// <summary>Takes a step: changes the parameters as their gradient says.</summary>
    /// <remarks>NaN or infinity in the gradient goes where the arithmetic takes it; nothing is clipped.</remarks>
    /// <param name="parameters">The parameters; changed in place.</param>
    /// <param name="gradient">The gradient at <paramref name="parameters"/>; not changed.</param>
    /// <exception cref="ArgumentException">
    /// The two differ in length or overlap, or the length is not that of the first step. Nothing has been changed then.
    /// </exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        CheckArguments(parameters, gradient);
        Begin(parameters.Length);
        Update(parameters, gradient);
        _stepCount++;
    }

    /// <summary>Evaluates an objective and takes a step.</summary>
    /// <param name="parameters">The parameters; changed in place.</param>
    /// <param name="objective">The objective.</param>
    /// <returns>The value of the objective before the step.</returns>
    /// <exception cref="ArgumentException">
    /// The number of parameters is not that of the objective or of the first step.
    /// </exception>
    public T Step(Span<T> parameters, IObjective<T> objective)
    {
        ArgumentNullException.ThrowIfNull(objective);

        if (objective.ParameterCount != parameters.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters; the objective has {objective.ParameterCount}.",
                nameof(parameters));
        }

        CheckCount(parameters);
        Begin(parameters.Length);

        if (_gradient.Length != parameters.Length)
        {
            _gradient = new T[parameters.Length];
        }

        T value = Update(parameters, objective, _gradient);
        _stepCount++;
        return value;
    }

    /// <summary>Names what changes from step to step, and the settings; see <see cref="IStateful"/>.</summary>
    /// <remarks>An optimizer of one's own transfers what it remembers after calling this one.</remarks>
    /// <param name="state">Writes or reads what it is given.</param>
    public virtual void Transfer(StateTransfer state)
    {
        ArgumentNullException.ThrowIfNull(state);
        int count = ParameterCount ?? -1;
        state.Setting("optimizer", Kind);
        state.Value("learningRate", ref _rate);
        state.Value("initialLearningRate", ref _initialRate);
        state.Value("stepCount", ref _stepCount);
        state.Value("parameterCount", ref count);

        if (state.IsRestoring)
        {
            if (count < -1)
            {
                throw StateTransfer.Refusal($"'parameterCount' is {count}.");
            }

            ParameterCount = count < 0 ? null : count;
        }
    }

    /// <summary>Makes room for what is remembered from step to step; called once, before the first step.</summary>
    /// <param name="parameterCount">The number of parameters.</param>
    protected abstract void Allocate(int parameterCount);

    /// <summary>Takes a step whose arguments have been checked.</summary>
    /// <remarks>During the first one <see cref="StepCount"/> is 0.</remarks>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">The gradient, of the same length, elsewhere in memory.</param>
    protected abstract void Update(Span<T> parameters, ReadOnlySpan<T> gradient);

    /// <summary>Takes a step that evaluates the objective; once, unless it needs to do so more often.</summary>
    private protected virtual T Update(Span<T> parameters, IObjective<T> objective, Span<T> gradient)
    {
        T value = objective.ValueAndGradient(parameters, gradient);
        Update(parameters, gradient);
        return value;
    }

    /// <summary>Checks a setting for being 0 or greater.</summary>
    /// <param name="value">The setting.</param>
    /// <param name="name">Its name.</param>
    /// <returns><paramref name="value"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative or NaN.</exception>
    protected static T NotNegative(T value, string name) => Settings.NotNegative(value, name);

    /// <summary>Transfers an array that is as long as the parameters once it is in use.</summary>
    private protected void Transfer(StateTransfer state, string name, ref T[] values)
    {
        state.Numbers(name, ref values);

        if (values.Length != 0 && values.Length != ParameterCount)
        {
            throw StateTransfer.Refusal($"'{name}' has {values.Length} elements for {ParameterCount} parameters.");
        }
    }

    private void Begin(int parameterCount)
    {
        if (ParameterCount is null)
        {
            Allocate(parameterCount);
            ParameterCount = parameterCount;
        }
    }

    private void CheckCount(Span<T> parameters)
    {
        if (ParameterCount is int count && count != parameters.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters, but the optimizer's first step had {count}.",
                nameof(parameters));
        }
    }

    private void CheckArguments(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (gradient.Length != parameters.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters, but the gradient has {gradient.Length} elements.",
                nameof(gradient));
        }

        CheckCount(parameters);

        if (gradient.Overlaps(parameters))
        {
            throw new ArgumentException("The gradient overlaps the parameters.", nameof(gradient));
        }
    }
}
