using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>References to variables: chosen by a condition, returned by methods, assigned anew.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>How many branches and loops are around what is lowered.</summary>
    private int _nesting;

    private (int Nesting, int Open) Surroundings => (_nesting, _open.Count);

    private Place ChosenPlace(IConditionalOperation choice)
    {
        if (!IsSteady(choice.WhenTrue) || !IsSteady(choice.WhenFalse!))
        {
            Reject(choice, Reasons.RefChoice);
            return new Place.Discard();
        }

        Operand condition = LowerOperand(choice.Condition);
        return new Place.Either(
            condition, LowerPlace(choice.WhenTrue), LowerPlace(choice.WhenFalse!), Resolve(choice.Type)!);
    }

    /// <summary>Whether finding a place does nothing and cannot fail.</summary>
    private static bool IsSteady(IOperation place) => place switch
    {
        ILocalReferenceOperation { IsDeclaration: false } or IParameterReferenceOperation => true,
        IFieldReferenceOperation { Field.IsStatic: false, Instance: { Type.IsValueType: true } whole } => IsSteady(whole),
        IArrayElementReferenceOperation element => IsSteady(element.ArrayReference)
            && element.Indices.All(static index => index.ConstantValue.HasValue || IsSteady(index)),
        IConditionalOperation { IsRef: true, WhenFalse: IOperation otherwise } choice =>
            IsSteady(choice.WhenTrue) && IsSteady(otherwise),
        _ => false,
    };

    private Place ReturnedPlace(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;

        if (_bodies.Of(method) is not IOperation body)
        {
            RejectCall(call);
            return new Place.Discard();
        }

        bool isPlain = call.Instance is null && !_bodies.Calls.IsRecursive(method)
            && body.Descendants().Count(static part => part is IReturnOperation) == 1;

        if (!isPlain || CountInlined(method, call) is not null)
        {
            Reject(call, Reasons.UnusualMethod);
            return new Place.Discard();
        }

        CallFrame caller = _frame;
        CallFrame? run = null;
        Run(body, new Activation(method, BindArguments(method, call.Arguments), "", Prepare));
        return run?.ReturnedPlace ?? new Place.Discard();

        void Prepare(CallFrame frame)
        {
            if (method.MethodKind == MethodKind.LocalFunction)
            {
                frame.Surround(caller);
            }

            AddTypeArguments(frame, method);
            frame.Start = Surroundings;
            run = frame;
        }
    }

    private void ReturnPlace(IReturnOperation returned)
    {
        if (_frame.Start == Surroundings)
        {
            _frame.ReturnedPlace = LowerPlace(returned.ReturnedValue!);
            Exit(_frame.Returned);
        }
        else
        {
            Reject(returned, Reasons.UnusualMethod);
        }
    }

    private FrontValue AssignReference(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not ILocalReferenceOperation { Local: ILocalSymbol local }
            || !_refLocals.TryGetValue(local, out (int Nesting, int Open) declared) || declared != Surroundings)
        {
            return Reject(assignment, Reasons.RefAssignment);
        }

        Place place = LowerPlace(assignment.Value);
        _frame.Places[local] = place;
        return Load(place, "", assignment);
    }

    /// <summary>Where each <c>ref</c> local was declared: elsewhere, paths could disagree on what it stands for.</summary>
    private readonly Dictionary<ISymbol, (int Nesting, int Open)> _refLocals = new(SymbolEqualityComparer.Default);
}
