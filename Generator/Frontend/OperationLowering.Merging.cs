using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>What variables hold where two paths meet.</summary>
internal sealed partial class OperationLowering
{
    private List<FrontValue?> Merge(Meeting meeting, List<FrontValue?> then, List<FrontValue?> otherwise)
    {
        (then, otherwise) = Align(then, otherwise);
        int count = Math.Max(then.Count, otherwise.Count);
        List<FrontValue?> merged = new(count);

        for (int i = 0; i < count && i < _variables.Count; i++)
        {
            Variable variable = _variables[i];
            merged.Add(Merge(
                meeting, variable, variable.Name, then.ElementAtOrDefault(i), otherwise.ElementAtOrDefault(i)));
        }

        return merged;
    }

    /// <summary>One of two values by a condition; nothing else depends on it.</summary>
    private FrontValue Select(Operand condition, string name, FrontValue then, FrontValue otherwise)
    {
        if (condition is Constant known)
        {
            return known.Bits != 0 ? then : otherwise;
        }

        Meeting meeting = new(condition);
        FrontValue value = Merge(meeting, _heap, name, then, otherwise)!;
        Finish(meeting, Block.Empty, Block.Empty);
        return value;
    }

    private FrontValue? Merge(
        Meeting meeting, Variable variable, string name, FrontValue? then, FrontValue? otherwise)
    {
        if (ReferenceEquals(then, otherwise))
        {
            return then;
        }

        FrontValue first = then ?? Unset(variable, otherwise!);
        FrontValue second = otherwise ?? Unset(variable, then!);
        return Join(name, first, second);

        FrontValue Join(string whole, FrontValue one, FrontValue other) =>
            one.Zip(whole, other, (leaf, a, b) => Merge(meeting, variable, leaf, a, b), Mismatch);

        FrontValue? Mismatch(string part, FrontValue one, FrontValue other) => (one, other) switch
        {
            (FrontValue.Missing, _) => Join(part, Unset(variable, other), other),
            (_, FrontValue.Missing) => Join(part, one, Unset(variable, one)),
            _ when References.Are(one) && References.Are(other) =>
                References.Join(one, other, (a, b) => Merge(meeting, variable, "", a, b)),
            _ when IsChoice(one, other) => new FrontValue.Choice(
                meeting.Condition,
                Join(part, one, Unset(variable, one)),
                Join(part, Unset(variable, other), other)),
            _ => null,
        };
    }

    /// <summary>Code is not merged: which one it is stays open until it runs.</summary>
    private bool IsChoice(FrontValue then, FrontValue otherwise) =>
        IsCode(then) && IsCode(otherwise) && (HasDeferred(then) || HasDeferred(otherwise));

    private bool IsCode(FrontValue value) => value switch
    {
        FrontValue.Deferred => true,
        FrontValue.Reference { Cell: < 0 } => true,
        FrontValue.Choice choice => IsCode(choice.Then) && IsCode(choice.Otherwise),
        _ => AsSequence(value) is not null,
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
