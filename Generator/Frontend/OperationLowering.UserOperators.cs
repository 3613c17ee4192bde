using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Operators, comparisons and deconstructions of structs.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue CallOperator(
        IMethodSymbol target, bool isLifted, IOperation operation, string name, params FrontValue[] operands)
    {
        if (operands.Any(static operand => operand is FrontValue.Error))
        {
            return FrontValue.Reported;
        }

        if (isLifted)
        {
            return Lift(
                target.Name, operation.Type, name, operands,
                values => CallOperator(target, isLifted: false, operation, "", values));
        }

        if (LowerOpaqueOperator(target, operation, name, operands) is FrontValue opaque)
        {
            return opaque;
        }

        if (NumericTypes.IsKnown(target.ContainingType))
        {
            return LowerNumeric(target, operands, operation, name);
        }

        if (target.IsImplicitlyDeclared && target.Name is "op_Equality" or "op_Inequality"
            && operands is [FrontValue.Aggregate left, FrontValue.Aggregate right])
        {
            return Compare(left, right, target.Name == "op_Equality", operation);
        }

        // A number of the library's own, as Half: its operators and conversions have no source.
        if (target.DeclaringSyntaxReferences.IsEmpty)
        {
            return RejectType(operation, target.ContainingType);
        }

        return Obstacle(target, operation) ?? InlineBound(
            target,
            [.. target.OriginalDefinition.Parameters.Select((p, i) => new BoundArgument(p, null, operands[i]))],
            operation, name);
    }

    /// <summary>The operator that an interface promises is that of the type that stands for the parameter.</summary>
    private IMethodSymbol Implementation(IMethodSymbol method, ITypeSymbol? constrained) =>
        constrained is not null && FindImplementation(Resolve(constrained), method) is IMethodSymbol own ? own : method;

    // What the compiler writes for records: fields compared as EqualityComparer does, to which two NaNs are equal.
    private FrontValue Compare(
        FrontValue.Aggregate left, FrontValue.Aggregate right, bool equal, IOperation operation)
    {
        Operand[] pairs = [.. Leaves(left).Zip(Leaves(right), (a, b) => (Operand)Let(
            IrType.Boolean, new Expr.Verbatim("{0}.Equals({1})", [a, b])))];

        if (Leaves(left).Concat(Leaves(right)).Any(static leaf => leaf.Type is not IrType.Scalar) || pairs.Length == 0)
        {
            return Reject(operation, Reasons.UserOperator);
        }

        Operand all = pairs.Aggregate((a, b) =>
            Apply(IrType.Boolean, OperatorTable.Find(BinaryOperatorKind.And, isChecked: false)!, "", a, b));
        return new FrontValue.Leaf(equal ? all : Not((Value)all));
    }

    /// <summary>Tuples are equal if their elements are, one by one.</summary>
    private FrontValue CompareTuples(ITupleBinaryOperation comparison)
    {
        FrontValue left = Lower(comparison.LeftOperand);
        FrontValue right = Lower(comparison.RightOperand);

        if (left is FrontValue.Error || right is FrontValue.Error)
        {
            return FrontValue.Reported;
        }

        Operand[] own = [.. Leaves(left)];
        Operand[] its = [.. Leaves(right)];

        if (own.Length != its.Length || own.Concat(its).Any(static leaf => leaf.Type is not IrType.Scalar))
        {
            return Reject(comparison, Reasons.UserOperator);
        }

        Operand all = own.Zip(its, (a, b) => Equal(a, b, comparison)).Aggregate((a, b) =>
            Apply(IrType.Boolean, OperatorTable.Find(BinaryOperatorKind.And, isChecked: false)!, "", a, b));
        return new FrontValue.Leaf(comparison.OperatorKind == BinaryOperatorKind.Equals ? all : Opposite(all));
    }

    // Numbers of two types are compared as the wider one.
    private Operand Equal(Operand left, Operand right, IOperation origin)
    {
        IrType type = left.Type == right.Type ? left.Type
            : left.Type == IrType.Double || right.Type == IrType.Double ? IrType.Double
            : left.Type.IsFloating || right.Type.IsFloating ? IrType.Single
            : new IrType.Scalar(ScalarKind.Int64);
        return ToOperand(Binary(
            new Operator(origin, BinaryOperatorKind.Equals, IsChecked: false), IrType.Boolean,
            Convert(left, type, isChecked: false, origin, ""), Convert(right, type, isChecked: false, origin, ""), ""));
    }

    private static IEnumerable<Operand> Leaves(FrontValue value) => value switch
    {
        FrontValue.Leaf leaf => [leaf.Operand],
        FrontValue.Aggregate aggregate => aggregate.Elements.SelectMany(Leaves),
        FrontValue.Columns columns => Leaves(columns.Parts),
        _ => [new Literal("default", new IrType.Opaque(""))],
    };

    private FrontValue LowerCompoundOperator(ICompoundAssignmentOperation assignment, IMethodSymbol method)
    {
        method = Implementation(method, assignment.ConstrainedToType);

        if (!method.IsStatic)
        {
            return CallOnOperand(method, assignment.Target, assignment, [assignment.Value]);
        }

        Place target = LowerPlace(assignment.Target);
        FrontValue before = Load(target, "", assignment.Target);
        FrontValue right = Lower(assignment.Value);

        if (before is FrontValue.Error || right is FrontValue.Error)
        {
            return FrontValue.Reported;
        }

        FrontValue left = assignment.IsLifted ? before : ConvertTo(before, method.Parameters[0].Type, assignment);
        FrontValue result = CallOperator(method, assignment.IsLifted, assignment, NameOf(target), left, right);
        FrontValue value = ConvertTo(result, assignment.Target.Type, assignment);
        Write(target, value, assignment);
        return value;
    }

    /// <summary>In C# 14 an operator can change its operand itself: it is a method of it.</summary>
    private FrontValue CallOnOperand(
        IMethodSymbol method, IOperation target, IOperation origin, IReadOnlyList<IOperation> arguments)
    {
        if (Obstacle(method, origin) is FrontValue refused)
        {
            return refused;
        }

        Place place = LowerPlace(target);
        FrontValue before = Load(place, "", target);
        List<BoundArgument> bound =
            [.. arguments.Select((value, i) => new BoundArgument(Written(method).Parameters[i], null, Lower(value)))];

        if (before is FrontValue.Error || bound.Any(static b => b.Value is FrontValue.Error))
        {
            return FrontValue.Reported;
        }

        if (References.Are(before))
        {
            Each(before, type: null, "", origin, cell =>
                FindTarget(method, cell.Type, isVirtual: true) is IMethodSymbol own
                    ? InlineBound(own, Rebind(own, bound), origin, "", new Receiver(cell, null))
                    : RejectTarget(origin, cell.Type));
        }
        else
        {
            InlineBound(method, bound, origin, "", new Receiver(place, null));
        }

        return Load(place, "", target);
    }

    /// <summary>What <c>Deconstruct</c> hands out.</summary>
    private FrontValue Deconstruct(FrontValue value, INamedTypeSymbol type, int count, IOperation origin)
    {
        IMethodSymbol? method = type.GetMembers("Deconstruct").OfType<IMethodSymbol>()
            .FirstOrDefault(m => !m.IsStatic && m.Parameters.Length == count);

        if (method is null)
        {
            return Reject(origin, Reasons.Expression(origin));
        }

        Place self = value is FrontValue.Reference ? CellOf(value, origin) ?? new Place.Discard() : new Place.Fixed(value);

        if (method.IsImplicitlyDeclared)
        {
            return new FrontValue.Aggregate([.. method.Parameters.Select(p => Positional(type, p.Name, self, origin))]);
        }

        int scope = _variables.Count;
        Variable[] results = [.. method.Parameters.Select(p => Declare(p.Name, p.Type))];
        InlineBound(
            method,
            [.. method.OriginalDefinition.Parameters.Select((p, i) => new BoundArgument(p, new Place.Local(results[i]), null))],
            origin, "", new Receiver(value is FrontValue.Reference ? self : null, value));
        FrontValue.Aggregate parts = new([.. results.Select(Read)]);
        Leave(scope);
        return parts;
    }

    private FrontValue Positional(INamedTypeSymbol type, string name, Place self, IOperation origin) =>
        type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is IPropertySymbol property
            && IndexIn(type, property) is int index
            ? Load(PartOf(self, index), "", origin)
            : Reject(origin, Reasons.Expression(origin));
}
