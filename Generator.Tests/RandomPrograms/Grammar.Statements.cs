namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>The language of random programs. This part: statements.</summary>
internal static partial class Grammar
{
    private static readonly Production[] Statements =
    [
        .. Lanes(5, "<T> = <R>;", "<T> += <R>;"),
        .. Lanes(2, "<T> -= <R>;", "<T> *= <R>;"),
        .. Scalars(2, "<T> *= Math.Cos(<R>);", "<T> /= (2 + Math.Sin(<R>));", "<T>++;", "(<T>, <T>) = (<R>, <R>);"),
        new(4, "double @ = <R>;") { IsVector = true, After = static (scope, name) => scope.Variable(name) },
        new(1, "ref double @ = ref <A>[<I>];") { After = static (scope, name) => scope.Variable(name) },
        new(1, "Span<double> @ = <N>.AsSpan(1, 3);")
        {
            After = static (scope, name) => scope with { Memories = [.. scope.Memories, name] },
        },
        new(6, "u += <R>;") { IsVector = true, IsVectorOnly = true },
        new(3, "w -= <R>;") { IsVector = true, IsVectorOnly = true },
        .. Reductions,
        .. Lanes(3, "if (<C>)\n<B>", "if (<C>)\n<B>\nelse\n<B>"),
        .. Scalars(1, "switch (<I>)\n{\ncase 0:\n<B>\nbreak;\ncase 1:\n<B>\nbreak;\ndefault:\n<B>\nbreak;\n}"),
        .. Scalars(1, "switch (<I>)\n{\ncase 0:\n<B>\ngoto case 2;\ncase 1:\n<B>\nbreak;\ncase 2:\n<B>\ngoto default;\ndefault:\n<B>\nbreak;\n}"),
        .. Scalars(1, "try\n<B>\nfinally\n{\n<T> += <R>;\n}", "(<T>, <T>) = (<T>, <T>);"),
        .. Loops,
        .. Views,
        .. Scalars(2, "if (<C>)\n{\nreturn <R>;\n}", "if (<R> > 1e6)\n{\nthrow new InvalidOperationException();\n}"),
        new(3, "if (<C>)\n{\nbreak;\n}") { When = static scope => scope.IsInLoop },
        new(2, "if (<C>)\n{\ncontinue;\n}") { When = static scope => scope.IsInLoop },
        new(1, "if (<C>)\n{\ncontinue;\n}") { IsVector = true, IsVectorOnly = true },
        .. Calls(1, "Bump(<R>);", "H1(<R>, ref <T>, out <T>);", "p = new Pair(<R>, <R>);", "p = p + q;", "q = p;", "p.Scale(<R>);"),
        .. Calls(1, "Array.Copy(<N>, t, 3);", "Array.Fill(t, <R>);", "g[0] = g[1];", "g[1] = t;", "g[0] = [<R>, <R>];"),
        .. Calls(1, "Array.Copy(<N>, 0, <N>, 1, 3);", "<N>.AsSpan(0, 2).CopyTo(<N>.AsSpan(1));", "Array.Clear(t, 1, 2);", "t[k0++ % 3] *= <R>;", "k0++;"),
        .. Calls(1, "if (n > 3)\n{\nn--;\n}", "al = r;", "al = t;", "al = <C> ? t : r;", "(t, r) = (r, t);", "sp = <N>;", "sp = t.AsSpan(1);"),
        .. Calls(1, "ps[<I>].A = <R>;", "ps[<I>].Scale(<R>);", "ps[<I>] = p;", "p = ps[<I>];", "ref Pair @ = ref ps[<I>];\n@.B += <R>;", "foreach (Pair @ in ps)\n{\nu += @.Dot(p);\n}"),
        .. Calls(1, "tu = (tu.b, <R>);", "(tu.a, <T>) = (<R>, tu.b);", "li.Add(<R>);", "li[<I>] = <R>;", "li.Insert(1, <R>);", "if (li.Count > 3)\n{\nli.RemoveAt(1);\n}", "act();"),
    ];

