using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Fluxion.Numerics;

/// <summary>What generated code checks about the memory that receives derivatives, before it writes anything.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Destinations
{
    /// <summary>Cuts a destination to the length of the array whose derivative it receives.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="destination">The destination.</param>
    /// <param name="length">The length of the array.</param>
    /// <param name="name">The name of the destination.</param>
    /// <param name="arrayName">The name of the array.</param>
    /// <returns>The first <paramref name="length"/> elements of <paramref name="destination"/>.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than the array.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> Take<T>(Span<T> destination, int length, string name, string arrayName)
    {
        if (destination.Length < length)
        {
            ThrowTooShort(destination.Length, length, name, arrayName);
        }

        return destination[..length];
    }

    /// <summary>Makes sure that writing a destination does not change what is still to be read.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="name">The name of the destination.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="first">An argument of the method, or another destination; so are the others.</param>
    /// <param name="second">Another one.</param>
    /// <param name="third">Another one.</param>
    /// <param name="fourth">Another one.</param>
    /// <param name="fifth">Another one.</param>
    /// <param name="sixth">Another one.</param>
    /// <exception cref="ArgumentException">The destination shares memory with one of them.</exception>
    public static void CheckDisjoint<T>(
        string name,
        ReadOnlySpan<T> destination,
        ReadOnlySpan<T> first,
        ReadOnlySpan<T> second = default,
        ReadOnlySpan<T> third = default,
        ReadOnlySpan<T> fourth = default,
        ReadOnlySpan<T> fifth = default,
        ReadOnlySpan<T> sixth = default)
    {
        if (destination.Overlaps(first) || destination.Overlaps(second) || destination.Overlaps(third)
            || destination.Overlaps(fourth) || destination.Overlaps(fifth) || destination.Overlaps(sixth))
        {
            throw new ArgumentException($"'{name}' overlaps an array argument or another destination.", name);
        }
    }

    [DoesNotReturn]
    private static void ThrowTooShort(int length, int needed, string name, string arrayName) =>
        throw new ArgumentException($"'{name}' has {length} elements, '{arrayName}' has {needed}.", name);
}
