using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Reverse mode: repeats the function, then runs its statements backwards, adding to each argument's adjoint the partial
/// times the adjoint of the result. Memory has shadow memory of the same size that holds the adjoints of its elements.
/// Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd edition, chapter 3.
/// </summary>
/// <remarks>
/// The result is <i>open</i>: its reverse sweep names the values of the forward sweep it needs wherever they were computed.
/// </remarks>
internal sealed partial class ReverseMode
{
    // double y = Math.Sin(x);             double y = Math.Sin(x);
    // return y * a;              →        double yBar = a;
    //                                     dX = Math.Cos(x) * yBar;
    private readonly IrBuilder _builder;
    private readonly Activity _activity;
    private readonly AliasClasses _classes;
    private readonly Dictionary<int, Operand> _shadows = [];
    private readonly Dictionary<int, Mirror> _mirrors = [];
    private readonly HashSet<int> _shared;
    private readonly UseCounts _uses;
    private readonly ComputedValues _computed;
    private readonly HashSet<Statement> _firstWrites;
    private Value? _records;

    private ReverseMode(Function primal)
    {
        _builder = new IrBuilder(primal.NextId);
        _classes = AliasClasses.Of(primal);
        _activity = Activity.Of(primal, _classes);
        _shared = SharedClasses(primal);
        _uses = UseCounts.Of(primal);
        _computed = ComputedValues.Of(primal);
        _firstWrites = FirstWrites.Of(primal, _classes);
    }

    /// <summary>The value and the gradient: destinations are overwritten.</summary>
    public static OpenDerivative Run(Function primal) => new ReverseMode(primal).Differentiate(primal);

    /// <summary>
    /// Both sweeps of a method that is called: after its own parameters come the records, the adjoints of its floating
    /// results and the shadows of its arrays, which change as adjoints do; after its own results come the adjoints of its
    /// scalar arguments.
    /// </summary>
    public static OpenDerivative RunRoutine(Function primal) => new ReverseMode(primal).DifferentiateRoutine(primal);

    private OpenDerivative DifferentiateRoutine(Function primal)
    {
        _records = _builder.Fresh(IrType.Recorded, "records");
        Value[] adjoints = [.. primal.Body.Yields.Where(static y => y.Type.IsFloating)
            .Select(y => _builder.Fresh(y.Type, y is Value { Name.Length: > 0 } named ? AdjointName(named) : "adjoint"))];
        _builder.Begin();
        Parameter[] destinations = [.. primal.Parameters.Where(IsDifferentiableArray).Select(Destination)];
        Block body = Differentiate(primal, adjoints, static (values, gradient) => [.. values, .. gradient]);
        EquatableArray<Parameter> parameters =
        [
            .. primal.Parameters,
            new Parameter(_records, ParameterRole.Constant),
            .. adjoints.Select(static a => new Parameter(a, ParameterRole.Constant)),
            .. destinations,
        ];
        return new OpenDerivative(primal with { Parameters = parameters, Body = body, NextId = _builder.NextId }, _mirrors);
    }

    private OpenDerivative Differentiate(Function primal)
    {
        _builder.Begin();
        Parameter[] destinations = [.. primal.Parameters.Where(IsDifferentiableArray).Select(Destination)];

        foreach (Parameter destination in destinations)
        {
            Clear(destination.Value);
        }

        if (Blocks.All(primal.Body).Any(static s => s is Statement.Call))
        {
            _records = _builder.Let(IrType.Recorded, new Expr.NewStack(), "records");
        }

        Constant one = Constant.One(primal.Body.Yields[0].Type);
        Block body = Differentiate(primal, [one], static (values, gradient) => [.. values, .. gradient]);
        EquatableArray<Parameter> parameters = [.. primal.Parameters, .. destinations];
        return new OpenDerivative(new Function(primal.Name, parameters, body, _builder.NextId), _mirrors);
    }

    private Block Differentiate(
        Function primal, Operand[] seeds, Func<IEnumerable<Operand>, IEnumerable<Operand>, IEnumerable<Operand>> results)
    {
        AllocateIdle(primal.Parameters.Where(p => p.Role != ParameterRole.Differentiable).Select(static p => p.Value));
        _builder.Add(new Statement.Remark(RemarkKind.Section, "Forward sweep"));
        EquatableArray<Operand> values = Forward(primal.Body);
        _builder.Add(new Statement.Remark(RemarkKind.Section, "Reverse sweep"));
        Adjoints adjoints = new();

        foreach ((Operand result, Operand seed) in values.Where(static v => v.Type.IsFloating).Zip(seeds, static (v, s) => (v, s)))
        {
            AddTo(adjoints, result, seed);
        }

        Reverse(primal.Body, adjoints);
        IEnumerable<Operand> gradient = primal.Parameters.Where(IsDifferentiableScalar).Select(p => adjoints.Get(p.Value));
        return _builder.End([.. results(values, gradient)]);
    }

