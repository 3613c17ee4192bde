using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>
/// Random programs: a method <c>F</c> of numbers, arrays and a matrix, and its helpers: one plain, one with <c>ref</c> and
/// <c>out</c>, one that writes to memory, one that calls itself, local functions and a lambda, a struct.
/// </summary>
internal static partial class ProgramGenerator
{
    private const string Pair = """
        struct Pair
        {
        public double A;
        public double B;
        public Pair(double a, double b)
        {
        A = a;
        B = b;
        }
        public static Pair operator +(Pair left, Pair right) => new Pair(left.A + right.A, left.B * right.B);
        public static Pair Mix(Pair left, Pair right, double share) => new Pair(left.A * share + right.B, right.A - share * left.B);
        public double Dot(Pair other) => A * other.A + B * other.B;
        public void Scale(double factor)
        {
        A *= factor;
        B += A;
        }
        }
        """;

    // What F begins with, by the name that a program must read for it to stand there; with what it adds to the result.
    private static readonly (string Name, string Term, string[] Statements)[] Variables =
    [
        ("u", "u", ["double u = x;"]),
        ("v", "v * y", ["double v = 1;"]),
        ("w", "w", ["double w = y;"]),
        ("t", "t[1]", ["double[] t = new double[n];", "t[0] = x;", "t[2] = y;"]),
        ("r", "r[2] * r[0]", ["double[] r = new double[n];", "r[1] = y;"]),
        ("al", "al[1]", ["double[] al = t;"]),
        ("sp", "sp[0] * sp[2]", ["Span<double> sp = t;"]),
        ("hi", "hi", ["double hi = -1.0;"]),
        ("lo", "lo", ["double lo = x;"]),
        ("pr", "pr", ["double pr = 1.0;"]),
        ("ca", "ca", ["double ca = y;"]),
        ("k0", "k0", ["int k0 = 0;"]),
        ("tu", "tu.a * tu.b", ["(double a, double b) tu = (x, <R>);"]),
        ("li", "li[0] * li[^1]", ["List<double> li = [x, y, <R>];"]),
        ("ps", "ps[1].Dot(ps[2])", ["Pair[] ps = [new Pair(x, y), new Pair(y, 1), new Pair(1, <R>)];"]),
        ("p", "p.A * p.B", ["Pair p = new Pair(x, y);"]),
        ("q", "q.A", ["Pair q = new Pair(1, <R>);"]),
        ("g", "g[0][1]", ["double[][] g = [[x, 1], [y, 2]];"]),
        ("L0", "", ["double L0(double z) => <R> * z + x;"]),
        ("f0", "", ["Func<double, double> f0 = z => z * <R>;"]),
        ("act", "", ["Action act = () => u = u * 0.5 + <R>;"]),
        ("Bump", "", ["void Bump(double z)\n{\nu += z * <R>;\nt[1] *= z;\n}"]),
    ];

    private static readonly Scope Helper = new()
    {
        Reals = ["c", "d"], Targets = ["c", "d"], Depth = 1,
    };

    /// <summary>What the statements of F see.</summary>
    public static Scope Method { get; } = new()
    {
        Reals = ["x", "y", "u", "v", "w"], Targets = ["u", "v", "w", "u", "v", "w", "y"],
        Vectors = ["a", "b", "t", "t", "r", "al"], Memories = ["sp"], IsOuter = true,
    };

    /// <summary>Programs, with what is smaller than a failing one.</summary>
    public static Arbitrary<Node> Programs { get; } = Arb.From(Program(), NodeShrinker.Smaller);

    /// <summary>The program of a seed.</summary>
    public static Node Of(int seed) => Programs.Generator.Sample(1, new Rnd(unchecked((ulong)seed * 2654435761UL), 0x9E3779B97F4A7C15UL), 0).Single();

    /// <summary>The members of a class, in the floating type of the seed: every fifth program is in <c>float</c>.</summary>
    public static string Text(Node program, bool isSingle) => isSingle ? Single(program.Text) : program.Text;

