using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace Fluxion;

/// <summary>What every objective can do.</summary>
public static class ObjectiveExtensions
{
    /// <summary>Evaluates an objective and adds its gradient to what <paramref name="gradient"/> holds.</summary>
    /// <remarks>
    /// For a step over several objectives or batches; the caller clears <paramref name="gradient"/> before the first of
    /// them. Allocates nothing once the shared array pool is warm.
    /// </remarks>
    /// <typeparam name="TObjective">The type of the objective; a struct is not boxed.</typeparam>
    /// <typeparam name="T">The type of the parameters, the value and the gradient.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="parameters">The point.</param>
    /// <param name="gradient">What the partial derivatives are added to.</param>
    /// <returns>The value at <paramref name="parameters"/>.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="gradient"/> is too short or overlaps <paramref name="parameters"/>.
    /// </exception>
    public static T AccumulateGradient<TObjective, T>(
        this TObjective objective, ReadOnlySpan<T> parameters, Span<T> gradient)
        where TObjective : IObjective<T>
        where T : IFloatingPointIeee754<T>
    {
        int count = objective.ParameterCount;
        CheckGradient(parameters, gradient, count);
        T[] scratch = ArrayPool<T>.Shared.Rent(count);

        try
        {
            Span<T> own = scratch.AsSpan(0, count);
            T value = objective.ValueAndGradient(parameters, own);
            TensorPrimitives.Add(gradient[..count], own, gradient);
            return value;
        }
        finally
        {
            ArrayPool<T>.Shared.Return(scratch);
        }
    }

    /// <summary>
    /// Evaluates an objective over some of its rows and adds its gradient to what <paramref name="gradient"/> holds.
    /// </summary>
    /// <remarks>
    /// The sum over batches is the gradient of the sum of the batches' values; where the objective is a mean over its
    /// rows, so is each batch's value, and the caller divides. The caller clears <paramref name="gradient"/> before
    /// the first batch. Allocates nothing once the shared array pool is warm.
    /// </remarks>
    /// <typeparam name="TObjective">The type of the objective; a struct is not boxed.</typeparam>
    /// <typeparam name="T">The type of the parameters, the value and the gradient.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="start">The first row.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="parameters">The point.</param>
    /// <param name="gradient">What the partial derivatives are added to.</param>
    /// <returns>The value over the rows at <paramref name="parameters"/>.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="gradient"/> is too short or overlaps <paramref name="parameters"/>.
    /// </exception>
    public static T AccumulateGradient<TObjective, T>(
        this TObjective objective, int start, int count, ReadOnlySpan<T> parameters, Span<T> gradient)
        where TObjective : IBatchObjective<T>
        where T : IFloatingPointIeee754<T>
    {
        int parameterCount = objective.ParameterCount;
        CheckGradient(parameters, gradient, parameterCount);
        T[] scratch = ArrayPool<T>.Shared.Rent(parameterCount);

        try
        {
            Span<T> own = scratch.AsSpan(0, parameterCount);
            T value = objective.ValueAndGradient(start, count, parameters, own);
            TensorPrimitives.Add(gradient[..parameterCount], own, gradient);
            return value;
        }
        finally
        {
            ArrayPool<T>.Shared.Return(scratch);
        }
    }

    private static void CheckGradient<T>(ReadOnlySpan<T> parameters, Span<T> gradient, int count)
    {
        if (gradient.Length < count)
        {
            throw new ArgumentException(
                $"The gradient has {gradient.Length} elements, the objective {count} parameters.", nameof(gradient));
        }

        if (parameters.Overlaps(gradient))
        {
            throw new ArgumentException("The gradient overlaps the parameters.", nameof(gradient));
        }
    }
}
