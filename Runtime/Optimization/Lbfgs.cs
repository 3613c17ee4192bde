using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with limited memory.</summary>
/// <remarks>
/// <para>
/// A step makes up to <see cref="MaxIterations"/> iterations and evaluates the objective in each, so it is taken with
/// <see cref="Optimizer{T}.Step(Span{T}, IObjective{T})"/>. Without line search a step may also be taken with a
/// gradient alone; it is one iteration then. For full batches: differences between batches are taken for curvature.
/// Arrays of the history are made as it grows and used again.
/// </para>
/// <para>
/// D. Liu, J. Nocedal, "On the limited memory BFGS method for large scale optimization", Mathematical Programming 45
/// (1989); <c>torch.optim.LBFGS</c>.
/// </para>
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Lbfgs<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly LbfgsHistory<T> _history;
    private StrongWolfe<T>? _search;
    private T[] _direction = [];
    private T[] _formerGradient = [];
    private T _distance = T.Zero;
    private long _iterations;
    private long _evaluations;

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step, or the first distance a line search tries: 0 or
    /// greater.</param>
    /// <param name="maxIterations">The most iterations in a step: 1 or more.</param>
    /// <param name="maxEvaluations">
    /// The number of evaluations after which a step begins no further iteration: 1 or more; by default 5/4 of
    /// <paramref name="maxIterations"/>.
    /// </param>
    /// <param name="gradientTolerance">A step ends where no partial derivative is greater: 0 or greater.</param>
    /// <param name="changeTolerance">A step ends where value and parameters change no more: 0 or greater.</param>
    /// <param name="historySize">The number of pairs of changes that are remembered: 1 or more.</param>
    /// <param name="lineSearch">How far to go in a direction.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public Lbfgs(
        double learningRate = 1,
        int maxIterations = 20,
        int? maxEvaluations = null,
        double gradientTolerance = 1e-7,
        double changeTolerance = 1e-9,
        int historySize = 100,
        LineSearch lineSearch = LineSearch.None)
        : base(learningRate)
    {
        MaxIterations = Settings.Positive(maxIterations);
        MaxEvaluations = Settings.Positive(maxEvaluations ?? (int)(maxIterations * 5L / 4), nameof(maxEvaluations));
        GradientTolerance = Settings.NotNegative(gradientTolerance);
        ChangeTolerance = Settings.NotNegative(changeTolerance);
        _history = new LbfgsHistory<T>(Settings.Positive(historySize));
        LineSearch = Enum.IsDefined(lineSearch)
            ? lineSearch
            : throw Settings.Refusal(nameof(lineSearch), lineSearch, "a known line search");
    }

    /// <summary>The most iterations in a step.</summary>
    public int MaxIterations { get; }

    /// <summary>The number of evaluations after which a step begins no further iteration.</summary>
    public int MaxEvaluations { get; }

    /// <summary>A step ends where no partial derivative is greater.</summary>
    public double GradientTolerance { get; }

    /// <summary>A step ends where value and parameters change no more than this.</summary>
    public double ChangeTolerance { get; }

    /// <summary>The number of pairs of changes that are remembered.</summary>
    public int HistorySize => _history.Capacity;

    /// <summary>How far to go in a direction.</summary>
    public LineSearch LineSearch { get; }

    /// <summary>The number of evaluations in all steps.</summary>
    public long EvaluationCount => _evaluations;

    internal override bool NeedsObjective => LineSearch != LineSearch.None || MaxIterations > 1;

    private T Tolerance => T.CreateTruncating(ChangeTolerance);

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("maxIterations", (long)MaxIterations);
        state.Setting("maxEvaluations", (long)MaxEvaluations);
        state.Setting("gradientTolerance", GradientTolerance);
        state.Setting("changeTolerance", ChangeTolerance);
        state.Setting("lineSearch", LineSearch.ToString());
        double distance = double.CreateTruncating(_distance);
        state.Value("distance", ref distance);
        _distance = T.CreateTruncating(distance);
        state.Value("iterations", ref _iterations);
        state.Value("evaluations", ref _evaluations);
        Transfer(state, "direction", ref _direction);
        Transfer(state, "formerGradient", ref _formerGradient);
        _history.ParameterCount = ParameterCount ?? 0;
        state.Part("history", _history);
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        _direction = new T[parameterCount];
        _formerGradient = new T[parameterCount];
        _history.ParameterCount = parameterCount;
    }

    /// <summary>One iteration of the learning rate's length.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">The gradient.</param>
    /// <exception cref="InvalidOperationException">A line search is set: it needs the objective.</exception>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (LineSearch != LineSearch.None)
        {
            throw new InvalidOperationException("A line search evaluates the objective: take the step with it.");
        }

        if (!IsFlat(gradient) && Aim(gradient) <= -Tolerance)
        {
            Move(parameters);
        }
    }

    private protected override T Update(Span<T> parameters, IObjective<T> objective, Span<T> gradient)
    {
        T first = objective.ValueAndGradient(parameters, gradient);
        T value = first;
        int evaluations = 1;
        _evaluations++;

        for (int iteration = 1; iteration <= MaxIterations && !IsFlat(gradient); iteration++)
        {
            T slope = Aim(gradient);

            if (slope > -Tolerance)
            {
                break;
            }

            T former = value;
            bool isLast = iteration == MaxIterations;
            evaluations += Advance(parameters, objective, gradient, slope, isLast, ref value);

            if (isLast || evaluations >= MaxEvaluations || HasSettled(value, former))
            {
                break;
            }
        }

        return first;
    }

    private bool IsFlat(ReadOnlySpan<T> gradient) =>
        Sums.GreatestAbsolute(gradient) <= T.CreateTruncating(GradientTolerance);

    private bool HasSettled(T value, T former) =>
        T.Abs(_distance) * Sums.GreatestAbsolute<T>(_direction) <= Tolerance || T.Abs(value - former) < Tolerance;

    /// <summary>Chooses the direction and the first distance, and returns the slope in that direction.</summary>
    private T Aim(ReadOnlySpan<T> gradient)
    {
        T rate = LearningRate;
        bool isFirst = _iterations++ == 0;

        if (!isFirst)
        {
            _history.Remember(gradient, _formerGradient, _direction, _distance);
        }

        _history.Direction(gradient, _direction);
        gradient.CopyTo(_formerGradient);
        _distance = isFirst ? T.Min(T.One, T.One / Sums.OfAbsolutes(gradient)) * rate : rate;
        return Sums.Dot(gradient, _direction);
    }

    /// <summary>Goes in the direction; returns how often the objective was evaluated.</summary>
    private int Advance(
        Span<T> parameters, IObjective<T> objective, Span<T> gradient, T slope, bool isLast, ref T value)
    {
        if (LineSearch == LineSearch.None)
        {
            Move(parameters);

            if (isLast)
            {
                return 0;
            }

            value = objective.ValueAndGradient(parameters, gradient);
            _evaluations++;
            return 1;
        }

        _search ??= new StrongWolfe<T>(parameters.Length);
        LineStart<T> start = new(gradient) { Value = value, Slope = slope, Distance = _distance };
        _distance = _search.Search(objective, parameters, _direction, start, Tolerance);
        value = _search.Value;
        _search.Gradient.CopyTo(gradient);
        Move(parameters);
        _evaluations += _search.Evaluations;
        return _search.Evaluations;
    }

    private void Move(Span<T> parameters)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] += _distance * _direction[i];
        }
    }
}
