using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Adam: steps of a size of their own for each parameter, from running means of gradient and square.</summary>
/// <remarks>
/// <para>
/// Step t computes, for each parameter p with gradient g: <c>d = g + weightDecay·p</c>;
/// <c>m = beta1·m + (1 − beta1)·d</c>; <c>v = beta2·v + (1 − beta2)·d²</c>;
/// <c>p = p − learningRate/(1 − beta1ᵗ) · m / (√v/√(1 − beta2ᵗ) + epsilon)</c>; with AMSGrad the greatest v so far
/// stands in the denominator.
/// </para>
/// <para>
/// D. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015; S. Reddi, S. Kale, S. Kumar, "On the
/// convergence of Adam and beyond", ICLR 2018; <c>torch.optim.Adam</c>.
/// </para>
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public class Adam<T> : AdaptiveMoments<T>
    where T : IFloatingPointIeee754<T>
{
    private T[] _greatest = [];

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="beta1">The part of the mean gradient that is kept from step to step: from 0 to below 1.</param>
    /// <param name="beta2">The part of the mean squared gradient that is kept: from 0 to below 1.</param>
    /// <param name="epsilon">Added to the denominator, so that it is not 0: 0 or greater.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <param name="amsgrad">Whether the denominator never shrinks: AMSGrad.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public Adam(
        double learningRate = 1e-3,
        double beta1 = 0.9,
        double beta2 = 0.999,
        double epsilon = 1e-8,
        double weightDecay = 0,
        bool amsgrad = false,
        bool maximize = false)
        : base(learningRate, beta1, beta2, epsilon, weightDecay)
    {
        Amsgrad = amsgrad;
        Maximize = maximize;
    }

    /// <summary>Whether the denominator never shrinks.</summary>
    public bool Amsgrad { get; }

    /// <summary>Whether steps go up the gradient.</summary>
    public bool Maximize { get; }

    internal double ExactRate => Rate;

    internal virtual double GradientDecay => WeightDecay;

    internal virtual double Shrink => 1;

    /// <inheritdoc/>
    public sealed override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("amsgrad", Amsgrad);
        state.Setting("maximize", Maximize);
        Transfer(state, "greatest", ref _greatest);
    }

    /// <inheritdoc/>
    protected sealed override void Allocate(int parameterCount)
    {
        base.Allocate(parameterCount);
        _greatest = Amsgrad ? new T[parameterCount] : [];
    }

    /// <inheritdoc/>
    protected sealed override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        AdamRule<T> rule = new(this, BiasCorrection(Beta1), BiasCorrection(Beta2));
        UpdateLoop.Run(rule, parameters, gradient, Mean, Square, _greatest);
    }
}
