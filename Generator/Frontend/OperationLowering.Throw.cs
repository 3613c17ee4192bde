using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Exceptions as guards.</summary>
internal sealed partial class OperationLowering
{
    private void LowerThrow(IThrowOperation thrown)
    {
        if (thrown.Exception is not IOperation exception
            || WithoutImplicitConversions(exception) is not IObjectCreationOperation { Initializer: null } creation)
        {
            Reject(thrown, Reasons.Throw);
            return;
        }

        List<Operand> operands = [];
        string type = creation.Type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        IEnumerable<string> arguments = creation.Arguments
            .OrderBy(static argument => argument.Parameter!.Ordinal)
            .Select(argument => ExceptionArgument(argument.Value, operands))
            .ToArray();
        Emit(new Statement.Throw($"new {type}({string.Join(", ", arguments)})", operands.ToEquatable()));
        _flow = Flow.Thrown;
    }

    /// <summary>
    /// Calls that check: that of an argument for null, and assertions, which are left out of derivatives. Null for any other.
    /// </summary>
    private FrontValue? LowerGuard(IInvocationOperation call, IMethodSymbol method)
    {
        switch (method.ContainingType.ToDisplayString(), method.Name)
        {
            case ("System.Diagnostics.Debug", "Assert") when !HasSideEffects(call.Arguments[0].Value):
                return FrontValue.Nothing;
            case ("System.ArgumentNullException", "ThrowIfNull")
                when MemoryOf(WithoutConversions(call.Arguments[0].Value).Type) is not null:
                return OfArray(WithoutConversions(call.Arguments[0].Value), array =>
                {
                    // Generated code checks its own arguments before anything else.
                    if (FirstArray(array) is Value value && !_frame.Method.Parameters.Any(p => p.Name == value.Name))
                    {
                        Operand isNull = Let(IrType.Boolean, new Expr.Verbatim("{0} == null", [value]));
                        ThrowIf(isNull, "global::System.ArgumentNullException");
                    }

                    return FrontValue.Nothing;
                });
            case ("string", _) when LibraryMethods.IsConstant(method):
                return new FrontValue.Leaf(Let(TypeOf(method.ReturnType)!, Verbatim(call)));
            default:
                return null;
        }
    }

    private static bool HasSideEffects(IOperation operation) => operation.DescendantsAndSelf().Any(static part =>
        part is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out });

    private FrontValue LowerThrowExpression(IThrowOperation thrown)
    {
        LowerThrow(thrown);
        return FrontValue.Nothing;
    }

    /// <summary>The array of <c>array == null</c>; null for any other comparison.</summary>
    private IOperation? TestedForNull(IBinaryOperation comparison)
    {
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
        {
            return null;
        }

        IOperation left = WithoutImplicitConversions(comparison.LeftOperand);
        IOperation right = WithoutImplicitConversions(comparison.RightOperand);

        return IsNull(right) && MemoryOf(left.Type) is not null ? left
            : IsNull(left) && MemoryOf(right.Type) is not null ? right
            : null;
    }

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };

    private FrontValue LowerNullTest(IBinaryOperation comparison, IOperation tested, string name)
    {
        string test = comparison.OperatorKind == BinaryOperatorKind.Equals ? "{0} == null" : "{0} != null";
        return OfArray(tested, array => new FrontValue.Leaf(
            Let(IrType.Boolean, new Expr.Verbatim(test, [FirstArray(array)]), name)));
    }

    /// <summary>
    /// The text of an argument; what it is made of becomes operands, so that braces in it mean nothing.
    /// </summary>
    private string ExceptionArgument(IOperation argument, List<Operand> operands)
    {
        if (argument is IInterpolatedStringOperation { ConstantValue.HasValue: false } text)
        {
            return Formatted(text, operands);
        }

        if (argument is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } sum)
        {
            string left = ExceptionArgument(WithoutBoxing(sum.LeftOperand), operands);
            return $"({left} + {ExceptionArgument(WithoutBoxing(sum.RightOperand), operands)})";
        }

        operands.Add(LowerOperand(WithoutBoxing(argument)));
        return $"{{{operands.Count - 1}}}";
    }

    private string Formatted(IInterpolatedStringOperation text, List<Operand> operands)
    {
        System.Text.StringBuilder format = new();
        int formatOperand = operands.Count;
        operands.Add(Constant.True);
        List<string> places = [$"{{{formatOperand}}}"];

        foreach (IInterpolatedStringContentOperation part in text.Parts)
        {
            if (part is IInterpolatedStringTextOperation literal)
            {
                format.Append(((string)literal.Text.ConstantValue.Value!).Replace("{", "{{").Replace("}", "}}"));
                continue;
            }

            IInterpolationOperation hole = (IInterpolationOperation)part;
            format.Append('{').Append(places.Count - 1)
                .Append(Suffix(",", hole.Alignment)).Append(Suffix(":", hole.FormatString)).Append('}');
            operands.Add(LowerOperand(WithoutBoxing(hole.Expression)));
            places.Add($"{{{operands.Count - 1}}}");
        }

        string quoted = SymbolDisplay.FormatLiteral(format.ToString(), quote: true);
        operands[formatOperand] = new Literal(quoted, new IrType.Opaque("string"));
        return $"string.Format({string.Join(", ", places)})";
    }

    private static string Suffix(string separator, IOperation? part) =>
        part?.ConstantValue is { HasValue: true, Value: object value }
            ? separator + System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)
            : "";

    private static IOperation WithoutBoxing(IOperation operation) =>
        operation is IConversionOperation { Type.SpecialType: SpecialType.System_Object } boxing
            ? boxing.Operand
            : operation;
}
