using System.Globalization;
using System.Numerics;

namespace Fluxion.Training;

/// <summary>A column of a text file that is being read.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="name">The name.</param>
/// <param name="index">Which field of a row it is.</param>
/// <param name="isCategory">Whether it holds texts.</param>
internal sealed class CsvColumn<T>(string name, int index, bool isCategory)
    where T : IFloatingPointIeee754<T>
{
    private readonly List<T> _values = [];
    private readonly List<string> _categories = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    internal string Name { get; } = name;

    internal int Index { get; } = index;

    internal void AddMissing(T value) => _values.Add(value);

    internal bool TryAdd(string field)
    {
        if (isCategory)
        {
            if (!_numbers.TryGetValue(field, out int number))
            {
                number = _categories.Count;
                _numbers.Add(field, number);
                _categories.Add(field);
            }

            _values.Add(T.CreateTruncating(number));
            return true;
        }

        bool isNumber = T.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out T? value);
        _values.Add(isNumber ? value! : T.NaN);
        return isNumber;
    }

    internal DataColumn<T> ToColumn() => new(Name, _values.ToArray()) { Categories = _categories };
}
