using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Calls that are not inlined: somebody else knows the derivative.</summary>
internal sealed partial class ReverseMode
{
    /// <summary>Whether a call takes derivatives from its arguments to what it gives.</summary>
    private bool IsActive(Statement.Call call) =>
        call.Results.Concat(Effects.ArraysWrittenBy(call)).Any(_activity.IsActive);

    private void Reverse(Statement.Call call, Adjoints adjoints)
    {
        if (!IsActive(call))
        {
            return;
        }

        Operand[] given = [.. call.Results.Where(static r => r.Type.IsFloating).Select(r => adjoints.Take(r) ?? Constant.Zero(r.Type))];
        Operand[] scalars = [.. call.Arguments.Where(static o => o.Type.IsFloating)];
        Operand[] shadows = [.. call.Arguments.Where(static o => o.Type.IsFloatingArray).Select(ShadowOrScratch)];
        Value[] results = [.. scalars.Select(o => _builder.Fresh(o.Type, o is Value v ? AdjointName(v) : ""))];
        _builder.Add(new Statement.Pull(
            call.Routine, given.ToEquatable(), shadows.ToEquatable(), results.ToEquatable(), _records!));

        for (int i = 0; i < scalars.Length; i++)
        {
            AddTo(adjoints, scalars[i], results[i]);
        }
    }

    /// <summary>The routine adds to memory for every array; for one that is held constant nobody reads it.</summary>
    private Operand ShadowOrScratch(Operand array) =>
        array is Value value && _shadows.TryGetValue(value.Id, out Operand? shadow)
            ? shadow
            : _builder.Let(
                ((IrType.Array)array.Type) with { Kind = ArrayKind.Array }, new Expr.NewArray(Lengths(array)));

    /// <summary>A user's rule is a method of scalars that returns one number, or a tuple.</summary>
    private void Reverse(Expr.Invoke call, Operand adjoint, Adjoints adjoints)
    {
        bool givesAdjoints = call.Callee.Rule == CalleeRule.Adjoints;
        EquatableArray<Operand> arguments = givesAdjoints ? [.. call.Arguments, adjoint] : call.Arguments;
        string list = string.Join(", ", Enumerable.Range(0, arguments.Count).Select(static i => $"{{{i}}}"));
        string rule = $"{call.Callee.RuleMethod}({list})";
        int count = call.Callee.Differentiable.Count(static d => d);
        Value? tuple = count == 1 ? null : _builder.Let(TupleType(call), new Expr.Verbatim(rule, arguments), "slopes");
        int item = 0;

        for (int i = 0; i < call.Arguments.Count; i++)
        {
            if (!call.Callee.Differentiable[i])
            {
                continue;
            }

            Expr.Verbatim part = tuple is null
                ? new Expr.Verbatim(rule, arguments)
                : new Expr.Verbatim($"{{0}}.Item{++item}", [tuple]);
            IrType type = call.Arguments[i].Type;
            Operand slope = _builder.Let(type, part);
            AddTo(adjoints, call.Arguments[i], givesAdjoints ? slope : Scaled(slope, adjoint));
        }
    }

    private Value Scaled(Operand slope, Operand adjoint) =>
        _builder.Relaxed(slope.Type, Derivatives.PrimitiveTable.SteepMultiply, slope, Converted(adjoint, slope.Type));

    private Operand Converted(Operand operand, IrType type) =>
        operand.Type == type ? operand : _builder.Relaxed(type, Derivatives.PrimitiveTable.Convert, operand);

    private static IrType.Opaque TupleType(Expr.Invoke call) => new(
        "(" + string.Join(", ", call.Arguments.Where((_, i) => call.Callee.Differentiable[i]).Select(static o =>
            o.Type == IrType.Single ? "float" : "double")) + ")");
}
