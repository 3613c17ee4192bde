using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>Names for the indices of sums, which differ from all other names where they are in use.</summary>
internal sealed class IndexNames(IEnumerable<string> taken)
{
    private const string Letters = "ijklmnopqrst";

    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<Term.Index, Stack<string>> _names = [];

    public string this[Term.Index index] =>
        _names.TryGetValue(index, out Stack<string>? names) && names.Count > 0 ? names.Peek() : index.Name;

    /// <summary>Whether no name in use is this one; then it is.</summary>
    public bool Take(string name) => _taken.Add(name);

    public string Enter(Term.Index index)
    {
        IEnumerable<string> letters = Letters.Select(static letter => letter.ToString());
        string name = letters.Prepend(index.Name).Concat(letters.Select(static letter => letter + letter)).First(_taken.Add);

        if (!_names.TryGetValue(index, out Stack<string>? names))
        {
            _names.Add(index, names = new Stack<string>());
        }

        names.Push(name);
        return name;
    }

    public void Leave(Term.Index index) => _taken.Remove(_names[index].Pop());
}
