using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Averaged stochastic gradient descent.</summary>
/// <remarks>
/// Step t computes <c>d = g + weightDecay·p</c>; <c>p = p·(1 − lambda·eta) − eta·d</c> with
/// <c>eta = learningRate/(1 + lambda·learningRate·(t − 1))^alpha</c>, and an average of the parameters from step
/// <c>t0</c> on. The parameters themselves are the last ones, as in PyTorch; the average is <see cref="Average"/>.
/// B. Polyak, A. Juditsky, "Acceleration of stochastic approximation by averaging", SIAM J. Control Optim. 30 (1992);
/// <c>torch.optim.ASGD</c>.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Asgd<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private T[] _average = [];
    private double _stepSize;
    private double _share = 1;

    /// <summary>Takes the settings, with PyTorch's defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="lambda">The decay of parameters and step size: a number.</param>
    /// <param name="alpha">The power with which the step size falls: a number.</param>
    /// <param name="t0">The step at which averaging starts: a number.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public Asgd(
        double learningRate = 1e-2,
        double lambda = 1e-4,
        double alpha = 0.75,
        double t0 = 1e6,
        double weightDecay = 0,
        bool maximize = false)
        : base(learningRate)
    {
        Lambda = Settings.Number(lambda);
        Alpha = Settings.Number(alpha);
        T0 = Settings.Number(t0);
        WeightDecay = Settings.NotNegative(weightDecay);
        Maximize = maximize;
    }

    /// <summary>The average of the parameters; empty before the first step.</summary>
    public ReadOnlySpan<T> Average => _average;

    /// <summary>The decay of parameters and step size.</summary>
    public double Lambda { get; }

    /// <summary>The power with which the step size falls.</summary>
    public double Alpha { get; }

    /// <summary>The step at which averaging starts.</summary>
    public double T0 { get; }

    /// <summary>The factor of the parameters that is added to their gradient.</summary>
    public double WeightDecay { get; }

    /// <summary>Whether steps go up the gradient.</summary>
    public bool Maximize { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("lambda", Lambda);
        state.Setting("alpha", Alpha);
        state.Setting("t0", T0);
        state.Setting("weightDecay", WeightDecay);
        state.Setting("maximize", Maximize);
        state.Value("stepSize", ref _stepSize);
        state.Value("share", ref _share);
        Transfer(state, "average", ref _average);
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        _average = new T[parameterCount];
        _stepSize = Rate;
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        UpdateLoop.Run(new AsgdRule<T>(this, _stepSize, _share), parameters, gradient, _average);

        // For the next step; that it goes by the present rate is PyTorch's order.
        double step = StepCount + 1;
        _stepSize = Rate / Math.Pow(1 + (Lambda * Rate * step), Alpha);
        _share = 1 / Math.Max(1, step - T0);
    }
}
