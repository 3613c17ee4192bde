using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Adam with a decaying maximum in the place of the mean square.</summary>
/// <remarks>
/// Step t computes <c>d = g + weightDecay·p</c>; <c>m = beta1·m + (1 − beta1)·d</c>;
/// <c>u = max(beta2·u, |d| + epsilon)</c>; <c>p = p − learningRate/(1 − beta1ᵗ) · m/u</c>. D. Kingma, J. Ba, "Adam: a
/// method for stochastic optimization", ICLR 2015, section 7; <c>torch.optim.Adamax</c>.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adamax<T> : AdaptiveMoments<T>
    where T : IFloatingPointIeee754<T>
{
    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="beta1">The part of the mean gradient that is kept from step to step: from 0 to below 1.</param>
    /// <param name="beta2">The factor by which the maximum decays in a step: from 0 to below 1.</param>
    /// <param name="epsilon">Added to the denominator, so that it is not 0: 0 or greater.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public Adamax(
        double learningRate = 2e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0,
        bool maximize = false)
        : base(learningRate, beta1, beta2, epsilon, weightDecay)
    {
        Maximize = maximize;
    }

    /// <summary>Whether steps go up the gradient.</summary>
    public bool Maximize { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("maximize", Maximize);
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        AdamaxRule<T> rule = new(this, Rate / BiasCorrection(Beta1));
        UpdateLoop.Run(rule, parameters, gradient, Mean, Square);
    }
}
