using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>Makes terms, simplified and each only once. A part per kind; this one: leaves and the table.</summary>
internal sealed partial class Terms
{
    /// <summary>What is longer when written out is no formula that people read or compilers like.</summary>
    public const int MaximumSize = 1000;

    private readonly Dictionary<Key, Term> _known = [];
    private readonly Dictionary<(IrType, string), Term.Missing> _tooLong = [];

    /// <summary>The user's statement that is being read, for obstacles.</summary>
    public string Statement { get; set; } = "";

    public Term Number(Ratio value, IrType type) => IsTooLarge(value, type)
        ? Missing(type, "", "its integers overflow")
        : Make(new Key("number", (value.Numerator, value.Denominator), type, []), () => new Term.Number(value, type));

    public Term Symbol(string text, IrType type, bool isField = false) =>
        Make(new Key("symbol", text, type, []), () => new Term.Symbol(text, type, isField));

    public Term.Index Index(int depth, string name) =>
        (Term.Index)Make(new Key("index", null, IrType.Int32, [depth]), () => new Term.Index(depth, name));

    public Term Element(Term array, params Term[] indices) => Make(
        new Key("element", null, array.Type, Ids([array, .. indices])), () => new Term.Element(array, indices));

    public Term Length(Term array, int dimension = 0) => Make(
        new Key("length", dimension, array.Type, Ids([array])), () => new Term.Length(array, dimension));

    /// <summary>A new gap, different from every other.</summary>
    public Term.Missing Missing(IrType type, string construct, string reason, int loop = -1) =>
        Numbered(new Term.Missing(new Obstacle(construct, reason, Statement, loop), type));

    public Term Zero(IrType type) => Number(Ratio.Zero, type);

    /// <summary>Whether a part of the term is the other one.</summary>
    public static bool Contains(Term term, Term part)
    {
        HashSet<Term> seen = [];
        Stack<Term> work = new([term]);

        while (work.Count > 0)
        {
            Term next = work.Pop();

            if (next == part)
            {
                return true;
            }

            foreach (Term inner in next.Parts.Where(seen.Add))
            {
                work.Push(inner);
            }
        }

        return false;
    }

    private Term Make(Key key, Func<Term> create)
    {
        if (!_known.TryGetValue(key, out Term? term))
        {
            term = create();
            term = term.Size > MaximumSize ? TooLong(term) : Numbered(term);
            _known.Add(key, term);
        }

        return term;
    }

    // Beyond this, whole numbers of type double no longer wrap around as integers do.
    private static bool IsTooLarge(Ratio value, IrType type) => type.IsInteger && Math.Abs(value.Value) > int.MaxValue;

    private Term.Missing TooLong(Term term)
    {
        Obstacle? first = term.Gap?.Obstacle;
        (IrType, string) key = (term.Type, Statement);

        if (!_tooLong.TryGetValue(key, out Term.Missing? missing))
        {
            missing = Numbered(new Term.Missing(first ?? new Obstacle("", "it is too long when it is written out", Statement), term.Type));
            _tooLong.Add(key, missing);
        }

        return missing;
    }

    private T Numbered<T>(T term)
        where T : Term
    {
        term.Id = ++_lastId;
        return term;
    }

    private int _lastId;

    private static EquatableArray<int> Ids(IEnumerable<Term> terms) => terms.Select(static term => term.Id).ToEquatable();

    /// <summary>What makes two terms the same.</summary>
    private readonly record struct Key(string Kind, object? Tag, IrType Type, EquatableArray<int> Numbers);
}