    /// <summary>The same program in <c>float</c>.</summary>
    private static string Single(string text)
    {
        text = RealLiteral().Replace(text, "$1f");
        return text.Replace("double", "float", StringComparison.Ordinal).Replace("Math.", "MathF.", StringComparison.Ordinal);
    }

    private static Gen<Node> Program() =>
        from main in Body()
        from plain in Member("static double H0(double c, double d)", Helper)
        from outer in Member("static double H1(double c, ref double d, out double e)", Helper.Variable("e"), "e = <R>;")
        from memory in Member("static double H2(Span<double> e, int k, double d)", Writer)
        from walker in Member("static double R1(double[] e, int i, double d)", Walker, "if (i >= e.Length)\n{\nreturn d;\n}", " + R1(e, i + 1, <R>)")
        from recursive in Member("static double R0(double c, double d, int k)", Helper, "if (k <= 0)\n{\nreturn c * d;\n}", " + d * R0(<R>, <R>, k - 1)")
        select new Node(Kind.Program, "", [main, .. Used(main, ("H0", plain), ("H1", outer), ("H2", memory), ("R0", recursive), ("R1", walker), ("Pair", new Node(Kind.Member, Pair)))]);

    private static IEnumerable<Node> Used(Node main, params (string Name, Node Node)[] members) =>
        members.Where(member => Reads(main.Text, member.Name)).Select(static member => member.Node);

    // Each with those that its own statements read.
    private static (string Name, string Term, string[] Statements)[] Needed(string text)
    {
        foreach ((string name, _, string[] statements) in Variables.Reverse())
        {
            text += Reads(text, name) ? string.Concat(statements) : "";
        }

        return [.. Variables.Where((variable, i) => i < 1 || Reads(text, variable.Name))];
    }

    private static bool Reads(string text, string name) => Regex.IsMatch(text, $@"\b{name}\b");

    private static Scope Writer => new()
    {
        Reals = ["d"], Targets = ["d"], Memories = ["e"], Indices = ["k"], Depth = 1,
    };

    private static Scope Walker => new()
    {
        Reals = ["d", "e[i]"], Targets = ["d"], Depth = 1,
    };

    private static Gen<Node> Body() =>
        from count in Gen.Frequency((4, Gen.Choose(1, 3)), (1, Gen.Choose(4, 7)))
        from body in Grammar.Sequence(Method, count)
        from rest in Grammar.Expression(Method, 2)
        let text = string.Concat([.. body.Select(static node => node.Text), rest.Text])
        let variables = Needed(text)
        from start in Gen.CollectToArray(variables.SelectMany(static variable => variable.Statements), Fixed)
        let sum = variables.Where(static v => v.Term.Length > 0).Aggregate(
            rest, static (left, variable) => new Node(Kind.Real, "<R> + <R>", left, new Node(Kind.Real, variable.Term)))
        let end = new Node(Kind.Statement, "return <R>;", sum)
        select new Node(
            Kind.Member, "public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)\n<B>",
            new Node(Kind.Block, "", [.. start, .. body, end]));

    // What F begins with sees the parameters, which are there before anything else.
    private static Gen<Node> Fixed(string template) =>
        Grammar.Fixed(Kind.Statement, template, new Scope { Reals = ["x", "y"], Targets = ["y"], Vectors = ["a", "b"] });

    private static Gen<Node> Member(string header, Scope scope, string start = "", string rest = "") =>
        from first in Gen.CollectToArray(start.Length > 0 ? [start] : Array.Empty<string>(), template => Grammar.Fixed(Kind.Statement, template, scope with { Reals = ["d"], Targets = ["d"] }))
        from count in Gen.Choose(0, 2)
        from body in Grammar.Sequence(scope, count)
        from end in Grammar.Fixed(Kind.Statement, "return <R>" + rest + ";", scope)
        select new Node(Kind.Member, header + "\n<B>", new Node(Kind.Block, "", [.. first, .. body, end]));

    [GeneratedRegex(@"(?<![\w.])(\d+\.\d+|\d+e\d+)(?!\w)")]
    private static partial Regex RealLiteral();
}
