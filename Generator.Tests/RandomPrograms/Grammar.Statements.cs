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
        .. Lanes(3, "if (<C>)\n<B>", "if (<C>)\n<B>\nelse\n<B>"),
        .. Scalars(1, "switch (<I>)\n{\ncase 0:\n<B>\nbreak;\ncase 1:\n<B>\nbreak;\ndefault:\n<B>\nbreak;\n}"),
        .. Loops,
        .. Scalars(2, "if (<C>)\n{\nreturn <R>;\n}", "if (<R> > 1e6)\n{\nthrow new InvalidOperationException();\n}"),
        new(3, "if (<C>)\n{\nbreak;\n}") { When = static scope => scope.IsInLoop },
        new(2, "if (<C>)\n{\ncontinue;\n}") { When = static scope => scope.IsInLoop },
        .. Calls(1, "Bump(<R>);", "H1(<R>, ref <T>, out <T>);", "p = new Pair(<R>, <R>);", "p = p + q;", "q = p;", "p.Scale(<R>);"),
        .. Calls(1, "Array.Copy(<N>, t, 3);", "Array.Fill(t, <R>);", "g[0] = g[1];", "g[1] = t;", "g[0] = [<R>, <R>];"),
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
