using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Evaluates operations on constants, where the result is the same to the bit on every machine.</summary>
internal static class ConstantFolder
{
    // Integers up to here are exact as doubles, in which the folder computes.
    private const double Limit = 1L << 31;

    public static Operand? Fold(Primitive primitive, EquatableArray<Operand> arguments, IrType type)
    {
        if (type is not IrType.Scalar scalar || !arguments.All(static a => a is Constant))
        {
            return null;
        }

        Constant[] constants = [.. arguments.Cast<Constant>()];

        if (primitive == PrimitiveTable.Convert)
        {
            return Convert(constants[0], scalar.Kind);
        }

        if (primitive == PrimitiveTable.Not)
        {
            return Constant.Of(constants[0].IsZero);
        }

        if (primitive.Fold is null)
        {
            return null;
        }

        double[] values = [.. constants.Select(static c => c.Number)];
        bool isInteger = constants.Any(static c => !c.IsFloating);
        return isInteger && !values.All(IsSmall) ? null : Round(primitive, primitive.Fold(values), scalar);
    }

    private static Constant? Round(Primitive primitive, double value, IrType.Scalar type)
    {
        if (type.Kind == ScalarKind.Boolean)
        {
            return Constant.Of(value != 0);
        }

        if (type.IsFloating)
        {
            return Constant.Real(value, type);
        }

        // Integer division truncates and can throw; what overflows wraps. Neither is folded.
        bool isSafe = primitive != PrimitiveTable.Divide && IsSmall(value) && value == Math.Floor(value)
            && type.Kind is ScalarKind.Int32 or ScalarKind.Int64;
        return isSafe ? new Constant(type.Kind, (long)value) : null;
    }

    private static Constant? Convert(Constant constant, ScalarKind kind)
    {
        IrType type = new IrType.Scalar(kind);

        if (type.IsFloating)
        {
            return constant.IsFloating || IsSmall(constant.Number) ? Constant.Real(constant.Number, type) : null;
        }

        bool isSafe = kind is ScalarKind.Int32 or ScalarKind.Int64 && IsSmall(constant.Number);
        return isSafe ? new Constant(kind, (long)constant.Number) : null;
    }

    private static bool IsSmall(double value) => Math.Abs(value) < Limit;
}
