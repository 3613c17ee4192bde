using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Derivatives;

/// <summary>A small formula over the arguments <c>x</c> and the result <c>y</c> of a primitive; partials are written in it.</summary>
internal abstract record Sym
{
    /// <summary>The argument at a position.</summary>
    internal sealed record Argument(int Position) : Sym;

    /// <summary>The primitive's own result.</summary>
    internal sealed record Result : Sym;

    /// <summary>A literal of the primitive's type.</summary>
    internal sealed record Number(double Value) : Sym;

    /// <summary>A primitive applied to formulas.</summary>
    internal sealed record Apply(Primitive Primitive, EquatableArray<Sym> Arguments) : Sym;

    public static implicit operator Sym(double value) => new Number(value);

    public static Sym operator +(Sym left, Sym right) => Of(PrimitiveTable.Add, left, right);

    public static Sym operator -(Sym left, Sym right) => Of(PrimitiveTable.Subtract, left, right);

    public static Sym operator *(Sym left, Sym right) => Of(PrimitiveTable.Multiply, left, right);

    public static Sym operator /(Sym left, Sym right) => Of(PrimitiveTable.Divide, left, right);

    public static Sym operator -(Sym operand) => Of(PrimitiveTable.Negate, operand);

    public static Sym operator <(Sym left, Sym right) => Of(PrimitiveTable.Less, left, right);

    public static Sym operator >(Sym left, Sym right) => Of(PrimitiveTable.Less, right, left);

    public static Sym operator |(Sym left, Sym right) => Of(PrimitiveTable.Or, left, right);

    public static Sym operator &(Sym left, Sym right) => Of(PrimitiveTable.And, left, right);

    /// <summary>Whether both are equal, as <c>==</c> says: NaN equals nothing.</summary>
    public static Sym Same(Sym left, Sym right) => Of(PrimitiveTable.Equal, left, right);

    /// <summary><c>condition ? whenTrue : whenFalse</c>; an arm that is not chosen contributes nothing, NaN or not.</summary>
    public static Sym Select(Sym condition, Sym whenTrue, Sym whenFalse) =>
        Of(PrimitiveTable.Select, condition, whenTrue, whenFalse);

    public static Sym Of(Primitive primitive, params Sym[] arguments) => new Apply(primitive, arguments.ToEquatable());
}
