using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Adadelta: steps whose unit is that of the parameters, with no rate to choose.</summary>
/// <remarks>
/// A step computes <c>d = g + weightDecay·p</c>; <c>v = rho·v + (1 − rho)·d²</c>;
/// <c>s = √(u + epsilon)/√(v + epsilon)·d</c>; <c>u = rho·u + (1 − rho)·s²</c>; <c>p = p − learningRate·s</c>.
/// M. Zeiler, "ADADELTA: an adaptive learning rate method", arXiv:1212.5701; <c>torch.optim.Adadelta</c>.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Adadelta<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private T[] _square = [];
    private T[] _stepSquare = [];

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="rho">The part of the mean squares that is kept from step to step: from 0 to 1.</param>
    /// <param name="epsilon">Added below both roots: 0 or greater.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public Adadelta(
        double learningRate = 1,
        double rho = 0.9,
        double epsilon = 1e-6,
        double weightDecay = 0,
        bool maximize = false)
        : base(learningRate)
    {
        Rho = Settings.Share(rho);
        Epsilon = Settings.NotNegative(epsilon);
        WeightDecay = Settings.NotNegative(weightDecay);
        Maximize = maximize;
    }

    /// <summary>The part of the mean squares that is kept from step to step.</summary>
    public double Rho { get; }

    /// <summary>What is added below both roots.</summary>
    public double Epsilon { get; }

    /// <summary>The factor of the parameters that is added to their gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether steps go up the gradient.</summary>
    public bool Maximize { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("rho", Rho);
        state.Setting("epsilon", Epsilon);
        state.Setting("weightDecay", WeightDecay);
        state.Setting("maximize", Maximize);
        Transfer(state, "square", ref _square);
        Transfer(state, "stepSquare", ref _stepSquare);
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        _square = new T[parameterCount];
        _stepSquare = new T[parameterCount];
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient) =>
        UpdateLoop.Run(new AdadeltaRule<T>(this), parameters, gradient, _square, _stepSquare);
}
