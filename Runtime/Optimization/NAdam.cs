using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Adam with Nesterov's momentum.</summary>
/// <remarks>
/// <para>
/// With <c>μ(t) = beta1·(1 − ½·0.96^(t·momentumDecay))</c> and <c>P(t)</c> the product of μ(1) to μ(t), step t moves by
/// <c>learningRate·((1 − μ(t))/(1 − P(t))·d + μ(t+1)/(1 − P(t)·μ(t)·μ(t+1))·m) / (√(v/(1 − beta2ᵗ)) + epsilon)</c>.
/// The factor μ(t) stands twice in the last product, as it does in PyTorch 1.13.
/// </para>
/// <para>
/// T. Dozat, "Incorporating Nesterov momentum into Adam", ICLR workshop 2016; <c>torch.optim.NAdam</c>, which has no
/// <c>maximize</c>.
/// </para>
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class NAdam<T> : AdaptiveMoments<T>
    where T : IFloatingPointIeee754<T>
{
    private double _product = 1;

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="beta1">The part of the mean gradient that is kept from step to step: from 0 to below 1.</param>
    /// <param name="beta2">The part of the mean squared gradient that is kept: from 0 to below 1.</param>
    /// <param name="epsilon">Added to the denominator, so that it is not 0: 0 or greater.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <param name="momentumDecay">How fast the momentum reaches <paramref name="beta1"/>: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public NAdam(
        double learningRate = 2e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0,
        double momentumDecay = 4e-3)
        : base(learningRate, beta1, beta2, epsilon, weightDecay)
    {
        MomentumDecay = Settings.NotNegative(momentumDecay);
    }

    /// <summary>How fast the momentum reaches <see cref="AdaptiveMoments{T}.Beta1"/>.</summary>
    public double MomentumDecay { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("momentumDecay", MomentumDecay);
        state.Value("product", ref _product);
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        double momentum = Momentum(StepCount + 1);
        double next = Momentum(StepCount + 2);
        _product *= momentum;

        NAdamRule<T> rule = new(
            this,
            BiasCorrection(Beta2),
            Rate * (1 - momentum) / (1 - _product),
            Rate * next / (1 - (_product * momentum * next)));
        UpdateLoop.Run(rule, parameters, gradient, Mean, Square);
    }

    private double Momentum(long step) => Beta1 * (1 - (0.5 * Math.Pow(0.96, step * MomentumDecay)));
}
