using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>RMSprop: the gradient over the root of its running mean square.</summary>
/// <remarks>
/// A step computes, for each parameter p with gradient g: <c>d = g + weightDecay·p</c>;
/// <c>v = alpha·v + (1 − alpha)·d²</c>; centered, <c>m = alpha·m + (1 − alpha)·d</c> and m² is taken off v;
/// <c>s = d/(√v + epsilon)</c>; with momentum <c>b = momentum·b + s</c> stands for s; <c>p = p − learningRate·s</c>.
/// G. Hinton, "Neural networks for machine learning", lecture 6e, 2012; A. Graves, arXiv:1308.0850 (centered);
/// <c>torch.optim.RMSprop</c>.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class RmsProp<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private T[] _square = [];
    private T[] _mean = [];
    private T[] _buffer = [];
    private double _momentum;

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="alpha">The part of the mean square that is kept from step to step: 0 or greater.</param>
    /// <param name="epsilon">Added to the denominator, so that it is not 0: 0 or greater.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <param name="momentum">The part of the former step that is kept: 0 (none) or greater.</param>
    /// <param name="centered">Whether the square is taken around the mean: the variance.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public RmsProp(
        double learningRate = 1e-2,
        double alpha = 0.99,
        double epsilon = 1e-8,
        double weightDecay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
        : base(learningRate)
    {
        Alpha = Settings.NotNegative(alpha);
        Epsilon = Settings.NotNegative(epsilon);
        WeightDecay = Settings.NotNegative(weightDecay);
        _momentum = Settings.NotNegative(momentum);
        Centered = centered;
        Maximize = maximize;
    }

    /// <summary>The part of the mean square that is kept from step to step.</summary>
    public double Alpha { get; }

    /// <summary>What is added to the denominator, so that it is not 0.</summary>
    public double Epsilon { get; }

    /// <summary>The factor of the parameters that is added to their gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>The part of the former step that is kept; a schedule may change it.</summary>
    public double Momentum => _momentum;

    /// <summary>Whether the square is taken around the mean.</summary>
    public bool Centered { get; }

    /// <summary>Whether steps go up the gradient.</summary>
    public bool Maximize { get; }

    private protected override double? ScheduledMomentum
    {
        get => _momentum;
        set => _momentum = Settings.NotNegative(value ?? 0);
    }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("alpha", Alpha);
        state.Setting("epsilon", Epsilon);
        state.Setting("weightDecay", WeightDecay);
        state.Value("momentum", ref _momentum);
        state.Setting("centered", Centered);
        state.Setting("maximize", Maximize);
        Transfer(state, "square", ref _square);
        Transfer(state, "mean", ref _mean);
        Transfer(state, "buffer", ref _buffer);
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        _square = new T[parameterCount];
        _mean = Centered ? new T[parameterCount] : [];
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        // Not before it is needed: a schedule may bring the momentum.
        if (Momentum > 0 && _buffer.Length != parameters.Length)
        {
            _buffer = new T[parameters.Length];
        }

        UpdateLoop.Run(new RmsPropRule<T>(this), parameters, gradient, _square, _mean, _buffer);
    }
}
