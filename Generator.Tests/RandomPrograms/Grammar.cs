using FsCheck;
using FsCheck.Fluent;

namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>The language of random programs. This part: from rules to generators.</summary>
internal static partial class Grammar
{
    private static readonly string[] Literals = ["0.3", "0.75", "1.5", "2.0", "1", "0.5"];

    /// <summary>A number of statements, each of which sees what those before it declare.</summary>
    public static Gen<Node[]> Sequence(Scope scope, int count) => count == 0
        ? Gen.Constant(Array.Empty<Node>())
        : from production in Choose(Statements, scope)
          from name in Name()
          from statement in Build(Kind.Statement, production, scope, name, 2)
          from rest in Sequence(production.After(scope, name), count - 1)
          select (Node[])[statement, .. rest];

    /// <summary>An expression of at most this many levels.</summary>
    public static Gen<Node> Expression(Scope scope, int depth) => Of(Kind.Real, scope, depth);

    /// <summary>A piece with a text of its own around generated ones.</summary>
    public static Gen<Node> Fixed(char kind, string template, Scope scope) =>
        Build(kind, new Production(1, template), scope, "", 2);

    private static Gen<Node> Of(char kind, Scope scope, int depth) => kind switch
    {
        Kind.Real when depth > 0 => from isLeaf in Gen.Choose(0, 3)
                                    from node in isLeaf == 0 ? Leaf(kind, scope, depth) : Rule(scope, depth)
                                    select node,
        Kind.Number => from isLiteral in Gen.Choose(0, 3)
                       from node in Of(isLiteral == 0 ? Kind.Literal : Kind.Real, scope, depth)
                       select node,
        Kind.Condition => from production in Choose(depth > 0 ? Conditions : Conditions[..4], scope)
                          from node in Build(kind, production, scope, "", depth - 1)
                          select node,
        Kind.Block => from count in Gen.Choose(1, 3)
                      from statements in Sequence(scope with { Depth = scope.Depth - 1 }, count)
                      select new Node(Kind.Block, "", statements),
        _ => Leaf(kind, scope, depth),
    };

    private static Gen<Node> Rule(Scope scope, int depth) =>
        from isFunction in Gen.Choose(0, 3)
        from production in Choose(isFunction == 0 ? Functions : Reals, scope)
        from node in Build(Kind.Real, production, scope, "", depth - 1)
        select node;

    private static Gen<Node> Leaf(char kind, Scope scope, int depth) =>
        from template in Gen.Elements(Leaves(kind, scope))
        from node in Build(kind, new Production(1, template), scope, "", Math.Min(depth, 0))
        select node;

    private static string[] Leaves(char kind, Scope scope) => kind switch
    {
        Kind.Literal => Literals,
        Kind.Memory => [.. scope.Memories, .. scope.Vectors],
        Kind.Vector => [.. scope.Vectors],
        Kind.Index => ["0", "1", "2", .. scope is { IsOuter: true, IsVector: false } ? ["k0 % 3"] : (string[])[], .. scope.Indices, .. scope.Indices, .. scope.Wholes.Select(static i => $"({i} + 1) % 3"), .. Computed(scope)],
        Kind.Whole => scope.IsVector ? [.. scope.Wholes] : ["0", "1", "n - 1", .. scope.Wholes, .. scope.Wholes, .. scope.Predecessors, .. scope.Predecessors],
        Kind.Target when scope.IsVector => [.. scope.Targets, "t[<W>]", "t[<W>]", "r[<W>]", "al[<W>]"],
        Kind.Target => [.. scope.Targets, .. Elements(scope), .. scope.IsOuter ? Fields : []],
        _ when scope.IsVector => [.. scope.Reals, "<N>[<W>]", "<N>[<W>]", "<N>[<W>]"],
        _ => [.. scope.Reals, .. Elements(scope), .. scope.IsOuter ? Values : []],
    };

    private static readonly string[] Fields = ["m[<I>, <I>]", "m[<I>, <I>]", "p.A", "q.B", "g[0][1]", "g[1][0]", "ps[<I>].A", "ps[<I>].B", "tu.a", "tu.b"];

    // The elements of a list cannot be passed by reference.
    private static readonly string[] Values = [.. Fields, "li[<I>]", "li[^1]"];

    // Elements anywhere are likely where something walks over them.
    private static string[] Elements(Scope scope) => scope.Vectors.Count + scope.Memories.Count == 0 ? []
        : scope.Vectors.Count == 0 ? ["<A>[<I>]"]
        : scope.Wholes.Count == 0 ? ["<A>[<I>]", "<A>[<I>]", "<N>[<W>]"]
        : ["<A>[<I>]", "<A>[<I>]", "<N>[<W>]", "<N>[<W>]", "<N>[<W>]"];

    private static string[] Computed(Scope scope) => scope.IsVector ? [] : ["(int)(2.9 * Math.Abs(Math.Sin(<R>)))"];

    private static Gen<Production> Choose(Production[] rules, Scope scope) =>
        Gen.Frequency(rules.Where(rule => rule.Fits(scope)).Select(static rule => (rule.Weight, Gen.Constant(rule))));

    private static Gen<Node> Build(char kind, Production production, Scope scope, string name, int depth)
    {
        Scope inner = production.Inner(scope, name);
        string template = production.Template.Replace("@", name, StringComparison.Ordinal);
        return from children in Gen.CollectToArray(
                   Node.Holes(template), hole => Of(hole, hole == Kind.Block ? inner : scope, depth))
               select new Node(kind, template, children);
    }

    private static Gen<string> Name() => Gen.Choose(0, 1 << 30).Select(
        static number => "_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
