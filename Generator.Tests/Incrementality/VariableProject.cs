using System.Text.RegularExpressions;

namespace Fluxion.Generator.Tests.Incrementality;

/// <summary>
/// A project with places where it can be edited, each with the texts that can stand there. They are chosen so that each
/// changes what a marked method means, or where it is, or nothing at all.
/// </summary>
internal sealed partial class VariableProject
{
    private static readonly (string Name, string[] Texts)[] Places =
    [
        // Trivia and places.
        ("top", ["", "// moved\n", "\n\n\n", "#define FANCY\n", "#pragma warning disable FLX0111\n"]),
        ("inner", ["", "/* here */", "// there\n", "\n\n"]),
        ("region", ["", "#region Losses\n#endregion\n", "#nullable disable\n"]),
        ("if", ["w", "\n#if FANCY\n w * w\n#else\n w\n#endif\n"]),

        // The marked methods themselves.
        ("body", ["Helper.Apply(w) * Scale", "Scale * w", "Helper.Apply(Helper.Apply(w))", "w * ", "{ w", "Missing(w)", "Helper.Point(w)"]),
        ("mark", ["[Differentiable]", "[Differentiable(Derivatives.Gradient)]", "", "[Fluxion.DifferentiableAttribute]", "[Alias]", "[Far]"]),
        ("parameters", ["double w", "double w, double other", "double w, [NoDerivative] double other", "double w, int other = 3", "float w", "(double X, double Y) pair, double w"]),
        ("overload", ["", "[Differentiable] static double First(double u, double v, double w) => u * v * w;", "[Differentiable] static double first(double u) => u;", "static double FirstGradient(double a) => a;"]),
        ("extra", ["", "[Differentiable] static double Added(double w) => Helper.Apply(w) + 1;", "static double Added(int n) => n;"]),
        ("type", ["static partial class Losses", "internal static partial class Losses", "static class Losses"]),
        ("hidden", ["", "static double Math(double w) => w;", "static double Vector => 1;"]),

        // What they read.
        ("const", ["const double Scale = 2;", "const double Scale = 3;", "const double Scale = Config.Base + 1;", "static double Scale = 2;", "static readonly double Scale = 2;"]),
        ("base", ["1", "2", "(int)Kind.Some"]),
        ("enum", ["4", "5"]),
        ("data", ["static readonly double[] Data = [1, 2];", "static readonly double[] Data = [1, 2, 3];", "static readonly float[] Data = [1];", "static double[] Data = [1];", ""]),
        ("square", ["v * v", "v * v * v", "v * Other.Twice(v)", "v + Bonus()", "Apply(v - 1)"]),
        ("apply", ["", "public static double Apply(float v) => 7 * v;", "public static double Apply(double v, int n = 2) => 9 * v;", "public static double Point<T>(T v) => 2;"]),
        ("generic", ["a * b", "a + b", "a * b * a"]),
        ("pick", ["", "public static double Pick(int n) => 5;", "public static double Pick(long n) => 6;"]),
        ("twice", ["public static double Twice(double v) => 2 * v;", "public static double Twice(double v) => v + v + v;", "public static float Twice(float v) => v;", ""]),
        ("default", ["1", "2.5", "Config.Base"]),
        ("default2", ["", ", double more = 4"]),
        ("step", ["Floor", "Ceiling", "Sqrt"]),
        ("property", ["=> 3;", "{ get; } = 4;", "{ get { return 5; } }", "{ get => field + 1; } = 2;", "{ get; set; } = 6;"]),
        ("ctor", ["X = x; Y = y;", "X = y; Y = x;", "X = x; Y = y * 2;", "(X, Y) = (x, y);"]),
        ("z", ["", "public double Z = 1;", "public double Z = 2;", "public double Q { get; } = 3;"]),
        ("fields", ["public double X; public double Y;", "public double Y; public double X;", "public double X, Y;", "public float X; public double Y;", "[System.Obsolete] public double X; public double Y;", "public double Y; [System.Obsolete] public double X;"]),
        ("wrapped", ["public Point Inner;", "public Point Inner; public int Tag = 1;", "public Point Inner { get; set; }", "public Line2 Inner;"]),
        ("static", ["public static readonly double Weight = 2;", "public static double Weight => 3;", "public static double Weight => Factor; const double Factor = 5;", "public static double Weight { get; } = 1;", ""]),
        ("startfield", ["public double Start = start;", "public double Other = 3; public double Start = start;", "public double Start { get; } = start * 2;"]),
        ("norm", ["X * X + Y * Y", "X * Y", "X * X + Y * Y + Extra(X)"]),
        ("operator", ["a.X * b.Y", "a.Y * b.Y", "a.Norm() * b.X"]),
        ("parent", ["Base", "OtherBase"]),
        ("parentbody", ["2 * Start", "Start * Start"]),
        ("chained", ["x + 1", "Other.Twice(x)", "x * Config.Base"]),
        ("virtual", ["", "public override double Total() => 11 * Start;"]),
        ("rule", ["", "[DerivativeOf(typeof(Opaque), nameof(Opaque.Cube))] static double Rule(double v) => 3 * v * v;", "[DerivativeOf(typeof(Opaque), nameof(Opaque.Cube))] static double Rule(double v, double g) => g * v;", "[DerivativeOf(typeof(Opaque), \"Cube\")] static int Rule(int v) => v;"]),
        ("cube", ["v * v * v", "v * v * v * 2"]),
        ("recursive", ["n < 1 ? v : v * Power(v, n - 1)", "n < 1 ? v : Power(v * v, n - 1)", "v"]),

        // How names are found.
        ("using", ["", "using static App.ExtraA;", "using static App.ExtraB;", "using Math = App.ExtraA;"]),
        ("globalusing", ["", "global using static App.ExtraB;", "global using Helper = App.Impostor;"]),
        ("alias", ["global using Alias = Fluxion.DifferentiableAttribute;", "global using Alias = System.ObsoleteAttribute;", "", "global using AliasAttribute = Fluxion.DifferentiableAttribute;"]),
        ("localalias", ["", "using Far = Fluxion.DifferentiableAttribute;", "using FarAttribute = Fluxion.DifferentiableAttribute;"]),
        ("bonusA", ["1", "2"]),
        ("partial", ["", "static double Bonus() => 10;", "static double Bonus() => 20;", "const double Bonus2 = 1;"]),
        ("unrelated", ["int F() => 1;", "int F() => 2;", "int F() => ", "int F() { return 1;", "int G() => 1; int F() => 1;", "int _f; int F() => _f;", "int Extra(int n) => n;"]),
        ("program", ["", "int unrelated = 1;", "double Data = 1;", "double Bonus() => 3;"]),
        ("indexer", ["i", "i + 1"]),
    ];

