using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fluxion.Optimization;

/// <summary>The loop over all parameters, written once: full vectors, then the rest.</summary>
internal static class UpdateLoop
{
    /// <summary>Applies a rule to every parameter.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradient">The gradient, of the same length.</param>
    /// <param name="first">What is remembered, of the same length or empty if the rule does not touch it.</param>
    /// <param name="second">Likewise.</param>
    /// <param name="third">Likewise.</param>
    // A profile of steps with two parameters would call the loop over vectors cold, and once it is inlined into its
    // caller there is no room left to inline the rule: either leaves steps slow for good.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static void Run<T, TRule>(
        TRule rule,
        Span<T> parameters,
        ReadOnlySpan<T> gradient,
        Span<T> first = default,
        Span<T> second = default,
        Span<T> third = default)
        where T : IFloatingPointIeee754<T>
        where TRule : struct, IUpdateRule<T>
    {
        ref T p = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradient);

        // What the rule does not touch may lie anywhere, as long as it lies in memory of ours.
        ref T s1 = ref first.IsEmpty ? ref p : ref MemoryMarshal.GetReference(first);
        ref T s2 = ref second.IsEmpty ? ref p : ref MemoryMarshal.GetReference(second);
        ref T s3 = ref third.IsEmpty ? ref p : ref MemoryMarshal.GetReference(third);
        int i = 0;

        if (Vector<T>.IsSupported)
        {
            for (; i <= parameters.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                rule.Invoke(
                    ref Lane<T, VectorLane<T>>(ref p, i),
                    Lane<T, VectorLane<T>>(ref g, i),
                    ref Lane<T, VectorLane<T>>(ref s1, i),
                    ref Lane<T, VectorLane<T>>(ref s2, i),
                    ref Lane<T, VectorLane<T>>(ref s3, i));
            }
        }

        for (; i < parameters.Length; i++)
        {
            rule.Invoke(
                ref Lane<T, ScalarLane<T>>(ref p, i),
                Lane<T, ScalarLane<T>>(ref g, i),
                ref Lane<T, ScalarLane<T>>(ref s1, i),
                ref Lane<T, ScalarLane<T>>(ref s2, i),
                ref Lane<T, ScalarLane<T>>(ref s3, i));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref TLane Lane<T, TLane>(ref T start, int index) =>
        ref Unsafe.As<T, TLane>(ref Unsafe.Add(ref start, index));
}
