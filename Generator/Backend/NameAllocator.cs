using Fluxion.Generator.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Backend;

/// <summary>
/// Gives every variable a name that no other variable in scope has, nor one in a scope inside: C# forbids both. Scopes
/// side by side may use the same name, as people do.
/// </summary>
internal sealed class NameAllocator
{
    private readonly Stack<Scope> _scopes = new([new Scope()]);

    /// <summary>Takes a name out of use for the whole method.</summary>
    public void Reserve(string name) => _scopes.Last().Names.Add(DestinationNames.Plain(name));

    public void Enter() => _scopes.Push(new Scope());

    public void Leave()
    {
        Scope inner = _scopes.Pop();
        Scope outer = _scopes.Peek();

        // The smaller set moves into the larger one, which keeps deep nesting linear but for a logarithm.
        if (inner.Inside.Count > outer.Inside.Count)
        {
            (outer.Inside, inner.Inside) = (inner.Inside, outer.Inside);
        }

        outer.Inside.UnionWith(inner.Inside);
        outer.Inside.UnionWith(inner.Names);
    }

    /// <summary>The hint, with another number where it is taken and with <c>@</c> where it is a keyword.</summary>
    public string Declare(string hint)
    {
        string plain = DestinationNames.Plain(hint);
        string name = plain;
        Scope scope = _scopes.Peek();

        if (IsTaken(name))
        {
            string stem = plain.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            int number = _scopes.Max(s => s.LastNumber(stem));

            do
            {
                number++;
                name = stem + LiteralFormatter.FormatInteger(number);
            }
            while (IsTaken(name));

            scope.Numbers[stem] = number;
        }

        scope.Names.Add(name);
        return Escape(name);
    }

    /// <summary>The name, with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private bool IsTaken(string name) =>
        _scopes.Peek().Inside.Contains(name) || _scopes.Any(scope => scope.Names.Contains(name));

    private sealed class Scope
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Inside { get; set; } = new(StringComparer.Ordinal);

        public Dictionary<string, int> Numbers { get; } = new(StringComparer.Ordinal);

        public int LastNumber(string name) => Numbers.TryGetValue(name, out int number) ? number : 1;
    }
}
