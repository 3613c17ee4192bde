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
    /// <param name="destination">The destination.</param>
    /// <param name="other">An argument of the method, or another destination.</param>
    /// <param name="name">The name of the destination.</param>
    /// <param name="otherName">The name of the other.</param>
    /// <exception cref="ArgumentException">They share memory.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckDisjoint<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> other, string name, string otherName)
    {
        if (destination.Overlaps(other))
        {
            ThrowOverlap(name, otherName);
        }
    }

    [DoesNotReturn]
    private static void ThrowTooShort(int length, int needed, string name, string arrayName) =>
        throw new ArgumentException($"'{name}' has {length} elements, '{arrayName}' has {needed}.", name);

    [DoesNotReturn]
    private static void ThrowOverlap(string name, string otherName) =>
        throw new ArgumentException($"'{name}' overlaps '{otherName}'.", name);
}
