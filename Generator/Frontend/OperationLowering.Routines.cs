using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>A method that calls itself, lowered: its parameters and results are numbers and arrays, whatever they stand for.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>
    /// Lowers the method for inputs of one shape, and returns the positions in the state that it changes; null where
    /// diagnostics say why it cannot be. The entry gets the function if it knew of these.
    /// </summary>
    private HashSet<int>? RunRoutine(RoutineCall call, RoutineEntry entry)
    {
        List<Parameter> parameters = [];
        RoutineInputs inputs = call.Inputs.Map((value, position) => value.Map(
            NameOfInput(call, position), (name, operand) => Receive(operand.Type, name, parameters)));
        call.Prepare(this, _frame);
        List<Variable> outs = Enter(call, inputs);

        if (_bodies.Of(call.Method) is not IOperation body)
        {
            return null;
        }

        LowerBody(body, depth: 0);
        CheckInvalid(call.Method);

        if (_invalid is not null || _diagnostics.HasErrors)
        {
            return null;
        }

        FrontValue[] state = StateAfter(call);
        HashSet<int> changed = [.. inputs.State.Select((before, i) => before.Equals(state[i]) ? -1 : i).Where(static i => i >= 0)];

        if (changed.IsSubsetOf(entry.Changed))
        {
            List<(FrontValue Expected, FrontValue Actual)> given = [];

            if (call.Result.Shape is FrontValue result)
            {
                given.Add((result, _values[_frame.Result!.Slot] ?? result));
            }

            given.AddRange(outs.Select((variable, i) => (call.Outs[i].Shape!, Read(variable))));
            given.AddRange(entry.Changed.OrderBy(static i => i).Select(i => (inputs.State[i], state[i])));
            Complete(call, entry, parameters, given);
        }

        return changed;
    }

    private Value Receive(IrType type, string name, List<Parameter> parameters)
    {
        Value value = _builder.Fresh(type, name);
        bool isDifferentiable = type.IsFloating || type.IsFloatingArray;
        parameters.Add(new Parameter(value, isDifferentiable ? ParameterRole.Differentiable : ParameterRole.Constant));
        return value;
    }

    private static string NameOfInput(RoutineCall call, int position)
    {
        if (position < call.Arguments.Count)
        {
            return Identifiers.Variable(call.Arguments[position].Parameter.Name);
        }

        position -= call.Arguments.Count + (call.Inputs.This is null ? 0 : 1);
        return position >= 0 && position < call.Inputs.Captured.Count ? call.Inputs.Captured[position].Key.Name : "";
    }

    /// <summary>Gives the frame its variables; returns those that the method is given by reference.</summary>
    private List<Variable> Enter(RoutineCall call, RoutineInputs inputs)
    {
        List<Variable> outs = [];
        _values[_heap.Slot] = new FrontValue.Aggregate(inputs.Objects);
        _nextCell = _givenObjects = inputs.Objects.Count;
        _copied.UnionWith(inputs.Copied);

        foreach (KeyValuePair<string, INamedTypeSymbol> type in inputs.Types)
        {
            _objectTypes[type.Key] = type.Value;
        }

        for (int i = 0; i < call.Arguments.Count; i++)
        {
            BoundArgument argument = call.Arguments[i];
            Variable variable = Declare(argument.Parameter.Name, argument.Parameter.Type);
            Bind(argument.Parameter, variable, argument.Parameter.RefKind == RefKind.Out ? null : inputs.Arguments[i]);

            if (argument.Place is not null)
            {
                outs.Add(variable);
            }
        }

        _frame.This = inputs.This switch
        {
            null => null,
            FrontValue.Reference self => new Place.Cell(self.Cell, _objectTypes[self.Type]),
            FrontValue self => new Place.Local(Declare("self", SelfType(call), self)),
        };

        foreach (KeyValuePair<ISymbol, FrontValue> captured in inputs.Captured)
        {
            ITypeSymbol type = captured.Key is ILocalSymbol local ? local.Type : ((IParameterSymbol)captured.Key).Type;
            Bind(captured.Key, Declare(captured.Key.Name, type), captured.Value);
        }

        return outs;
    }

    private static ITypeSymbol SelfType(RoutineCall call) =>
        call.Self?.Type ?? TypeOf(call.Self?.Place ?? call.Caller?.This) ?? call.Method.ContainingType;

    /// <summary>What the struct, the captured variables and the objects hold at the end.</summary>
    private FrontValue[] StateAfter(RoutineCall call) =>
    [
        .. call.Inputs.This is null ? [] : new[] { _frame.This is Place.Cell cell ? ReferenceTo(cell) : Load(_frame.This!, "") },
        .. call.Inputs.Captured.Select(c => Load(_frame.Places[c.Key], "")),
        .. Heap.Elements.Take(call.Inputs.Objects.Count),
    ];

    private void Complete(
        RoutineCall call, RoutineEntry entry, List<Parameter> parameters, List<(FrontValue Expected, FrontValue Actual)> given)
    {
        List<Operand> yields = [];

        foreach ((FrontValue expected, FrontValue actual) in given)
        {
            Operand[] memory = [.. OperandsOf(actual).Where(static o => o.Type.IsMemory)];

            if (!actual.HasShapeOf(expected) || !memory.SequenceEqual(OperandsOf(expected).Where(static o => o.Type.IsMemory)))
            {
                RefuseRoutine(entry, "it gives away another array or object than it was given");
                return;
            }

            yields.AddRange(OperandsOf(actual).Where(static o => !o.Type.IsMemory));
        }

        Block code = _builder.End([.. yields]);
        Block whole = _forwarding.Resolve(new Block([.. _fields.Statements, .. code.Statements], code.Yields));

        if (MixesArrays(whole))
        {
            RefuseRoutine(entry, "it chooses between arrays, or keeps arrays in arrays");
            return;
        }

        Function function = new(call.Method.Name, parameters.ToEquatable(), whole, _builder.NextId);
        ReportStaticStores(function);
        _losses.Report(function, _forwarding, _diagnostics);
        entry.Function = function;
    }

    private void RefuseRoutine(RoutineEntry entry, string reason) =>
        _diagnostics.Report(DiagnosticDescriptors.Recursion, entry.Site.GetLocation(), entry.Method.Name, reason);

    /// <summary>Whether a reference can be one of several arrays: which one is not recorded from call to call.</summary>
    private static bool MixesArrays(Block body) => Blocks.All(body).Any(static statement => statement switch
    {
        Statement.If or Statement.For or Statement.While => Blocks.Defined(statement).Any(static v => v.Type is IrType.Array),
        Statement.Let { Expression: Expr.Load or Expr.Verbatim, Target.Type: IrType.Array } => true,
        Statement.Let { Target.Type: IrType.Array { Element: IrType.Array } } => true,
        Statement.Store { Value.Type: IrType.Array } => true,
        _ => false,
    });
}
