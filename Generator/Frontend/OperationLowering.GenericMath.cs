using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Generic math: members that an interface promises of a type parameter are those of the type it stands for.</summary>
internal sealed partial class OperationLowering
{
    private bool IsUserOperator(IMethodSymbol? method, ITypeSymbol? constrained = null) =>
        method is { ContainingType.SpecialType: SpecialType.None }
        && (!IsNumericInterface(method.ContainingType) || (constrained is not null && TypeOf(constrained) is not IrType.Scalar));

    private static bool IsNumericInterface(INamedTypeSymbol type) => type is
    {
        TypeKind: TypeKind.Interface,
        ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
    };

    /// <summary>A static call on a type parameter: of a number's own method, or of the user's implementation.</summary>
    private FrontValue LowerConstrainedCall(IInvocationOperation call, ITypeSymbol constrained, string name)
    {
        IMethodSymbol method = call.TargetMethod;
        ITypeSymbol? type = Resolve(constrained);

        if (TypeOf(type) is not IrType.Scalar scalar || !IsNumericInterface(method.ContainingType))
        {
            return FindImplementation(type, method) is IMethodSymbol own
                ? Inline(own, call.Arguments, call, name)
                : RejectCall(call);
        }

        if (method.Name is "CreateChecked" or "CreateSaturating" or "CreateTruncating")
        {
            Operand operand = LowerOperand(call.Arguments[0].Value);

            // To an integer these three differ from a cast and from each other.
            return operand.Type == scalar || (scalar.IsFloating && operand.Type is IrType.Scalar)
                ? new FrontValue.Leaf(Convert(operand, scalar, isChecked: false, call, name))
                : RejectCall(call);
        }

        return LowerNumberMethod(call, (INamedTypeSymbol)type!, name);
    }

    private FrontValue LowerNumberMethod(IInvocationOperation call, INamedTypeSymbol type, string name)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isSimple = !method.IsGenericMethod && method.Parameters.All(static p => p.RefKind == RefKind.None);

        if (isSimple && TypeOf(method.ReturnType) is IrType result)
        {
            if (LibraryMethods.TypeName(type) is string table
                && PrimitiveTable.FindMethod(table, method.Name, method.Parameters.Length) is Primitive primitive)
            {
                return ApplyPrimitive(primitive, result, LowerArguments(call), call, name);
            }

            if (result == IrType.Boolean)
            {
                Operand[] arguments = LowerArguments(call);
                string places = string.Join(", ", arguments.Select(static (_, i) => $"{{{i}}}"));
                string keyword = ScalarNames.Of(((IrType.Scalar)TypeOf(type)!).Kind);
                return new FrontValue.Leaf(
                    Let(result, new Expr.Verbatim($"{keyword}.{method.Name}({places})", [.. arguments]), name));
            }
        }

        return RejectCall(call);
    }

    private ISymbol? FindImplementation(ITypeSymbol? type, ISymbol member) =>
        (type as INamedTypeSymbol)?.FindImplementationForInterfaceMember(InResolvedType(member));

    private FrontValue? LowerConstrainedProperty(IPropertyReferenceOperation reference)
    {
        if (TypeOf(reference.ConstrainedToType) is not { IsFloating: true } type
            || !IsNumericInterface(reference.Property.ContainingType))
        {
            return TypeOf(reference.ConstrainedToType) is { IsInteger: true } integer
                && reference.Property.Name is "One" or "Zero"
                ? new FrontValue.Leaf(reference.Property.Name == "One" ? Constant.One(integer) : Constant.Zero(integer))
                : null;
        }

        double? number = reference.Property.Name switch
        {
            "Zero" or "AdditiveIdentity" => 0,
            "One" or "MultiplicativeIdentity" => 1,
            "NegativeOne" => -1,
            "NegativeZero" => -0.0,
            "Pi" => Math.PI,
            "E" => Math.E,
            "Tau" => 2 * Math.PI,
            "NaN" => double.NaN,
            "PositiveInfinity" => double.PositiveInfinity,
            "NegativeInfinity" => double.NegativeInfinity,
            "Epsilon" => type == IrType.Single ? float.Epsilon : double.Epsilon,
            "MaxValue" => type == IrType.Single ? float.MaxValue : double.MaxValue,
            "MinValue" => type == IrType.Single ? float.MinValue : double.MinValue,
            _ => null,
        };

        return number is double known ? new FrontValue.Leaf(Constant.Real(known, type)) : null;
    }
}
