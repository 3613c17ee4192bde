using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Assignments: the target's parts first, then the value, then the effect, as C# orders them.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue LowerAssignment(IOperation assignment, string name) => assignment switch
    {
        ISimpleAssignmentOperation { IsRef: false } simple => LowerSimpleAssignment(simple),
        ICoalesceAssignmentOperation choice => LowerCoalesceAssignment(choice),
        ISimpleAssignmentOperation reference => AssignReference(reference),
        ICompoundAssignmentOperation compound => LowerCompoundAssignment(compound),
        IDeconstructionAssignmentOperation deconstruction => LowerDeconstruction(deconstruction),
        IIncrementOrDecrementOperation step => LowerIncrement(step),
        _ => Reject(assignment, Reasons.Expression(assignment)),
    };

    private FrontValue LowerSimpleAssignment(ISimpleAssignmentOperation assignment)
    {
        Place target = LowerPlace(assignment.Target);
        FrontValue value = Lower(assignment.Value, NameOf(target));
        Write(target, value, assignment);
        return value;
    }

    private FrontValue LowerCompoundAssignment(ICompoundAssignmentOperation assignment)
    {
        if (IsUserOperator(assignment.OperatorMethod, assignment.ConstrainedToType))
        {
            return LowerCompoundOperator(assignment, assignment.OperatorMethod!);
        }

        if (assignment.IsLifted)
        {
            return LiftCompound(assignment);
        }

        Place target = LowerPlace(assignment.Target);
        Operand before = ToOperand(Load(target, "", assignment.Target));
        Operand right = LowerOperand(assignment.Value);

        if (TypeOf(assignment.Target.Type) is not IrType type || before.Type is IrType.Array)
        {
            return RejectType(assignment, assignment.Target.Type);
        }

        IrType computed = IsShift(assignment.OperatorKind) ? Promoted(type) : right.Type;
        string name = computed == type ? NameOf(target) : "";
        Operand left = Convert(before, computed, isChecked: false, assignment, "");
        Operator op = new(assignment, assignment.OperatorKind, assignment.IsChecked);
        FrontValue result = Binary(op, computed, left, right, name);
        FrontValue value = new FrontValue.Leaf(
            Convert(ToOperand(result), type, assignment.IsChecked, assignment, NameOf(target)));
        Write(target, value, assignment);
        return value;
    }

    private static bool IsShift(BinaryOperatorKind kind) =>
        kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;

    /// <summary>The type in which C# computes with a small integer.</summary>
    private static IrType Promoted(IrType type) =>
        type is IrType.Scalar { Kind: >= ScalarKind.Char and <= ScalarKind.UInt16 } ? IrType.Int32 : type;

    private FrontValue LowerIncrement(IIncrementOrDecrementOperation step)
    {
        if (!step.IsLifted && IsOpaqueNumber(Resolve(step.Type)))
        {
            return LowerOpaqueIncrement(step);
        }

        if (!step.IsLifted && step.OperatorMethod is IMethodSymbol own && IsUserOperator(own, step.ConstrainedToType))
        {
            return LowerUserStep(step, own);
        }

        if (IsUserOperator(step.OperatorMethod) || (!step.IsLifted && TypeOf(step.Type) is not IrType.Scalar))
        {
            return Reject(step, Reasons.UserOperator);
        }

        if (step.IsLifted || TypeOf(step.Type) is not IrType.Scalar type)
        {
            return LiftIncrement(step);
        }

        Place target = LowerPlace(step.Target);
        Operand before = ToOperand(Load(target, "", step.Target));
        Operand after = Stepped(step, type, before, NameOf(target));
        Write(target, new FrontValue.Leaf(after), step);
        return new FrontValue.Leaf(step.IsPostfix ? before : after);
    }

    private FrontValue LowerUserStep(IIncrementOrDecrementOperation step, IMethodSymbol method)
    {
        method = Implementation(method, step.ConstrainedToType);

        if (!method.IsStatic)
        {
            return CallOnOperand(method, step.Target, step, []);
        }

        Place target = LowerPlace(step.Target);
        FrontValue before = Load(target, "", step.Target);
        FrontValue after = CallOperator(method, isLifted: false, step, NameOf(target), before);
        Write(target, after, step);
        return step.IsPostfix ? before : after;
    }

    private Operand Stepped(IIncrementOrDecrementOperation step, IrType.Scalar type, Operand before, string name)
    {
        IrType computed = Promoted(type);
        BinaryOperatorKind kind = step.Kind == OperationKind.Increment
            ? BinaryOperatorKind.Add
            : BinaryOperatorKind.Subtract;
        Primitive primitive = OperatorTable.Find(kind, step.IsChecked && type.IsInteger)!;
        Operand left = Convert(before, computed, isChecked: false, step, "");
        Operand sum = Apply(computed, primitive, computed == type ? name : "", left, Constant.One(computed));
        return Convert(sum, type, step.IsChecked, step, name);
    }

    private FrontValue LowerDeconstruction(IDeconstructionAssignmentOperation assignment)
    {
        IOperation target = assignment.Target is IDeclarationExpressionOperation declaration
            ? declaration.Expression
            : assignment.Target;

        if (target is not ITupleOperation tuple)
        {
            return Reject(assignment, Reasons.Expression(assignment));
        }

        List<(Place Place, ITypeSymbol? Type)> places = [];
        Collect(tuple, places);
        FrontValue value = LowerDeconstructed(assignment, tuple, places);
        List<FrontValue> elements = [];
        Flatten(value, tuple, elements);

        if (elements.Count != places.Count)
        {
            return Reject(assignment, Reasons.Expression(assignment));
        }

        for (int i = 0; i < places.Count; i++)
        {
            Write(places[i].Place, ConvertTo(elements[i], places[i].Type, assignment), assignment);
        }

        return value;
    }

    /// <summary>Elements of a tuple literal get the names of what they are assigned to.</summary>
    private FrontValue LowerDeconstructed(
        IDeconstructionAssignmentOperation assignment, ITupleOperation target,
        List<(Place Place, ITypeSymbol? Type)> places)
    {
        IOperation value = assignment.Value;

        if (Resolve(value.Type) is not INamedTypeSymbol { IsTupleType: true } && value is not ITupleOperation)
        {
            FrontValue whole = Lower(value);
            return whole is not FrontValue.Error && Resolve(value.Type) is INamedTypeSymbol type
                ? Deconstruct(whole, type, target.Elements.Length, assignment)
                : FrontValue.Reported;
        }

        bool isFlat = places.Count == target.Elements.Length;

        if (!isFlat || WithoutImplicitConversions(value) is not ITupleOperation literal
            || literal.Elements.Length != places.Count)
        {
            return Lower(value);
        }

        return new FrontValue.Aggregate(
            [.. literal.Elements.Select((element, i) => Lower(element, NameOf(places[i].Place)))]);
    }

    private void Collect(ITupleOperation target, List<(Place Place, ITypeSymbol? Type)> places)
    {
        foreach (IOperation element in target.Elements)
        {
            if (element is ITupleOperation inner)
            {
                Collect(inner, places);
            }
            else
            {
                places.Add((LowerPlace(element), element.Type));
            }
        }
    }

    /// <summary>Assigns the parts of a value that is there already.</summary>
    private void AssignParts(ITupleOperation target, FrontValue value, ITypeSymbol? type, IOperation origin)
    {
        FrontValue parts = Resolve(type) is INamedTypeSymbol { IsTupleType: false } own && value is not FrontValue.Error
            ? Deconstruct(value, own, target.Elements.Length, origin)
            : value;
        ITypeSymbol?[] types = Resolve(type) is INamedTypeSymbol { IsTupleType: true } tuple
            ? [.. tuple.TupleElements.Select(static e => e.Type)]
            : [.. target.Elements.Select(static e => e.Type)];

        if (parts is not FrontValue.Aggregate aggregate || aggregate.Elements.Count != target.Elements.Length)
        {
            if (parts is not FrontValue.Error)
            {
                Reject(origin, Reasons.Expression(origin));
            }

            return;
        }

        for (int i = 0; i < target.Elements.Length; i++)
        {
            if (target.Elements[i] is ITupleOperation inner)
            {
                AssignParts(inner, aggregate.Elements[i], types[i], origin);
            }
            else
            {
                Place place = LowerPlace(target.Elements[i]);
                Write(place, ConvertTo(aggregate.Elements[i], target.Elements[i].Type, origin), origin);
            }
        }
    }

    private static void Flatten(FrontValue value, ITupleOperation target, List<FrontValue> elements)
    {
        if (value is not FrontValue.Aggregate aggregate)
        {
            return;
        }

        for (int i = 0; i < aggregate.Elements.Count && i < target.Elements.Length; i++)
        {
            if (target.Elements[i] is ITupleOperation inner)
            {
                Flatten(aggregate.Elements[i], inner, elements);
            }
            else
            {
                elements.Add(aggregate.Elements[i]);
            }
        }
    }

    private FrontValue ConvertTo(FrontValue value, ITypeSymbol? type, IOperation origin) =>
        Underlying(type) is ITypeSymbol underlying && value is FrontValue.Leaf or FrontValue.Aggregate
            && !IsWrapped(value, type!, underlying)
            ? Wrap(type, ConvertTo(value, underlying, origin))
            : value is FrontValue.Leaf { Operand: { Type: IrType.Scalar } operand } && TypeOf(type) is IrType.Scalar target
            ? new FrontValue.Leaf(Convert(operand, target, isChecked: false, origin, ""))
            : value;
}