    private static readonly (string Path, string Text)[] Files =
    [
        ("Losses.cs", """
            {top}using Fluxion;
            {using}{localalias}
            namespace App;
            {region}
            {type}
            {
                {const}
                {data}
                {hidden}
                {overload}
                {mark}
                static double First({parameters}) => {inner} {body};

                {extra}
                [Differentiable]
                static double Second(double w, double v)
                {
                    Point p = new(w, v);{inner}
                    return p.Norm() + p * p + {if};
                }

                [Differentiable] static double Third(double w) => Helper.Generic<double>(w, w) + Config.Value * w;
                [Differentiable] static double Fourth(double w) { double s = 0; foreach (double x in Data) { s += w * x; } return s; }
                [Differentiable] static double Fifth(double w) => w * System.Math.{step}(w);
                [Differentiable] static double Sixth(double w) => Helper.Default(w) + Helper.Pick(1) * w;
                [Alias] static double Seventh(double w) => w * Bonus();
                [Differentiable] static double Eighth(double w) => new Derived(w).Total();
                [Differentiable] static double Ninth(double w) => Opaque.Cube(w);
                [Differentiable] static double Tenth(double w) => Helper.Power(w, 3);
                [Differentiable] static double Eleventh(Point p, double w) => p.X * w + p.Norm();
                [Differentiable] static double Twelfth(double w) => System.Numerics.Tensors.TensorPrimitives.Sum([w, w * w]) + new Bag(w)[1];
                [Differentiable] static double Thirteenth(double w) { var wrapped = Weights.Wrap(w); return wrapped.Get() + Weights.Weight * w; }
            }
            """),
        ("Helpers.cs", """
            namespace App;
            static class Helper
            {
                {apply}
                public static double Apply(double v) => {square};
                public static T Generic<T>(T a, T b) where T : System.Numerics.INumber<T> => {generic};
                public static double Pick(double v) => 2;
                {pick}
                public static double Default(double v, double factor = {default}{default2}) => v * factor;
                public static double Power(double v, int n) => {recursive};
                public static double Point(double v) => v;
                static double Bonus() => 4;
            }
            static class Impostor
            {
                public static double Apply(double v) => 100 * v;
                public static double Point(double v) => 100;
            }
            static class Other { {twice} }
            static class Opaque { public static double Cube(double v) => {cube}; {rule} }
            """),
        ("Types.cs", """
            namespace App;
            struct Point
            {
                {fields} {z}
                public Point(double x, double y) { {ctor} }
                public double Norm() => {norm};
                public static double operator *(Point a, Point b) => {operator};
            }
            class Base(double start) { {startfield} public virtual double Total() => {parentbody}; }
            class OtherBase(double start) { public double Start = start; public virtual double Total() => 5 * Start; }
            class Derived(double x) : {parent}({chained}) { {virtual} }
            struct Bag(double v) { public double this[int i] => v * ({indexer}); }
            struct Line2 { public double X; public double Norm() => 5 * X; }
            struct Wrapper(double v) { {wrapped} public double V = v; public double Get() => V + Inner.X; }
            static class Weights { {static} public static Wrapper Wrap(double v) => new(v); }
            static class PointExtensions { public static double Extra(this Point p, double v) => v; }
            """),
        ("Config.cs", """
            {globalusing}
            {alias}
            {program}
            namespace App
            {
                static class Config
                {
                    public const double Base = {base};
                    public static double Value {property}
                }
                enum Kind { None, Some = {enum} }
                static class ExtraA { public static double Bonus() => {bonusA}; public static double Extra(double v) => v; }
                static class ExtraB { public static double Bonus() => 7; public static double Sqrt(double v) => v; }
            }
            """),
        ("Partial.cs", """
            namespace App;
            static partial class Losses { {partial} }
            """),
        ("Unrelated.cs", """
            class Unrelated { {unrelated} }
            """),
    ];

    private readonly Dictionary<string, int> _chosen = Places.ToDictionary(static place => place.Name, static _ => 0);

    /// <summary>Puts another text at one place, and says where.</summary>
    public string Edit(System.Random random)
    {
        (string name, string[] texts) = Places[random.Next(Places.Length)];
        _chosen[name] = random.Next(texts.Length);
        return $"{name}: {texts[_chosen[name]]}";
    }

    public (string Path, string Text)[] Write() =>
    [
        .. Files.Select(file => (file.Path, PlacePattern().Replace(
            file.Text, match => Places.First(place => place.Name == match.Groups[1].Value).Texts[_chosen[match.Groups[1].Value]]))),
    ];

    [GeneratedRegex(@"\{([A-Za-z0-9]+)\}")]
    private static partial Regex PlacePattern();
}
