using System.Runtime.CompilerServices;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Expressions: each gives a value and leaves its effects in the environment and the block being built.
/// </summary>
internal sealed partial class OperationLowering
{
    private Operand LowerOperand(IOperation expression, string name = "") => ToOperand(Lower(expression, name));

    /// <summary>Lowers an expression; what computes its value is called <paramref name="name"/>.</summary>
    private FrontValue Lower(IOperation expression, string name = "")
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();

        if (expression.ConstantValue is { HasValue: true } constant)
        {
            return ConstantReader.Read(constant.Value, Resolve(expression.Type)) is Operand literal
                ? new FrontValue.Leaf(literal)
                : constant.Value is null && Underlying(expression.Type) is not null
                    ? ZeroOf(expression.Type)
                : constant.Value is null && FindZeroMemory(expression.Type) is FrontValue none ? none
                : constant.Value is null && Resolve(expression.Type) is null or { IsReferenceType: true }
                    ? FrontValue.Null
                    : RejectType(expression, expression.Type);
        }

        if (IsIndex(expression) && (expression is IUnaryOperation || !ReferenceEquals(WithoutIndexConversion(expression), expression)))
        {
            return LowerIndexValue(expression);
        }

        if (expression is IBinaryOperation comparison && TestedForNull(comparison) is IOperation tested)
        {
            return LowerNullTest(comparison, tested, name);
        }

        if ((OutsideWorld.Find(expression) ?? Unfollowed.Find(expression)) is DiagnosticDescriptor outside)
        {
            Report(outside, expression, TextOf(expression));
            return FrontValue.Reported;
        }

        return expression is IBinaryOperation or IUnaryOperation or IConversionOperation
            ? LowerSpine(expression, name)
            : LowerOther(expression, name);
    }

    private FrontValue LowerOther(IOperation expression, string name) => expression switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => LowerVariable(expression),
        IAssignmentOperation or IIncrementOrDecrementOperation => LowerAssignment(expression, name),
        IConditionalOperation choice => LowerConditional(choice, name),
        IInvocationOperation call => LowerCall(call, name),
        IArrayElementReferenceOperation => Load(LowerPlace(expression), name, expression),
        IPropertyReferenceOperation property => LowerProperty(property, name),
        IFieldReferenceOperation field => LowerField(field),
        IImplicitIndexerReferenceOperation => Load(LowerPlace(expression), name, expression),
        IArrayCreationOperation array => LowerNewArray(array, name),
        ICollectionExpressionOperation collection => LowerCollection(collection, name),
        ITupleOperation tuple => LowerTuple(tuple, name),
        IDefaultValueOperation value when TypeOf(value.Type) is IrType.Scalar => ZeroOf(value.Type),
        IThrowOperation thrown => LowerThrowExpression(thrown),
        ICoalesceOperation choice => LowerCoalesce(choice, name),
        IConditionalAccessOperation access => LowerConditionalAccess(access, name),
        IConditionalAccessInstanceOperation => _accessed.Peek(),
        IDeclarationExpressionOperation declaration => LowerOther(declaration.Expression, name),
        ISwitchExpressionOperation choice => LowerSwitchExpression(choice, name),
        ITupleBinaryOperation comparison => CompareTuples(comparison),
        IIsPatternOperation test => LowerIsPattern(test),
        IIsTypeOperation test => LowerIsType(test),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.PatternInput } => _patternInputs.Peek(),
        IDelegateCreationOperation or IAnonymousFunctionOperation => LowerDelegate(expression),
        IObjectCreationOperation creation => LowerNew(creation, name),
        IWithOperation with => LowerWith(with, name),
        IRangeOperation range => LowerRangeValue(range),
        ITranslatedQueryOperation query => Lower(query.Operation, name),
        IAnonymousObjectCreationOperation creation => LowerAnonymous(creation),
        IInstanceReferenceOperation self => LowerThis(self),
        IDefaultValueOperation value => LowerDefault(value),
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } =>
            LowerStackAlloc(expression, name),
        IInvalidOperation => Invalid(),
        _ => Reject(expression, Reasons.Expression(expression)),
    };

    private FrontValue Invalid()
    {
        MarkInvalid();
        return FrontValue.Reported;
    }

    /// <summary>
    /// Operators that are written in a row lean to the left: the row is walked down and computed on the way back, so
    /// that its length costs no stack.
    /// </summary>
    private FrontValue LowerSpine(IOperation expression, string name)
    {
        Stack<IOperation> spine = new();
        IOperation innermost = expression;
        bool keepsName = true;

        while (!innermost.ConstantValue.HasValue && NextOnSpine(innermost) is IOperation next)
        {
            keepsName &= innermost is IConversionOperation conversion && ChangesNothing(conversion);
            spine.Push(innermost);
            innermost = next;
        }

        FrontValue value = Lower(innermost, keepsName ? name : "");

        while (spine.Count > 0)
        {
            IOperation outer = spine.Pop();
            value = Compute(outer, value, spine.Count == 0 ? name : "");
        }

        return value;
    }

    private bool ChangesNothing(IConversionOperation conversion) =>
        TypeOf(conversion.Type) is IrType type && (type is IrType.Array || type == TypeOf(conversion.Operand.Type));

    private IOperation? NextOnSpine(IOperation operation) => operation switch
    {
        IBinaryOperation binary => TestedForNull(binary) is null ? binary.LeftOperand : null,
        IUnaryOperation unary => unary.Operand,
        IConversionOperation conversion => conversion.Operand,
        _ => null,
    };

    private FrontValue Compute(IOperation operation, FrontValue operand, string name) => operation switch
    {
        IBinaryOperation binary => ComputeBinary(binary, operand, name),
        IUnaryOperation unary => ComputeUnary(unary, operand, name),
        IConversionOperation conversion => ComputeConversion(conversion, operand, name),
        _ => throw new InvalidOperationException("Not an operator."),
    };

    private FrontValue LowerVariable(IOperation reference) => LowerPlace(reference) switch
    {
        Place.Local local => Checked(Read(local.Variable), reference),
        Place place => Load(place, "", reference),
    };

    private FrontValue LowerConditional(IConditionalOperation choice, string name)
    {
        if (choice.IsRef)
        {
            return Load(ChosenPlace(choice), name, choice);
        }

        if (choice.WhenFalse is null || choice.Type is null)
        {
            return Reject(choice, Reasons.Expression(choice));
        }

        Operand condition = LowerOperand(choice.Condition);
        Predeclare(choice.WhenTrue);
        Predeclare(choice.WhenFalse);

        return BranchValue(
            condition, choice.Type, name, () => Lower(choice.WhenTrue), () => Lower(choice.WhenFalse));
    }

    private FrontValue.Aggregate LowerTuple(ITupleOperation tuple, string name) =>
        new([.. tuple.Elements.Select(element => Lower(element, name))]);

    private FrontValue LowerShortCircuit(IBinaryOperation operation, FrontValue left, string name)
    {
        bool isOr = operation.OperatorKind == BinaryOperatorKind.ConditionalOr;
        FrontValue skipped = new FrontValue.Leaf(Constant.Of(isOr));
        Operand condition = ToOperand(left);
        Predeclare(operation.RightOperand);

        return isOr
            ? BranchValue(condition, operation.Type!, name, () => skipped, () => Lower(operation.RightOperand))
            : BranchValue(condition, operation.Type!, name, () => Lower(operation.RightOperand), () => skipped);
    }
}
