using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Closes an open derivative. What the reverse sweep reads from inside the forward sweep's loops and branches is computed
/// again where that costs less than a load, and recorded otherwise: per trip in an array where the number of trips is
/// known beforehand, on a stack where it is not, in a variable where no loop is around but those in which both sweeps run. The choice is the to-be-recorded
/// analysis of Hascoët, Naumann and Pascual (<i>“To be recorded” analysis in reverse-mode automatic differentiation</i>,
/// 2005) for values that are never overwritten.
/// </summary>
internal sealed class Recording
{
    private readonly OpenDerivative _derivative;
    private readonly Frames _frames;
    private readonly RecordingEdits _edits = new();
    private readonly IrBuilder _builder;
    private readonly Dictionary<Frame, Frame> _mirrorOf = [];
    private readonly Dictionary<Frame, SortedDictionary<int, Value>> _needs = [];
    private readonly Rematerialization _rematerialization;
    private readonly RecordStorage _storage;
    private readonly Snapshots _snapshots;

    private readonly Value? _records;

    private Recording(OpenDerivative derivative, Value? records)
    {
        _records = records;
        _derivative = derivative;
        _frames = Frames.Of(derivative.Function);
        _builder = new IrBuilder(derivative.Function.NextId);
        _rematerialization = new Rematerialization(derivative.Function, _frames, isApart: records is not null);
        _storage = new RecordStorage(_frames, _builder, _edits);
        _snapshots = new Snapshots(derivative.Function, _frames, _builder, _edits);
    }

    // for (…) { double t = Math.Sin(x[i]); … }              double[] tSaved = tape.Raw<double>(n);
    // for (…) { … t … }                            →        for (…) { double t = …; tSaved[i] = t; … }
    //                                                       for (…) { double t = tSaved[i]; … }
    public static Function Run(OpenDerivative derivative) => new Recording(derivative, records: null).Close();

    /// <summary>The same for sweeps that become two functions: everything is pushed on what both are given.</summary>
    public static Function Run(OpenDerivative derivative, Value records) => new Recording(derivative, records).Close();

    private Function Close()
    {
        Pair();

        foreach (Frame frame in _frames.All)
        {
            FindNeeds(frame);
        }

        // Inner frames first: what they need may make outer frames need more.
        foreach (Frame frame in _frames.All.Where(_mirrorOf.ContainsKey).Reverse().OrderByDescending(static f => f.Depth))
        {
            Provide(frame, _mirrorOf[frame]);
        }

        Function function = _derivative.Function;
        return function with { Body = _edits.Apply(_frames.Root), NextId = _builder.NextId };
    }

    /// <summary>Finds for each frame of the forward sweep the one that runs it backwards.</summary>
    private void Pair()
    {
        foreach (Frame reverse in _frames.All)
        {
            if (reverse.Label is int label && _derivative.Mirrors.TryGetValue(label, out Mirror? mirror)
                && _frames.Find(mirror.Label, reverse.Arm) is { } forward)
            {
                _mirrorOf[forward] = reverse;
            }
        }
    }

    private void FindNeeds(Frame frame)
    {
        foreach (Statement statement in frame.Block.Statements)
        {
            foreach (Operand operand in Operands.Of(statement))
            {
                Need(operand, frame);
            }
        }

        foreach (Operand operand in frame.Block.Yields)
        {
            Need(operand, frame);
        }
    }

    /// <summary>Notes a value that is read where it is out of scope.</summary>
    private void Need(Operand operand, Frame reader)
    {
        if (operand is not Value value)
        {
            return;
        }

        Frame home = _frames.Home(value);

        if (!home.Encloses(reader))
        {
            if (!_needs.TryGetValue(home, out SortedDictionary<int, Value>? needs))
            {
                _needs.Add(home, needs = []);
            }

            needs[value.Id] = value;
        }
    }

    /// <summary>Makes what is needed of a forward frame available at the start of its mirror.</summary>
    private void Provide(Frame forward, Frame reverse)
    {
        if (!_needs.TryGetValue(forward, out SortedDictionary<int, Value>? needs))
        {
            return;
        }

        RecordingPlan plan = _rematerialization.Plan(forward, reverse, needs.Values, _derivative.Mirrors[reverse.Label!.Value]);
        Dictionary<int, Operand> available = ProvideIndex(forward, reverse, plan);

        if (_records is not null)
        {
            _storage.Record(plan.Recorded, forward, reverse, _records, available);
        }

        foreach (Value value in _records is null ? plan.Recorded : [])
        {
            available[value.Id] = _snapshots.Read(value, forward, reverse, () => _storage.IndexIn(forward, reverse), Need)
                ?? _storage.Record(value, forward, reverse, Need);
        }

        foreach (Statement.Let let in plan.Recomputed)
        {
            foreach (Operand operand in Operands.Of(let.Expression).Where(o => Available(o, available) == o))
            {
                Need(operand, reverse);
            }

            Value again = _builder.Fresh(let.Target.Type, let.Target.Name);
            Expr expression = Operands.Map(let.Expression, o => Available(o, available));
            _edits.Prepend(reverse, new Statement.Let(again, expression));
            available[let.Target.Id] = again;
        }

        _edits.Substitute(reverse, available);
    }

    /// <summary>A loop's own count of its trips needs no record: the mirror's index repeats it.</summary>
    private Dictionary<int, Operand> ProvideIndex(Frame forward, Frame reverse, RecordingPlan plan)
    {
        Dictionary<int, Operand> available = [];

        if (plan.Index is { } index)
        {
            available[index.Id] = _storage.IndexIn(forward, reverse);
        }

        return available;
    }

    private static Operand Available(Operand operand, Dictionary<int, Operand> available) =>
        operand is Value value && available.TryGetValue(value.Id, out Operand? known) ? known : operand;
}
