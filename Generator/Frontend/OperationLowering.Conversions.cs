using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Conversions.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue ComputeConversion(IConversionOperation conversion, FrontValue value, string name)
    {
        if (!conversion.Conversion.Exists)
        {
            return Invalid();
        }

        // What throws has no value to convert.
        if (value is FrontValue.Error || _flow == Flow.Thrown)
        {
            return value;
        }

        if (value is FrontValue.Reference { Cell: < 0 } && FindZeroMemory(conversion.Type) is FrontValue none)
        {
            return none;
        }

        if (conversion.OperatorMethod is null && ConvertNullable(conversion, value) is FrontValue converted)
        {
            return converted;
        }

        if (IsSequenceType(conversion.Type) && AsSequence(value) is not null)
        {
            return value;
        }

        if (HasDeferred(value))
        {
            return conversion.OperatorMethod is null ? value : Reject(conversion, Reasons.UserOperator);
        }

        if (conversion.Type is INamedTypeSymbol { IsTupleType: true } to
            && conversion.Operand.Type is INamedTypeSymbol { IsTupleType: true } from)
        {
            return ConvertTuple(conversion, value, from, to);
        }

        if (conversion.OperatorMethod is { ContainingType.SpecialType: SpecialType.None } method)
        {
            return CallConversion(conversion, method, value, name);
        }

        if (References.Are(value))
        {
            return Cast(conversion, value, name);
        }

        if (value is FrontValue.View or FrontValue.Columns or FrontValue.Rows && MemoryOf(conversion.Type) is not null)
        {
            return value;
        }

        if (value is FrontValue.Aggregate && IsSameType(conversion))
        {
            return value;
        }

        if (Box(value, conversion) is FrontValue boxed)
        {
            return boxed;
        }

        if (value is not FrontValue.Leaf { Operand: Operand operand } || TypeOf(conversion.Type) is not IrType target)
        {
            return RejectType(conversion, conversion.Type);
        }

        // An array seen as a span, or a span as read-only, is the same memory.
        if (operand.Type is IrType.Array && target is IrType.Array)
        {
            return value;
        }

        return new FrontValue.Leaf(Convert(operand, target, conversion.IsChecked, conversion, name));
    }

    /// <summary>A user's conversion; from what may be missing it is lifted, or has the value taken out.</summary>
    private FrontValue CallConversion(
        IConversionOperation conversion, IMethodSymbol method, FrontValue value, string name)
    {
        ITypeSymbol taken = method.Parameters[0].Type;
        bool isMissing = Underlying(conversion.Operand.Type) is not null && Underlying(taken) is null;

        if (isMissing && Underlying(conversion.Type) is null)
        {
            ThrowUnless(HasValue(value), NoValue);
            value = ValueOf(value);
        }

        bool isLifted = isMissing && Underlying(conversion.Type) is not null;
        FrontValue argument = isLifted ? value : ConvertTo(value, taken, conversion);
        FrontValue result = CallOperator(method, isLifted, conversion, name, argument);
        return ConvertTo(result, conversion.Type, conversion);
    }

    private FrontValue ConvertTuple(
        IConversionOperation conversion, FrontValue value, INamedTypeSymbol from, INamedTypeSymbol to)
    {
        // The elements of a literal are converted one by one already.
        if (value is not FrontValue.Aggregate aggregate || conversion.Operand is ITupleOperation)
        {
            return value;
        }

        return new FrontValue.Aggregate([.. aggregate.Elements.Select((element, i) => ConvertElement(
            element, TypeOf(from.TupleElements[i].Type), TypeOf(to.TupleElements[i].Type), conversion))]);
    }

    private FrontValue ConvertElement(FrontValue element, IrType? from, IrType? to, IConversionOperation conversion) =>
        from is null || to is null || from == to
            ? element
            : new FrontValue.Leaf(Convert(ToOperand(element), to, conversion.IsChecked, conversion, ""));

    private Operand Convert(Operand operand, IrType target, bool isChecked, IOperation origin, string name)
    {
        if (operand.Type == target)
        {
            return operand;
        }

        if (operand.Type is not IrType.Scalar || target is not IrType.Scalar)
        {
            Value opaque = Let(target, new Expr.Verbatim($"({TextOf(target)}){{0}}", [operand]), name);

            if (operand.Type.IsFloating)
            {
                _losses.AddConversion(operand, opaque, SyntaxOf(origin));
            }

            return opaque;
        }

        Primitive primitive = isChecked && target.IsInteger ? PrimitiveTable.ConvertChecked : PrimitiveTable.Convert;
        Value converted = Apply(target, primitive, name, operand);

        if (operand.Type.IsFloating && target.IsInteger)
        {
            _losses.AddConversion(operand, converted, SyntaxOf(origin));
        }

        return converted;
    }

    private static string TextOf(IrType type) => type switch
    {
        IrType.Opaque opaque => opaque.Name,
        IrType.Scalar scalar => ScalarNames.Of(scalar.Kind),
        _ => throw new InvalidOperationException("Arrays are not converted."),
    };

    private bool IsSameType(IConversionOperation conversion) =>
        SymbolEqualityComparer.Default.Equals(Resolve(conversion.Type), Resolve(conversion.Operand.Type));
}
