using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>Stochastic gradient descent, with PyTorch's momentum, Nesterov's form of it, and weight decay.</summary>
/// <remarks>
/// <para>
/// A step computes, for each parameter p with gradient g: <c>d = g + weightDecay·p</c>;
/// <c>m = momentum·m + (1 − dampening)·d</c>, in the first step <c>m = d</c>; <c>p = p − learningRate·m</c>, or with
/// Nesterov's momentum <c>p = p − learningRate·(d + momentum·m)</c>. Each operation is rounded by itself, in this
/// order.
/// </para>
/// <para>
/// I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the importance of initialization and momentum in deep
/// learning", ICML 2013; <c>torch.optim.SGD</c>.
/// </para>
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class Sgd<T> : Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private T[] _momentumBuffer = [];

    /// <summary>Takes the settings, in PyTorch's order and with its defaults.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <param name="momentum">The part of the former step's direction that is kept: 0 (none) or greater.</param>
    /// <param name="dampening">What is withheld of the gradient when it joins the momentum.</param>
    /// <param name="weightDecay">The factor of the parameters that is added to their gradient: 0 or greater.</param>
    /// <param name="nesterov">Whether the momentum is applied ahead; needs momentum and no dampening.</param>
    /// <param name="maximize">Whether to go up the gradient instead of down.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    /// <exception cref="ArgumentException">Nesterov's momentum without momentum, or with dampening.</exception>
    public Sgd(
        T learningRate,
        T momentum = default!,
        T dampening = default!,
        T weightDecay = default!,
        bool nesterov = false,
        bool maximize = false)
        : base(learningRate)
    {
        Momentum = NotNegative(momentum, nameof(momentum));
        WeightDecay = NotNegative(weightDecay, nameof(weightDecay));
        Dampening = !T.IsNaN(dampening)
            ? dampening
            : throw new ArgumentOutOfRangeException(nameof(dampening), dampening, "dampening must be a number.");

        if (nesterov && (momentum == T.Zero || dampening != T.Zero))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"It needs momentum and no dampening; they are {momentum} and {dampening}."),
                nameof(nesterov));
        }

        Nesterov = nesterov;
        Maximize = maximize;
    }

    /// <summary>The part of the former step's direction that is kept; a schedule may change it.</summary>
    public T Momentum { get; private set; }

    /// <summary>What is withheld of the gradient when it joins the momentum.</summary>
    public T Dampening { get; }

    /// <summary>The factor of the parameters that is added to their gradient.</summary>
    public T WeightDecay { get; }

    /// <summary>Whether the momentum is applied ahead.</summary>
    public bool Nesterov { get; }

    /// <summary>Whether steps go up the gradient.</summary>
    public bool Maximize { get; }

    private protected override double? ScheduledMomentum
    {
        get => double.CreateTruncating(Momentum);
        set => Momentum = T.CreateTruncating(Settings.NotNegative(value ?? 0));
    }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        double momentum = double.CreateTruncating(Momentum);
        state.Value("momentum", ref momentum);
        Momentum = T.CreateTruncating(momentum);
        state.Setting("dampening", double.CreateTruncating(Dampening));
        state.Setting("weightDecay", double.CreateTruncating(WeightDecay));
        state.Setting("nesterov", Nesterov);
        state.Setting("maximize", Maximize);
        Transfer(state, "momentumBuffer", ref _momentumBuffer);
    }

    /// <inheritdoc/>
    protected override void Allocate(int parameterCount)
    {
        // The buffer is made by the first step that has momentum: a schedule may bring it later.
    }

    /// <inheritdoc/>
    protected override void Update(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (Momentum == T.Zero)
        {
            UpdateLoop.Run(new SgdRule<T>(this), parameters, gradient);
            return;
        }

        bool isFirst = _momentumBuffer.Length != parameters.Length;

        if (isFirst)
        {
            _momentumBuffer = new T[parameters.Length];
        }

        UpdateLoop.Run(new SgdMomentumRule<T>(this, isFirst), parameters, gradient, _momentumBuffer);
    }
}
