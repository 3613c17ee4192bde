using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Adagrad: the gradient over the root of the sum of its squares.</summary>
/// <remarks>
/// Step t computes <c>d = g + weightDecay·p</c>; <c>s = s + d²</c>;
/// <c>p = p − learningRate/(1 + (t − 1)·learningRateDecay) · d/(√s + epsilon)</c>. J. Duchi, E. Hazan, Y. Singer,
/// "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 12 (2011);
/// <c>torch.optim.Adagrad</c>.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adagrad<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private T[] _sum = [];

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="learningRateDecay">How fast the learning rate falls: 0 or greater.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <param name="initialAccumulatorValue">What the sum of squares begins with: 0 or greater.</param>
    /// <param name="epsilon">Added to the denominator, so that it is not 0: 0 or greater.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public Adagrad(
        double learningRate = 1e-2,
        double learningRateDecay = 0,
        double weightDecay = 0,
        double initialAccumulatorValue = 0,
        double epsilon = 1e-10,
        bool maximize = false)
        : base(learningRate)
    {
        LearningRateDecay = Settings.NotNegative(learningRateDecay);
        WeightDecay = Settings.NotNegative(weightDecay);
        InitialAccumulatorValue = Settings.NotNegative(initialAccumulatorValue);
        Epsilon = Settings.NotNegative(epsilon);
        Maximize = maximize;
    }

    /// <summary>How fast the learning rate falls.</summary>
    public double LearningRateDecay { get; }

    /// <summary>The factor of the parameters that is added to their gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>What the sum of squares begins with.</summary>
    public double InitialAccumulatorValue { get; }

    /// <summary>What is added to the denominator, so that it is not 0.</summary>
    public double Epsilon { get; }

    /// <summary>Whether steps go up the gradient.</summary>
    public bool Maximize { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("learningRateDecay", LearningRateDecay);
        state.Setting("weightDecay", WeightDecay);
        state.Setting("initialAccumulatorValue", InitialAccumulatorValue);
        state.Setting("epsilon", Epsilon);
        state.Setting("maximize", Maximize);
        Transfer(state, "sum", ref _sum);
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        _sum = new T[parameterCount];
        Array.Fill(_sum, T.CreateTruncating(InitialAccumulatorValue));
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        double stepSize = Rate / (1 + (StepCount * LearningRateDecay));
        UpdateLoop.Run(new AdagradRule<T>(this, stepSize), parameters, gradient, _sum);
    }
}
