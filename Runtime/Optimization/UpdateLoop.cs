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
    /// <param name="state">What is remembered, of the same length or empty if the rule remembers nothing.</param>
    internal static void Run<T, TRule>(TRule rule, Span<T> parameters, ReadOnlySpan<T> gradient, Span<T> state)
        where T : IFloatingPointIeee754<T>
        where TRule : struct, IUpdateRule<T>
    {
        ref T p = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradient);
        ref T s = ref MemoryMarshal.GetReference(state);
        bool stateless = state.IsEmpty;
        int i = 0;

        if (Vector<T>.IsSupported)
        {
            Vector<T> none = Vector<T>.Zero;

            for (; i <= parameters.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> gradients = Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref g, i));
                ref Vector<T> vector = ref Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref p, i));
                ref Vector<T> own = ref stateless ? ref none : ref Unsafe.As<T, Vector<T>>(ref Unsafe.Add(ref s, i));
                rule.Invoke(ref vector, gradients, ref own);
            }
        }

        T nothing = T.Zero;

        for (; i < parameters.Length; i++)
        {
            ref T own = ref stateless ? ref nothing : ref Unsafe.Add(ref s, i);
            rule.Invoke(ref Unsafe.Add(ref p, i), Unsafe.Add(ref g, i), ref own);
        }
    }
}
