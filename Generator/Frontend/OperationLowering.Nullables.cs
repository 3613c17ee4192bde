using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// What may have no value: whether it has one, and the value, which is the default one wherever there is none.
/// </summary>
internal sealed partial class OperationLowering
{
    private const string NoValue = "new global::System.InvalidOperationException(\"Nullable object must have a value.\")";

    /// <summary>What the parts of conditional accesses are called on, innermost last.</summary>
    private readonly Stack<FrontValue> _accessed = new();

    /// <summary>The type of the value, where there may be none; null for any other type.</summary>
    private ITypeSymbol? Underlying(ITypeSymbol? type) =>
        Resolve(type) is INamedTypeSymbol named && CollectionTypes.IsNullable(named) ? named.TypeArguments[0] : null;

    private static Operand HasValue(FrontValue value) =>
        value is FrontValue.Aggregate { Elements: [FrontValue.Leaf has, ..] } ? has.Operand : Constant.False;

    private static FrontValue ValueOf(FrontValue value) =>
        value is FrontValue.Aggregate { Elements: [_, FrontValue own] } ? own : FrontValue.Reported;

    private FrontValue Wrap(ITypeSymbol? nullable, FrontValue value) => value is FrontValue.Error
        ? value
        : new FrontValue.Aggregate([new FrontValue.Leaf(Constant.True), value], LayoutOf(nullable)!.Names);

    /// <summary>Whether a value of that type, or of the type below it, is in the form of what may be missing.</summary>
    private bool IsWrapped(FrontValue value, ITypeSymbol nullable, ITypeSymbol underlying) =>
        value is FrontValue.Aggregate { Elements: [_, FrontValue inner] } own
        && own.Names == LayoutOf(nullable)!.Names
        && (inner is FrontValue.Leaf) == (TypeOf(underlying) is not null);

    private void ThrowUnless(Operand condition, string exception) => Branch(
        condition,
        static () => { },
        () =>
        {
            Emit(new Statement.Throw(exception, []));
            _flow = Flow.Thrown;
        });

    /// <summary>A conversion to, from or between types that may have no value; null for any other.</summary>
    private FrontValue? ConvertNullable(IConversionOperation conversion, FrontValue value)
    {
        ITypeSymbol? from = Underlying(conversion.Operand.Type);

        if (Underlying(conversion.Type) is not ITypeSymbol to)
        {
            if (from is null || !IsValueType(conversion.Type))
            {
                return null;
            }

            ThrowUnless(HasValue(value), NoValue);
            return _flow == Flow.Live ? ConvertPresent(conversion, ValueOf(value), from, conversion.Type!) : ZeroOf(conversion.Type);
        }

        if (value is FrontValue.Reference)
        {
            return ZeroOf(conversion.Type);
        }

        // Zero stays zero, so that what is missing needs no branch.
        return from is not null && value is FrontValue.Aggregate missing
            ? missing.With(1, ConvertPresent(conversion, ValueOf(value), from, to))
            : Wrap(conversion.Type, ConvertPresent(conversion, value, conversion.Operand.Type!, to));
    }

    private bool IsValueType(ITypeSymbol? type) => Resolve(type) is { IsValueType: true };

    private FrontValue ConvertPresent(IConversionOperation conversion, FrontValue value, ITypeSymbol from, ITypeSymbol to)
    {
        if (value is FrontValue.Leaf { Operand: Operand operand } && TypeOf(to) is IrType target)
        {
            return new FrontValue.Leaf(Convert(operand, target, conversion.IsChecked, conversion, ""));
        }

        return value is FrontValue.Error || SymbolEqualityComparer.Default.Equals(Resolve(from), Resolve(to))
            || (value is FrontValue.Aggregate && conversion.Operand is ITupleOperation)
            ? value
            : RejectType(conversion, conversion.Type);
    }

