namespace Fluxion.Generator.Derivatives;

/// <summary>Partials of a result <c>y</c> by each of the arguments <c>x</c>; <c>null</c> where an argument carries no derivative.</summary>
internal delegate Sym?[] PartialsRule(Sym[] x, Sym y);

/// <summary>The interval from which tests draw an argument.</summary>
internal readonly record struct Domain(double Low, double High);

/// <summary>How a primitive is written in C#.</summary>
internal enum Notation
{
    /// <summary><c>Math.Name(…)</c> on double, <c>MathF.Name(…)</c> on float.</summary>
    Math,

    /// <summary><c>double.Name(…)</c> or <c>float.Name(…)</c>.</summary>
    Scalar,

    /// <summary><c>a op b</c></summary>
    Binary,

    /// <summary><c>op a</c></summary>
    Prefix,

    /// <summary>The writer knows the form: a conversion, a conditional.</summary>
    Special,
}

/// <summary>
/// An operation on scalars: one line of <see cref="PrimitiveTable"/> says its name, how C# writes it and its partial
/// derivatives. Both modes, the constant folder, the tests and the documentation read that line; nothing else knows calculus.
/// </summary>
internal sealed class Primitive(string name, int arity, PartialsRule? rule)
{
    private static readonly string[] MathTypes = ["Math", "MathF", "Double", "Single"];
    private static readonly string[] ScalarTypes = ["Double", "Single"];

    private readonly bool _isSteep;
    private Sym?[]? _partials;
    private string[]? _types;

    /// <summary>The operator or the method's simple name.</summary>
    public string Name { get; } = name;

    public int Arity { get; } = arity;

    public Notation Notation { get; init; } = Notation.Math;

    /// <summary>The method's name on <c>double</c> and <c>float</c> where it is not that on <c>Math</c>.</summary>
    public string? ScalarName { get; init; }

    /// <summary>The types that declare the method, by their simple names; by default those that <see cref="Notation"/> says.</summary>
    public string[] Types
    {
        get => _types ?? (Notation is Notation.Math ? MathTypes : Notation is Notation.Scalar ? ScalarTypes : []);
        init => _types = value;
    }

    /// <summary>Where tests draw each argument; empty: −2 to 2 for all.</summary>
    public Domain[] Domain { get; init; } = [];

    /// <summary>
    /// The value from constant arguments, for folding. Only operations that IEEE 754 fixes to the bit have one:
    /// a sine folded here could differ in the last place from the one computed there.
    /// </summary>
    public Func<double[], double>? Fold { get; init; }

    /// <summary>Whether the value has steps: its derivative is zero wherever it exists, which is worth telling the user.</summary>
    public bool IsStepwise { get; init; }

    /// <summary>Where the derivative is a matter of convention, and what it is there; empty if it is nowhere.</summary>
    public string Kink { get; init; } = "";

    /// <summary>Costs about as much as a load from memory or less: worth computing again rather than recording.</summary>
    public bool IsCheap { get; init; }

    /// <summary>Whether a partial can be infinite or NaN at finite arguments: a division by zero, a vertical tangent, an overflow.</summary>
    public bool IsSingular { get; init; }

    /// <summary>Whether finite arguments give a finite value although a partial can be infinite, as for a square root.</summary>
    public bool HasFiniteValue { get; init; }

    /// <summary>Whether a partial can be infinite where the value is finite: a vertical tangent.</summary>
    public bool IsSteep { get => _isSteep || (IsSingular && HasFiniteValue); init => _isSteep = value; }

    /// <summary>Integer arithmetic of a <c>checked</c> context, which throws when it overflows.</summary>
    public bool IsChecked { get; init; }

    /// <summary>The product in which this operation's partials meet adjoints and tangents.</summary>
    public Primitive ChainProduct => IsSteep ? PrimitiveTable.SteepMultiply : PrimitiveTable.StrongMultiply;

    public bool IsDifferentiable => rule is not null;

    /// <summary>One formula for each argument.</summary>
    public Sym?[] Partials => _partials ??= rule is null
        ? new Sym?[Arity]
        : rule([.. Enumerable.Range(0, Arity).Select(static i => new Sym.Argument(i))], new Sym.Result());

    /// <summary>The method's name on one of <see cref="Types"/>.</summary>
    public string NameIn(string type) => type is "Double" or "Single" ? ScalarName ?? Name : Name;

    public override string ToString() => Name;
}
