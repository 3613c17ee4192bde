using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>What Adam and its relatives share: running means of the gradient and of its square.</summary>
/// <remarks>
/// Hyper-parameters are <see cref="double"/> for every type of parameters, as they are in PyTorch: <c>1 − beta2</c> and
/// its powers are rounded once, when they meet the parameters.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class AdaptiveMoments<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private T[] _mean = [];
    private T[] _square = [];
    private double _beta1;

    private protected AdaptiveMoments(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        : base(learningRate)
    {
        _beta1 = Settings.Decay(beta1);
        Beta2 = Settings.Decay(beta2);
        Epsilon = Settings.NotNegative(epsilon);
        WeightDecay = Settings.NotNegative(weightDecay);
    }

    /// <summary>The part of the mean gradient that is kept from step to step; a schedule may change it.</summary>
    public double Beta1 => _beta1;

    /// <summary>The part of the mean squared gradient that is kept from step to step.</summary>
    public double Beta2 { get; }

    /// <summary>What is added to the denominator, so that it is not 0.</summary>
    public double Epsilon { get; }

    /// <summary>The factor of the parameters' decay.</summary>
    public double WeightDecay { get; }

    private protected Span<T> Mean => _mean;

    private protected Span<T> Square => _square;

    private protected override double? ScheduledMomentum
    {
        get => _beta1;
        set => _beta1 = Settings.Decay(value ?? 0);
    }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Value("beta1", ref _beta1);
        state.Setting("beta2", Beta2);
        state.Setting("epsilon", Epsilon);
        state.Setting("weightDecay", WeightDecay);
        Transfer(state, "mean", ref _mean);
        Transfer(state, "square", ref _square);
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        _mean = new T[parameterCount];
        _square = new T[parameterCount];
    }

    /// <summary>What is left of a mean's start at 0 in the step now taken: 1 − betaᵗ.</summary>
    private protected double BiasCorrection(double beta) => 1 - Math.Pow(beta, StepCount + 1);
}
