using System.Numerics;

namespace Fluxion.Optimization;

/// <summary>
/// Changes parameters a step at a time so that a function of them gets smaller.
/// </summary>
/// <remarks>
/// An optimizer belongs to one vector of parameters: what it remembers of earlier steps is as long as the first one
/// given to it, allocated then; later steps allocate nothing. It is not safe for use by several threads at once.
/// </remarks>
/// <typeparam name="T">The type of the parameters, <see cref="float"/> or <see cref="double"/>.</typeparam>
public abstract class Optimizer<T>
    where T : IFloatingPointIeee754<T>
{
    private T _learningRate = T.Zero;

    /// <summary>Takes the learning rate.</summary>
    /// <param name="learningRate">The factor of a step: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is negative or NaN.</exception>
    protected Optimizer(T learningRate)
    {
        _learningRate = NotNegative(learningRate, nameof(learningRate));
    }

    /// <summary>The factor of a step: 0 or greater. It may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The new value is negative or NaN.</exception>
    public T LearningRate
    {
        get => _learningRate;
        set => _learningRate = NotNegative(value, nameof(value));
    }

    /// <summary>The number of parameters, or <see langword="null"/> before the first step.</summary>
    public int? ParameterCount { get; private set; }

    /// <summary>The number of steps taken.</summary>
    public long StepCount { get; private set; }

    /// <summary>Takes a step: changes the parameters as their gradient says.</summary>
    /// <remarks>NaN or infinity in the gradient goes where the arithmetic takes it; nothing is clipped.</remarks>
    /// <param name="parameters">The parameters; changed in place.</param>
    /// <param name="gradient">The gradient at <paramref name="parameters"/>; not changed.</param>
    /// <exception cref="ArgumentException">
    /// The two differ in length or overlap, or the length is not that of the first step. Nothing has been changed then.
    /// </exception>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        CheckArguments(parameters, gradient);

        if (ParameterCount is null)
        {
            Allocate(parameters.Length);
            ParameterCount = parameters.Length;
        }

        Update(parameters, gradient);
        StepCount++;
    }

    /// <summary>Makes room for what is remembered from step to step; called once, before the first step.</summary>
    /// <param name="parameterCount">The number of parameters.</param>
    protected abstract void Allocate(int parameterCount);

    /// <summary>Takes a step whose arguments have been checked.</summary>
    /// <remarks>During the first one <see cref="StepCount"/> is 0.</remarks>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">The gradient, of the same length, elsewhere in memory.</param>
    protected abstract void Update(Span<T> parameters, ReadOnlySpan<T> gradient);

    /// <summary>Checks a setting for being 0 or greater.</summary>
    /// <param name="value">The setting.</param>
    /// <param name="name">Its name.</param>
    /// <returns><paramref name="value"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative or NaN.</exception>
    protected static T NotNegative(T value, string name)
    {
        return value >= T.Zero
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be 0 or greater.");
    }

    private void CheckArguments(Span<T> parameters, ReadOnlySpan<T> gradient)
    {
        if (gradient.Length != parameters.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters, but the gradient has {gradient.Length} elements.",
                nameof(gradient));
        }

        if (ParameterCount is int count && count != parameters.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters, but the optimizer's first step had {count}.",
                nameof(parameters));
        }

        if (gradient.Overlaps(parameters))
        {
            throw new ArgumentException("The gradient overlaps the parameters.", nameof(gradient));
        }
    }
}
