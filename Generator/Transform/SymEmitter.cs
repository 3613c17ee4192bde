using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Writes a formula of the primitive table as statements, for given arguments and result.</summary>
internal static class SymEmitter
{
    public static Operand Emit(IrBuilder builder, Sym formula, Expr.Apply apply, Value result) => formula switch
    {
        Sym.Argument argument => apply.Arguments[argument.Position],
        Sym.Result => result,
        Sym.Number number => Constant.Real(number.Value, result.Type),
        Sym.Apply inner => Emit(builder, inner, apply, result),
        _ => throw new InvalidOperationException($"Unknown formula {formula}."),
    };

    private static Value Emit(IrBuilder builder, Sym.Apply formula, Expr.Apply apply, Value result)
    {
        EquatableArray<Operand> arguments = formula.Arguments
            .Select(argument => Emit(builder, argument, apply, result))
            .ToEquatable();
        IrType type = IsTruth(formula.Primitive) ? IrType.Boolean : result.Type;
        return builder.Let(type, new Expr.Apply(formula.Primitive, arguments, Exact: false));
    }

    private static bool IsTruth(Primitive primitive) =>
        primitive.Name is "<" or "<=" or ">" or ">=" or "==" or "!=" or "&" or "|" or "!";
}