    /// <summary>What loops carry from trip to trip besides sums.</summary>
    private static IEnumerable<Production> Reductions => Lanes(
        1, "hi = Math.Max(hi, <R>);", "double @ = <R>;\nif (@ > hi)\n{\nhi = @;\n}", "lo = Math.Min(lo, <R>);", "pr *= 1 + 0.1 * <R>;",
        "ca = 0.5 * ca + <R>;\nt[<W>] = ca;", "if (<C>)\n{\nu += <R>;\n}").Select(static rule => rule with { IsVectorOnly = true });

    /// <summary>Memory that is declared on the way.</summary>
    private static IEnumerable<Production> Views =>
    [
        .. Calls(1, "Span<double> @ = stackalloc double[3];\n@[0] = <R>;", "double[] @ = [<R>, <R>, <R>];").Select(static rule => rule with
        {
            After = static (scope, name) => scope with { Memories = [.. scope.Memories, name] },
        }),
        .. Calls(1, "double[] @ = (double[])<N>.Clone();").Select(static rule => rule with
        {
            After = static (scope, name) => scope with { Vectors = [.. scope.Vectors, name] },
        }),
        .. Calls(1, "ref double @ = ref (<C> ? ref t[0] : ref r[1]);").Select(static rule => rule with
        {
            After = static (scope, name) => scope.Variable(name),
        }),
    ];

    private static IEnumerable<Production> Loops =>
    [
        Loop(2, "for (int @ = 0; @ < 3; @++)\n<B>", static (scope, name) => scope.Loop(name)),
        Loop(1, "for (int @ = 2; @ >= 0; @--)\n<B>", static (scope, name) => scope.Loop(name)),
        Loop(2, "for (int @ = 0; @ < n; @++)\n<B>", static (scope, name) => scope.WholeLoop(name)),
        Loop(1, "for (int @ = 0; @ < n; @ += 2)\n<B>", static (scope, name) => scope.WholeLoop(name)),
        Loop(2, "for (int @ = 1; @ < n; @++)\n<B>", static (scope, name) => scope.Recurrence(name)),
        Loop(1, "for (int @ = n - 1; @ > 0; @--)\n<B>", static (scope, name) => scope.Recurrence(name)),
        Loop(3, "for (int @ = 0; @ < a.Length; @++)\n<B>", static (scope, name) => scope.Lanes(name)),
        Loop(3, "for (int @ = 0; @ < n; @++)\n<B>", static (scope, name) => scope.Lanes(name)),
        Loop(3, "for (int @ = 1; @ < n - 1; @++)\n<B>", static (scope, name) => scope.Lanes(name) with { Wholes = [name, name, name + " - 1", name + " + 1"] }),
        Loop(1, "for (int @ = n - 1; @ >= 0; @--)\n<B>", static (scope, name) => scope.Lanes(name)),
        Loop(1, "for (int @ = 0; @ < n; @++)\n<B>", static (scope, name) => scope.Lanes(name) with { Wholes = [name, "n - 1 - " + name] }),
        Loop(1, "for (int @ = 0; @ < 3; @++)\n{\nfor (int @j = 0; @j < 3; @j++)\n{\n<B>\nif (<C>)\n{\ngoto @end;\n}\n}\n}\n@end:\n;", static (scope, name) => scope.Loop(name).Loop(name + "j")),
        Loop(1, "foreach (ref double @ in <N>.AsSpan())\n<B>", static (scope, name) => scope.Variable(name) with { IsInLoop = true }),
        Loop(2, "int @ = 0;\nwhile (@++ < 5 && <C>)\n<B>", static (scope, _) => scope with { IsInLoop = true }),
        Loop(1, "int @ = 0;\ndo\n<B>\nwhile (++@ < 3 && <C>);", static (scope, _) => scope with { IsInLoop = true }),
        Loop(1, "for (double @ = Math.Sin(<R>); @ < 1.5; @ += 0.75)\n<B>", Read),
        Loop(1, "foreach (double @ in <A>)\n<B>", Read),
        Loop(1, "foreach (double @ in <N>)\n<B>", Read),
    ];

    private static Production Loop(int weight, string template, Func<Scope, string, Scope> inner) =>
        new(weight, template) { Inner = inner };

    private static Scope Read(Scope scope, string name) => scope with { Reals = [.. scope.Reals, name], IsInLoop = true };
}
