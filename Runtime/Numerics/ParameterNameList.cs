using System.Collections;
using System.ComponentModel;
using System.Globalization;

namespace Fluxion.Numerics;

/// <summary>
/// The names of an objective's parameters, each made when it is asked for: <c>w</c>, <c>weights[0]</c>,
/// <c>weights[1]</c> …
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterNameList : IReadOnlyList<string>
{
    private readonly (string Name, int Length)[] _parts;

    /// <summary>Creates the list.</summary>
    /// <param name="parts">The parameters in order; arrays with their lengths, scalars with −1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is below −1.</exception>
    public ParameterNameList(params (string Name, int Length)[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;

        foreach ((string name, int length) in parts)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(length, -1, name + "Length");
            Count = checked(Count + SizeOf(length));
        }
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            int rest = index;

            foreach ((string name, int length) in _parts)
            {
                if (rest < SizeOf(length))
                {
                    return length < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}[{rest}]");
                }

                rest -= SizeOf(length);
            }

            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} parameters.");
        }
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int SizeOf(int length) => length < 0 ? 1 : length;
}