    private void Clear(Value memory)
    {
        IrType element = ((IrType.Array)memory.Type).Element;

        if (element is IrType.Array)
        {
            ForEachIndex(memory, index =>
            {
                Clear(_builder.Load(memory, index));
                return [];
            });
        }
        else
        {
            _builder.Add(new Statement.Fill(memory, Constant.Zero(element)));
        }
    }

    private Parameter Destination(Parameter parameter)
    {
        IrType.Array type = (IrType.Array)parameter.Value.Type;
        ArrayKind kind = type is { Rank: 1, Element: IrType.Scalar } ? ArrayKind.Span : ArrayKind.Array;
        Value destination = _builder.Fresh(type with { Kind = kind }, AdjointName(parameter.Value));
        _shadows[parameter.Value.Id] = destination;
        return new Parameter(destination, ParameterRole.Destination);
    }

    /// <summary>The statements of a block, last to first.</summary>
    private void Reverse(Block block, Adjoints adjoints)
    {
        AllocateShadows(block);
        int[] remarks = Remarks(block);
        int last = -1;

        for (int i = block.Statements.Count - 1; i >= 0; i--)
        {
            if (remarks[i] >= 0 && remarks[i] != last && block.Statements[i] is not Statement.Remark)
            {
                _builder.Add(block.Statements[remarks[i]]);
                last = remarks[i];
            }

            Reverse(block.Statements[i], adjoints);
        }
    }

    private void Reverse(Statement statement, Adjoints adjoints)
    {
        switch (statement)
        {
            case Statement.Let let:
                Reverse(let, adjoints);
                break;
            case Statement.Store store:
                Reverse(store, adjoints);
                break;
            case Statement.Accumulate update:
                Reverse(update, adjoints);
                break;
            case Statement.Fill fill:
                Reverse(fill, adjoints);
                break;
            case Statement.Call call:
                Reverse(call, adjoints);
                break;
            case Statement.If branch:
                Reverse(branch, adjoints);
                break;
            case Statement.For loop:
                Reverse(loop, adjoints);
                break;
            case Statement.While loop:
                Reverse(loop, adjoints);
                break;
            case Statement.Push:
                throw new InvalidOperationException("Reverse mode does not apply to a function that records values.");
        }
    }

    /// <summary>For each statement, the position of the remark that introduces it, or −1.</summary>
    private static int[] Remarks(Block block)
    {
        int[] remarks = new int[block.Statements.Count];
        int current = -1;

        for (int i = 0; i < remarks.Length; i++)
        {
            if (block.Statements[i] is Statement.Remark { Kind: RemarkKind.Statement })
            {
                current = i;
            }
            else if (block.Statements[i] is Statement.For or Statement.While)
            {
                current = -1;
            }

            remarks[i] = current;
        }

        return remarks;
    }

    /// <summary>Adds to the adjoint of an operand, converted to its type; operands that carry no derivative have none.</summary>
    private void AddTo(Adjoints adjoints, Operand operand, Operand contribution)
    {
        if (operand is not Value value || !value.Type.IsFloating || !_activity.IsActive(value) || contribution is Constant { IsZero: true })
        {
            return;
        }

        Operand converted = contribution.Type == value.Type
            ? contribution
            : _builder.Let(value.Type, Relaxed(Derivatives.PrimitiveTable.Convert, contribution), AdjointName(value));
        Operand? known = adjoints.Find(value);
        adjoints.Set(value, known is null
            ? converted
            : _builder.Let(value.Type, Relaxed(Derivatives.PrimitiveTable.Add, known, converted), AdjointName(value)));
    }

    private static Expr.Apply Relaxed(Derivatives.Primitive primitive, params Operand[] arguments) =>
        new(primitive, arguments.ToEquatable(), Exact: false);

    private static string AdjointName(Value value) => value.Name.Length == 0 ? "" : value.Name + "Bar";

    private static bool IsDifferentiableArray(Parameter parameter) =>
        parameter.Role == ParameterRole.Differentiable && parameter.Value.Type is IrType.Array;

    private static bool IsDifferentiableScalar(Parameter parameter) =>
        parameter.Role == ParameterRole.Differentiable && parameter.Value.Type.IsFloating;
}