    /// <summary>An operator on values some of which may be missing, as C# lifts it.</summary>
    private FrontValue Lift(
        string kind, ITypeSymbol? type, string name, FrontValue[] operands, Func<FrontValue[], FrontValue> compute)
    {
        if (operands.Any(static operand => operand is FrontValue.Error))
        {
            return FrontValue.Reported;
        }

        Operand[] present = [.. operands.Select(HasValue)];
        Operand all = present.Aggregate(AllOf);

        if (Underlying(type) is not null)
        {
            return BranchValue(all, type!, name, () => Wrap(type, Compute()), () => ZeroOf(type));
        }

        if (kind is not ("op_Equality" or "op_Inequality"))
        {
            return new FrontValue.Leaf(Both(all, () => ToOperand(Compute())));
        }

        // Equal are two values that are, and two that are missing.
        bool isEqual = kind == "op_Equality";
        Operand none = Opposite(present.Aggregate(Either));
        return BranchValue(
            all, type!, name, Compute, () => new FrontValue.Leaf(isEqual ? none : Opposite(none)));

        FrontValue Compute() => compute([.. operands.Select(ValueOf)]);
    }

    private Operand AllOf(Operand left, Operand right) =>
        left is Constant known ? known.Bits == 0 ? known : right
            : right is Constant other ? other.Bits == 0 ? other : left
            : Apply(IrType.Boolean, OperatorTable.Find(BinaryOperatorKind.And, isChecked: false)!, "", left, right);

    private FrontValue LiftBinary(IBinaryOperation operation, FrontValue left, FrontValue right, string name)
    {
        if (TypeOf(Underlying(operation.Type) ?? operation.Type) is not IrType type)
        {
            return RejectType(operation, operation.Type);
        }

        // With truth values that may be missing, one operand can decide.
        if (type == IrType.Boolean && operation.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.Or)
        {
            return DecideByOne(operation, left, right);
        }

        string kind = operation.OperatorKind switch
        {
            BinaryOperatorKind.Equals => "op_Equality",
            BinaryOperatorKind.NotEquals => "op_Inequality",
            _ => "",
        };
        Operator op = new(operation, operation.OperatorKind, operation.IsChecked);
        return Lift(kind, operation.Type, name, [left, right], values =>
            values is [FrontValue.Leaf first, FrontValue.Leaf second]
                ? Binary(op, type, first.Operand, second.Operand, "")
                : Reject(operation, Reasons.UserOperator));
    }

    /// <summary>Whether there is the value that is compared with null; null for any other comparison.</summary>
    private Operand? TestedForMissing(IBinaryOperation comparison, FrontValue left, FrontValue right) =>
        (left, right) switch
        {
            (FrontValue.Aggregate value, FrontValue.Reference { Cell: < 0 })
                when Underlying(comparison.LeftOperand.Type) is not null => HasValue(value),
            (FrontValue.Reference { Cell: < 0 }, FrontValue.Aggregate value)
                when Underlying(comparison.RightOperand.Type) is not null => HasValue(value),
            _ => null,
        };

    private FrontValue DecideByOne(IBinaryOperation operation, FrontValue left, FrontValue right)
    {
        Operand first = ToOperand(ValueOf(left));
        Operand second = ToOperand(ValueOf(right));
        Operand both = AllOf(HasValue(left), HasValue(right));
        bool isOr = operation.OperatorKind == BinaryOperatorKind.Or;
        Operand value = isOr ? Either(first, second) : AllOf(first, second);
        Operand decided = isOr
            ? value
            : Either(AllOf(HasValue(left), Opposite(first)), AllOf(HasValue(right), Opposite(second)));
        return new FrontValue.Aggregate(
            [new FrontValue.Leaf(Either(both, decided)), new FrontValue.Leaf(value)], LayoutOf(operation.Type)!.Names);
    }

    private FrontValue LiftCompound(ICompoundAssignmentOperation assignment)
    {
        Place target = LowerPlace(assignment.Target);
        FrontValue before = Load(target, "", assignment.Target);
        FrontValue right = Lower(assignment.Value);
        ITypeSymbol? type = assignment.Target.Type;

        if (TypeOf(Underlying(type)) is not IrType.Scalar { Kind: not ScalarKind.Boolean } element
            || Underlying(assignment.Value.Type) is not ITypeSymbol given || TypeOf(given) is not IrType.Scalar added)
        {
            return RejectType(assignment, type);
        }

        IrType computed = IsShift(assignment.OperatorKind) ? Promoted(element) : added;
        Operator op = new(assignment, assignment.OperatorKind, assignment.IsChecked);
        FrontValue value = Lift("", type, NameOf(target), [before, right], values =>
        {
            Operand own = Convert(ToOperand(values[0]), computed, isChecked: false, assignment, "");
            FrontValue result = Binary(op, computed, own, ToOperand(values[1]), "");
            return new FrontValue.Leaf(Convert(ToOperand(result), element, assignment.IsChecked, assignment, ""));
        });
        Write(target, value, assignment);
        return value;
    }

