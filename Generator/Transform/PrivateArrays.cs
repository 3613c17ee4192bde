using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Makes in each trip of a loop the arrays whose content no trip leaves to another. Nothing is carried from trip to trip
/// through them or through their shadows, so that both sweeps of a trip can run together: see <see cref="MirrorFusion"/>.
/// <see cref="ScratchArrays"/> takes the making out of the loop again.
/// </summary>
internal sealed class PrivateArrays
{
    private readonly Function _function;
    private readonly Frames _frames;
    private readonly FullWrites _writes;
    private readonly RecordingEdits _edits = new();
    private readonly IrBuilder _builder;
    private readonly Dictionary<Frame, Dictionary<int, Operand>> _replacements = [];
    private readonly HashSet<(Frame, Operand)> _guarded = [];

    private PrivateArrays(Function function)
    {
        _function = function;
        _frames = Frames.Of(function);
        _writes = new FullWrites(DefinitionOf);
        _builder = new IrBuilder(function.NextId);
    }

    // double[] t = new double[n];                          for (…)
    // for (…)                                              {
    // {                                             →          double[] t = new double[n];
    //     for (int i = 0; i < n; i++) { t[i] = …; }            for (int i = 0; i < n; i++) { t[i] = …; }
    // }                                                    }
    public static Function Run(Function function) => new PrivateArrays(function).Move();

    private Function Move()
    {
        DirectArrays arrays = DirectArrays.Of(_frames);

        Dictionary<Statement.Let, Frame> targets = [];

        foreach (Statement.Let let in arrays.All.OrderBy(static l => l.Target.Id))
        {
            if (Target(let, arrays.UsesOf(let.Target)) is { } loop)
            {
                targets.Add(let, loop);
            }
        }

        NameLengths(arrays.All.Where(l => targets.ContainsKey(l) || _frames.Home(l.Target).Outward().Any(static f => f.IsLoop)));

        foreach (KeyValuePair<Statement.Let, Frame> target in targets)
        {
            Move(target.Key, target.Value);
        }

        if (_replacements.Count == 0)
        {
            return _function;
        }

        return DeadCode.RunOnMethod(_function with { Body = _edits.Apply(_frames.Root), NextId = _builder.NextId });
    }

    /// <summary>The length of such an array is what it was made with: outside its loop nobody needs the array to know it.</summary>
    private void NameLengths(IEnumerable<Statement.Let> arrays)
    {
        Dictionary<int, Operand> lengths = arrays.ToDictionary(
            static let => let.Target.Id, static let => ((Expr.NewArray)let.Expression).Lengths[0]);

        foreach (Statement statement in Blocks.All(_function.Body))
        {
            if (statement is Statement.Let { Expression: Expr.Length { Array: Value array }, Target: var target }
                && lengths.TryGetValue(array.Id, out Operand? length))
            {
                Replace(_frames.Root, target, length);
            }
        }
    }

    private void Replace(Frame frame, Value value, Operand replacement)
    {
        if (!_replacements.TryGetValue(frame, out Dictionary<int, Operand>? replacements))
        {
            _replacements.Add(frame, replacements = []);
            _edits.Substitute(frame, replacements);
        }

        replacements[value.Id] = Resolve(replacement);
    }

    private Operand Resolve(Operand operand) => _replacements.TryGetValue(_frames.Root, out Dictionary<int, Operand>? lengths)
        && operand is Value value && lengths.TryGetValue(value.Id, out Operand? known) ? Resolve(known) : operand;

    /// <summary>The innermost loop around all uses in which every trip writes the whole array before it reads.</summary>
    private Frame? Target(Statement.Let let, IReadOnlyList<Frame> uses)
    {
        Frame home = _frames.Home(let.Target);
        Operand length = ((Expr.NewArray)let.Expression).Lengths[0];
        Frame? around = uses.Count == 0 ? null : uses[0].Outward().FirstOrDefault(f => uses.All(f.Encloses));

        for (Frame? frame = around; frame is not null && frame != home; frame = frame.Parent)
        {
            if (frame is { IsLoop: true, Arm: 0 } && _writes.ComeFirst(frame.Block.Statements, let.Target, length))
            {
                return frame;
            }
        }

        return null;
    }

    private void Move(Statement.Let let, Frame loop)
    {
        Value array = _builder.Fresh(let.Target.Type, let.Target.Name);
        _edits.Prepend(loop, new Statement.Let(array, let.Expression));
        Replace(loop, let.Target, array);
        Guard(let);
    }

    /// <summary>A negative length throws where the method makes the array, also if the loop does not run.</summary>
    private void Guard(Statement.Let let)
    {
        Operand length = Resolve(((Expr.NewArray)let.Expression).Lengths[0]);

        if (!NonNegative.Is(length, DefinitionOf) && _guarded.Add((_frames.Home(let.Target), length)))
        {
            _edits.BuildBefore(let, _builder, () => NonNegative.Require(_builder, length));
        }
    }

    private Expr? DefinitionOf(Operand operand) =>
        operand is Value value ? _frames.DefinitionOf(value)?.Expression : null;
}
