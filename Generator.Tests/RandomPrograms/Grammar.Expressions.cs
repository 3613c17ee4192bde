using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Tests.Infrastructure;
using Fluxion.Generator.Tests.Oracle;

namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>The language of random programs. This part: expressions, and every function that the oracle knows.</summary>
internal static partial class Grammar
{
    private static readonly Production[] Reals =
    [
        .. Lanes(6, "(<R> + <L>)", "(<R> - <L>)", "(<R> * <L>)", "(<K> * <R>)"),
        .. Lanes(3, "(<L> / (2 + Math.Cos(<R>)))", "(<C> ? <R> : <R>)", "(<K> - <R>)", "(-<R>)"),
        .. Lanes(2, "Math.Sin(<R>)", "Math.Tanh(<R>)", "Math.Atan(<R>)", "Math.Max(<R>, <L>)", "Math.Min(<L>, <R>)", "Math.Abs(<R>)"),
        .. Lanes(1, "Math.Exp(-Math.Abs(<R>))", "(1 / (1 + Math.Exp(<R>)))", "Math.Log(1 + Math.Exp(<R>))"),
        .. Lanes(1, "Math.Sqrt(1 + Math.Pow(<R>, 2))", "Math.Sqrt(Math.Abs(<R>))", "Math.Pow(<R>, 3)"),
        .. Scalars(1, "(<R> % 1.25)", "((n % 3) switch { 0 => <R>, 1 => <R>, _ => <R> })", "(<I> switch { 0 => <R>, _ => <R> })"),
        .. Scalars(1, "(double)(float)<R>", "(<T> += <R>)", "(<T> = <R>)", "<T>++"),
        .. Calls(2, "H0(<R>, <R>)", "H1(<R>, ref <T>, out <T>)", "H2(<A>, <I>, <R>)", "R0(<R>, <R>, 3)", "L0(<R>)", "f0(<R>)"),
        .. Calls(1, "new Pair(<R>, <R>).Dot(p)", "(p + new Pair(<R>, <R>)).A", "Pair.Mix(p, q, <R>).B", "R1(<N>, 0, <R>)", "(<C> ? t : r)[<I>]"),
        .. Calls(1, "<N>.Select(z => z * y + a[<I>]).Sum()", "<N>.Zip(<N>, (z, c) => z * c + x).Sum()", "<N>.Where(z => z > y).Sum()", "<N>.Aggregate(<R>, (z, c) => z * 0.5 + c)", "<N>.Max()"),
    ];

    private static readonly Production[] Conditions =
    [
        .. Lanes(4, "(<R> < <L>)", "(<R> > <L>)", "(<R> <= <L>)", "(<R> >= <L>)"),
        .. Lanes(1, "(<C> && <C>)", "(<C> || <C>)", "!<C>"),
        .. Scalars(1, "(<I> > 0)", "(n > 4)", "(<R> == <L>)"),
    ];

    /// <summary>A function of the table on arguments from its domain, for each that the oracle has too.</summary>
    private static readonly Production[] Functions =
    [
        .. PrimitiveTable.All.Where(IsKnown).Select(static primitive =>
            new Production(1, Call(primitive)) { IsVector = VectorForms.Has(primitive) }),
    ];

    public static bool IsKnown(Primitive primitive) =>
        primitive is { Notation: Notation.Math or Notation.Scalar, IsDifferentiable: true, Name: not "Sign" }
        && typeof(DualMath).GetMethods().Any(m => m.Name == primitive.Name && m.GetParameters().Length == primitive.Arity);

    private static IEnumerable<Production> Lanes(int weight, params string[] templates) =>
        templates.Select(template => new Production(weight, template) { IsVector = true });

    private static IEnumerable<Production> Scalars(int weight, params string[] templates) =>
        templates.Select(template => new Production(weight, template));

    // Not from helpers, which would call each other for ever.
    private static IEnumerable<Production> Calls(int weight, params string[] templates) =>
        templates.Select(template => new Production(weight, template) { When = static scope => scope.IsOuter });

    private static string Call(Primitive primitive)
    {
        IEnumerable<string> arguments = Enumerable.Range(0, primitive.Arity).Select(i =>
            Argument(i < primitive.Domain.Length ? primitive.Domain[i] : new Domain(-2, 2)));
        return $"{(primitive.Notation == Notation.Math ? "Math" : "double")}.{primitive.Name}({string.Join(", ", arguments)})";
    }

    private static string Argument(Domain domain)
    {
        string middle = Literal((domain.Low + domain.High) / 2);
        string radius = Literal((domain.High - domain.Low) / 2);
        return $"({middle} + {radius} * Math.Sin(<R>))";
    }

    private static string Literal(double value) => value.ToString("0.0####", System.Globalization.CultureInfo.InvariantCulture);
}
