using System.Runtime.CompilerServices;

namespace Fluxion.Generator.Infrastructure;

/// <summary>Tells objects apart by identity, for tables about statements that may equal each other.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<object>
{
    public static readonly ReferenceComparer Instance = new();

    bool IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
}
