using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Adam that trusts its mean square only once enough gradients are in it.</summary>
/// <remarks>
/// <para>
/// With <c>ρ∞ = 2/(1 − beta2) − 1</c> and <c>ρ = ρ∞ − 2t·beta2ᵗ/(1 − beta2ᵗ)</c>, step t moves by
/// <c>learningRate·m/(1 − beta1ᵗ)</c> while ρ is at most 5, and then by that times
/// <c>√(1 − beta2ᵗ)/(√v + epsilon) · √((ρ−4)(ρ−2)ρ∞ / ((ρ∞−4)(ρ∞−2)ρ))</c>.
/// </para>
/// <para>
/// L. Liu et al., "On the variance of the adaptive learning rate and beyond", ICLR 2020; <c>torch.optim.RAdam</c>,
/// which has no <c>maximize</c>.
/// </para>
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class RAdam<T> : AdaptiveMoments<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="beta1">The part of the mean gradient that is kept from step to step: from 0 to below 1.</param>
    /// <param name="beta2">The part of the mean squared gradient that is kept: from 0 to below 1.</param>
    /// <param name="epsilon">Added to the denominator, so that it is not 0: 0 or greater.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public RAdam(
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0)
        : base(learningRate, beta1, beta2, epsilon, weightDecay)
    {
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        double correction2 = BiasCorrection(Beta2);
        double limit = (2 / (1 - Beta2)) - 1;
        double step = StepCount + 1;
        double length = limit - (2 * step * Math.Pow(Beta2, step) / correction2);
        bool isRectified = length > 5;
        double stepSize = Rate / BiasCorrection(Beta1);

        if (isRectified)
        {
            stepSize *= Math.Sqrt(correction2) * Math.Sqrt(
                (length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
        }

        UpdateLoop.Run(new RAdamRule<T>(this, stepSize, isRectified), parameters, gradient, Mean, Square);
    }
}