    private FrontValue LiftIncrement(IIncrementOrDecrementOperation step)
    {
        Place target = LowerPlace(step.Target);
        FrontValue before = Load(target, "", step.Target);

        if (TypeOf(Underlying(step.Type)) is not IrType.Scalar type)
        {
            return RejectType(step, step.Type);
        }

        FrontValue after = Lift("", step.Type, NameOf(target), [before], values =>
            new FrontValue.Leaf(Stepped(step, type, ToOperand(values[0]), "")));
        Write(target, after, step);
        return step.IsPostfix ? before : after;
    }

    private FrontValue LowerCoalesce(ICoalesceOperation choice, string name)
    {
        FrontValue value = Lower(choice.Value);
        Predeclare(choice.WhenNull);

        return value switch
        {
            FrontValue.Error => value,
            FrontValue.Aggregate when Underlying(choice.Value.Type) is not null => BranchValue(
                HasValue(value), choice.Type!, name,
                () => ConvertTo(ValueOf(value), choice.Type, choice), () => Lower(choice.WhenNull)),
            _ => IsThere(value, choice) is Operand there
                ? BranchValue(there, choice.Type!, name, () => value, () => Lower(choice.WhenNull))
                : FrontValue.Reported,
        };
    }

    /// <summary>Whether a reference is to anything; null where it was reported.</summary>
    private Operand? IsThere(FrontValue value, IOperation origin)
    {
        switch (value)
        {
            case FrontValue.Reference or FrontValue.Choice when References.Are(value):
                return Test(value, origin, static reference => Constant.Of(reference.Cell >= 0));
            case FrontValue.Leaf { Operand: Literal { Text: "null" or "default" } }:
                return Constant.False;
            case FrontValue.Leaf { Operand: Value made } when _lengths.ContainsKey(made.Id):
                return Constant.True;
            case FrontValue.Leaf { Operand: { Type: IrType.Array or IrType.Opaque } memory }:
                return Let(IrType.Boolean, new Expr.Verbatim("{0} != null", [memory]));
            case FrontValue.Columns or FrontValue.Rows:
                return IsThere(new FrontValue.Leaf(FirstArray(value)), origin);
            case FrontValue.Deferred or FrontValue.Choice:
                return Constant.True;
            case FrontValue.Error:
                return null;
            default:
                Reject(origin, Reasons.Undecided);
                return null;
        }
    }

    private FrontValue LowerCoalesceAssignment(ICoalesceAssignmentOperation assignment)
    {
        Place target = LowerPlace(assignment.Target);

        if (target is Place.Property)
        {
            return Reject(assignment, Reasons.Expression(assignment));
        }

        FrontValue before = Load(target, "", assignment.Target);
        bool isNullable = before is FrontValue.Aggregate && Underlying(assignment.Target.Type) is not null;

        if ((isNullable ? HasValue(before) : IsThere(before, assignment)) is not Operand there)
        {
            return FrontValue.Reported;
        }

        Predeclare(assignment.Value);
        FrontValue after = BranchValue(
            there, assignment.Target.Type!, NameOf(target),
            () => before, () => ConvertTo(Lower(assignment.Value), assignment.Target.Type, assignment));
        Write(target, after, assignment);
        return isNullable && Underlying(assignment.Type) is null ? ValueOf(after) : after;
    }

    private FrontValue LowerConditionalAccess(IConditionalAccessOperation access, string name)
    {
        FrontValue whole = Lower(access.Operation);
        bool isNullable = whole is FrontValue.Aggregate && Underlying(access.Operation.Type) is not null;

        if ((isNullable ? HasValue(whole) : IsThere(whole, access)) is not Operand there)
        {
            return FrontValue.Reported;
        }

        Predeclare(access.WhenNotNull);

        if (access.Type is not { SpecialType: not SpecialType.System_Void } type)
        {
            Branch(there, () => Inner(), static () => { });
            return FrontValue.Nothing;
        }

        return BranchValue(there, type, name, () => ConvertTo(Inner(), type, access), () => ZeroOf(type));

        FrontValue Inner()
        {
            _accessed.Push(isNullable ? ValueOf(whole) : whole);
            FrontValue value = Lower(access.WhenNotNull);
            _accessed.Pop();
            return value;
        }
    }
}
