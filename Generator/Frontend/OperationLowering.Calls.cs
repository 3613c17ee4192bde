using System.Collections.Immutable;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Calls: a primitive, something known of the base library, or a method whose body is inlined.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue LowerCall(IInvocationOperation call, string name)
    {
        IMethodSymbol method = call.TargetMethod;

        if (method.RefKind != RefKind.None && method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction
            && _bodies.Of(method) is not null)
        {
            return Load(LowerPlace(call), name, call);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return LowerDelegateCall(call, name);
        }

        if (call.ConstrainedToType is ITypeSymbol constrained && method.IsStatic)
        {
            return LowerConstrainedCall(call, constrained, name);
        }

        if (LowerDefaultComparer(call, name) is FrontValue compared)
        {
            return compared;
        }

        if (call.Instance is IOperation instance)
        {
            if (IsExtension(method))
            {
                return LowerExtensionCall(call, instance, name);
            }

            return LowerArrayMethod(call, instance, name) ?? LowerInstanceCall(call, instance, name);
        }

        if (CallByRule(method, () => BindArguments(method, call.Arguments), call, name) is FrontValue byRule)
        {
            return byRule;
        }

        if (LowerOpaqueFunction(call, name) is FrontValue number)
        {
            return number;
        }

        if (LibraryMethods.TypeName(method.ContainingType) is not null)
        {
            return LowerLibraryCall(call, name);
        }

        if (method.ContainingType.SpecialType == SpecialType.System_Array
            && LowerMemoryMethod(method, [.. InOrder(call)], call, name) is FrontValue done)
        {
            return done;
        }

        if (LowerGuard(call, method) is FrontValue passed)
        {
            return passed;
        }

        if (!IsLinq(method) && _bodies.Memory(method) is IMethodSymbol own)
        {
            return CallMemory(own, method, [.. InOrder(call).Select(argument => Lower(argument))], call, name);
        }

        if (NumericTypes.IsKnown(method.ContainingType) || NumericTypes.IsTensors(method.ContainingType))
        {
            return LowerNumericCall(call, method, [], name);
        }

        if (LibraryMethods.IsStop(method))
        {
            Operand held = LowerOperand(call.Arguments[0].Value);
            return new FrontValue.Leaf(Let(held.Type, new Expr.Verbatim("{0}", [held]), name));
        }

        if (IsLinq(method) && !(method.Name == "ToArray" && MemoryOf(WithoutImplicitConversions(call.Arguments[0].Value).Type) is not null))
        {
            return LowerLinq(call, name);
        }

        if (method.IsExtensionMethod && call.Arguments is [{ Value: IOperation receiver }, ..]
            && LowerExtension(call, receiver, name) is FrontValue value)
        {
            return value;
        }

        return method.MethodKind is MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.LocalFunction
            ? Inline(method, call.Arguments, call, name)
            : Reject(call, Reasons.UnusualMethod);
    }

    /// <summary>Calls a static method on arguments that have been evaluated: the target of a delegate.</summary>
    private FrontValue CallMethod(
        IMethodSymbol method,
        List<BoundArgument> bound,
        IOperation call,
        string name)
    {
        if (CallByRule(method, () => bound, call, name) is FrontValue byRule)
        {
            return byRule;
        }

        if (LibraryMethods.TypeName(method.ContainingType) is not null)
        {
            return LibraryMethods.Find(method) is Primitive primitive && TypeOf(method.ReturnType) is IrType type
                ? ApplyPrimitive(primitive, type, [.. bound.Select(b => ToOperand(b.Value!))], call, name)
                : RejectCall(call);
        }

        return Obstacle(method, call) ?? InlineBound(method, bound, call, name);
    }

    private FrontValue.Leaf ApplyPrimitive(
        Primitive primitive, IrType type, Operand[] arguments, IOperation call, string name)
    {
        Value result = Apply(type, primitive, name, arguments);

        if (primitive.IsStepwise)
        {
            _losses.AddStep(arguments[0], SyntaxOf(call));
        }

        return new FrontValue.Leaf(result);
    }

    private FrontValue? LowerExtension(IInvocationOperation call, IOperation receiver, string name) =>
        (call.TargetMethod.Name, call.TargetMethod.ContainingType.ToDisplayString()) switch
        {
            ("AsSpan", "System.MemoryExtensions") when call.Arguments.Length == 1 => Lower(receiver, name),
            ("ToArray", "System.Linq.Enumerable") or (_, "System.MemoryExtensions")
                when MemoryOf(WithoutImplicitConversions(receiver).Type) is { Rank: 1 } => LowerMemoryMethod(
                    call.TargetMethod,
                    [WithoutImplicitConversions(receiver), .. InOrder(call).Skip(1)], call, name),
            _ => null,
        };

    private FrontValue LowerLibraryCall(IInvocationOperation call, string name)
    {
        IMethodSymbol method = call.TargetMethod;

        if (LibraryMethods.Find(method) is Primitive primitive && TypeOf(method.ReturnType) is IrType type)
        {
            return ApplyPrimitive(primitive, type, LowerArguments(call), call, name);
        }

        if (method.Name is "CreateChecked" or "CreateSaturating" or "CreateTruncating"
            && TypeOf(method.ContainingType) is { IsFloating: true } floating)
        {
            Operand operand = LowerOperand(call.Arguments[0].Value);
            return new FrontValue.Leaf(Convert(operand, floating, isChecked: false, call, name));
        }

        if (method.Name is "SinCos" or "SinCosPi")
        {
            return LowerSinCos(call);
        }

        return LibraryMethods.IsConstant(method) && TypeOf(method.ReturnType) is IrType constant
            ? new FrontValue.Leaf(Let(constant, Verbatim(call), name))
            : RejectCall(call);
    }

    /// <summary>The arguments as the parameters are declared, evaluated as they are written.</summary>
    private Operand[] LowerArguments(IInvocationOperation call)
    {
        Operand[] arguments = new Operand[call.Arguments.Length];

        foreach (IArgumentOperation argument in call.Arguments)
        {
            arguments[argument.Parameter!.Ordinal] = LowerOperand(argument.Value);
        }

        return arguments;
    }

    private Expr.Verbatim Verbatim(IInvocationOperation call)
    {
        Operand[] arguments = LowerArguments(call);
        string places = string.Join(", ", arguments.Select(static (_, i) => $"{{{i}}}"));
        return new Expr.Verbatim($"{Identifiers.Qualified(call.TargetMethod)}({places})", arguments.ToEquatable());
    }

    private FrontValue.Aggregate LowerSinCos(IInvocationOperation call)
    {
        bool isPi = call.TargetMethod.Name == "SinCosPi";
        Operand angle = LowerOperand(call.Arguments[0].Value);
        Value sine = Apply(angle.Type, isPi ? PrimitiveTable.SinPi : PrimitiveTable.Sin, "", angle);
        Value cosine = Apply(angle.Type, isPi ? PrimitiveTable.CosPi : PrimitiveTable.Cos, "", angle);
        return new FrontValue.Aggregate([new FrontValue.Leaf(sine), new FrontValue.Leaf(cosine)]);
    }

    private FrontValue RejectCall(IOperation call)
    {
        Report(DiagnosticDescriptors.CallWithoutSource, call, TextOf(call));
        return FrontValue.Reported;
    }
}
