using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Writes a formula of the primitive table as statements, for given arguments and result.</summary>
/// <param name="builder">Receives the statements.</param>
/// <param name="apply">The operation whose arguments the formula is about.</param>
/// <param name="result">The value of the operation.</param>
/// <param name="computed">Finds a value that has been computed before and can be read here.</param>
internal sealed class SymEmitter(
    IrBuilder builder, Expr.Apply apply, Value result, Func<Expr.Apply, IrType, Value?>? computed = null)
{
    public Operand Emit(Sym formula) => formula switch
    {
        Sym.Argument argument => apply.Arguments[argument.Position],
        Sym.Result => result,
        Sym.Number number => Constant.Real(number.Value, result.Type),
        Sym.Apply inner => Emit(inner),
        _ => throw new InvalidOperationException($"Unknown formula {formula}."),
    };

    private Value Emit(Sym.Apply formula)
    {
        EquatableArray<Operand> arguments = formula.Arguments.Select(Emit).ToEquatable();
        IrType type = IsTruth(formula.Primitive) ? IrType.Boolean : result.Type;
        Expr.Apply expression = new(formula.Primitive, arguments, Exact: false);
        return computed?.Invoke(expression, type) ?? builder.Let(type, expression);
    }

    private static bool IsTruth(Primitive primitive) =>
        primitive.Name is "<" or "<=" or ">" or ">=" or "==" or "!=" or "&" or "|" or "!";
}
