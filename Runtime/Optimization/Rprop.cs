using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Resilient backpropagation: steps follow the sign of the gradient alone.</summary>
/// <remarks>
/// A parameter's step grows by <c>etaPlus</c> while its gradient keeps its sign and shrinks by <c>etaMinus</c> when it
/// changes, where the parameter also rests for a step; the learning rate is the first step's size. For full batches
/// only. M. Riedmiller, H. Braun, "A direct adaptive method for faster backpropagation learning: the RPROP algorithm",
/// ICNN 1993; <c>torch.optim.Rprop</c>.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Rprop<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private T[] _former = [];
    private T[] _stepSize = [];

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The first step's size: 0 or greater.</param>
    /// <param name="etaMinus">The factor of the step where the gradient changes sign: above 0, below 1.</param>
    /// <param name="etaPlus">The factor of the step where it keeps it: above 1.</param>
    /// <param name="stepSizeMin">The smallest step.</param>
    /// <param name="stepSizeMax">The greatest step.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public Rprop(
        double learningRate = 1e-2,
        double etaMinus = 0.5,
        double etaPlus = 1.2,
        double stepSizeMin = 1e-6,
        double stepSizeMax = 50,
        bool maximize = false)
        : base(learningRate)
    {
        EtaMinus = etaMinus is > 0 and < 1
            ? etaMinus
            : throw Settings.Refusal(nameof(etaMinus), etaMinus, "above 0 and below 1");
        EtaPlus = etaPlus > 1 ? etaPlus : throw Settings.Refusal(nameof(etaPlus), etaPlus, "above 1");
        StepSizeMin = Settings.Number(stepSizeMin);
        StepSizeMax = Settings.Number(stepSizeMax);
        Maximize = maximize;
    }

    /// <summary>The factor of the step where the gradient changes sign.</summary>
    public double EtaMinus { get; }

    /// <summary>The factor of the step where the gradient keeps its sign.</summary>
    public double EtaPlus { get; }

    /// <summary>The smallest step.</summary>
    public double StepSizeMin { get; }

    /// <summary>The greatest step.</summary>
    public double StepSizeMax { get; }

    /// <summary>Whether steps go up the gradient.</summary>
    public bool Maximize { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("etaMinus", EtaMinus);
        state.Setting("etaPlus", EtaPlus);
        state.Setting("stepSizeMin", StepSizeMin);
        state.Setting("stepSizeMax", StepSizeMax);
        state.Setting("maximize", Maximize);
        Transfer(state, "former", ref _former);
        Transfer(state, "stepSize", ref _stepSize);
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        _former = new T[parameterCount];
        _stepSize = new T[parameterCount];
        Array.Fill(_stepSize, LearningRate);
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient) =>
        UpdateLoop.Run(new RpropRule<T>(this), parameters, gradient, _former, _stepSize);
}
