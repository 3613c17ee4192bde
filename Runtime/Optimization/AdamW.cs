using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Adam with the decay of the weights apart from the gradient.</summary>
/// <remarks>
/// As <see cref="Adam{T}"/> without decay, after <c>p = p·(1 − learningRate·weightDecay)</c>. I. Loshchilov, F. Hutter,
/// "Decoupled weight decay regularization", ICLR 2019; <c>torch.optim.AdamW</c>.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class AdamW<T> : Adam<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="beta1">The part of the mean gradient that is kept from step to step: from 0 to below 1.</param>
    /// <param name="beta2">The part of the mean squared gradient that is kept: from 0 to below 1.</param>
    /// <param name="epsilon">Added to the denominator, so that it is not 0: 0 or greater.</param>
    /// <param name="weightDecay">The part of the parameters that a step of size 1 takes away: 0 or greater.</param>
    /// <param name="amsgrad">Whether the denominator never shrinks: AMSGrad.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public AdamW(
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 1e-2,
        bool amsgrad = false,
        bool maximize = false)
        : base(learningRate, beta1, beta2, epsilon, weightDecay, amsgrad, maximize)
    {
    }

    internal override double GradientDecay => 0;

    internal override double Shrink => 1 - (Rate * WeightDecay);
}
