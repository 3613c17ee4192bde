using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>What variables hold where two paths meet.</summary>
internal sealed partial class OperationLowering
{
    private List<FrontValue?> Merge(Meeting meeting, List<FrontValue?> then, List<FrontValue?> otherwise)
    {
        int count = Math.Max(then.Count, otherwise.Count);
        List<FrontValue?> merged = new(count);

        for (int i = 0; i < count && i < _variables.Count; i++)
        {
            merged.Add(Merge(meeting, _variables[i], then.ElementAtOrDefault(i), otherwise.ElementAtOrDefault(i)));
        }

        return merged;
    }

    private FrontValue? Merge(Meeting meeting, Variable variable, FrontValue? then, FrontValue? otherwise)
    {
        if (ReferenceEquals(then, otherwise))
        {
            return then;
        }

        FrontValue first = then ?? Unset(variable, otherwise!);
        FrontValue second = otherwise ?? Unset(variable, then!);
        return IsChoice(first, second)
            ? new FrontValue.Choice(
                meeting.Condition,
                Join(first, Unset(variable, first)),
                Join(Unset(variable, second), second))
            : Join(first, second);

        FrontValue Join(FrontValue one, FrontValue other) =>
            one.Zip(variable.Name, other, (name, a, b) => Merge(meeting, variable, name, a, b));
    }

    /// <summary>Code is not merged: which one it is stays open until it runs.</summary>
    private static bool IsChoice(FrontValue then, FrontValue otherwise) => (then, otherwise) switch
    {
        (FrontValue.Error, _) or (_, FrontValue.Error) => false,
        (FrontValue.Deferred first, FrontValue.Deferred second) => !first.Code.Equals(second.Code),
        (FrontValue.Choice or FrontValue.Deferred, _) or (_, FrontValue.Choice or FrontValue.Deferred) =>
            !then.Equals(otherwise),
        _ => false,
    };

    private Operand Merge(Meeting meeting, Variable variable, string name, Operand then, Operand otherwise)
    {
        if (then.Equals(otherwise))
        {
            return then;
        }

        if (then is Constant { Kind: ScalarKind.Boolean } known && otherwise is Constant)
        {
            return known.Bits != 0
                ? meeting.Condition
                : meeting.Invert(_builder.Fresh(IrType.Boolean, name), PrimitiveTable.Not);
        }

        return meeting.Add(_builder.Fresh(JoinedType(variable, then), name), then, otherwise);
    }

    /// <summary>An array and a span of it can meet in a variable that is a span.</summary>
    private IrType JoinedType(Variable variable, Operand operand) =>
        operand.Type is IrType.Array && TypeOf(variable.Type) is IrType.Array declared ? declared : operand.Type;

    private static FrontValue Unset(Variable variable, FrontValue other) => variable.IsFlag
        ? new FrontValue.Leaf(Constant.False)
        : other.Map(static operand => operand.Type is IrType.Scalar
            ? Constant.Zero(operand.Type)
            : new Literal("default", operand.Type));
}
