using System.Diagnostics;
using System.Numerics;
using Fluxion.Optimization;
using Fluxion.Random;

namespace Fluxion.Training;

/// <summary>A training on its way.</summary>
/// <typeparam name="T">The type of the parameters.</typeparam>
internal sealed partial class TrainingRun<T>
    where T : IFloatingPointIeee754<T>
{
    private readonly IObjective<T> _objective;
    private readonly Optimizer<T> _optimizer;
    private readonly TrainingOptions<T> _options;
    private readonly IObjective<T> _whole;
    private readonly BatchView<T>? _view;
    private readonly RowRange[] _batches;
    private readonly TorchRandom? _random;
    private readonly T[] _gradient;
    private readonly List<EpochRecord<T>> _history = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private T[] _parameters;
    private T[] _good;
    private int _epoch;
    private int _quietEpochs;
    private TrainingFault? _fault;

    internal TrainingRun(IObjective<T> objective, Optimizer<T> optimizer, TrainingOptions<T> options)
    {
        (_objective, _optimizer, _options) = (objective, optimizer, options);
        IBatchObjective<T>? batches = objective as IBatchObjective<T>;
        int rows = batches?.RowCount ?? 0;
        _batches = batches is null ? [new RowRange(0, 0)] : RowRange.Batches(rows, options.BatchSize ?? rows);
        _view = batches is null ? null : new BatchView<T>(batches);
        _whole = options.Combination == ChunkCombination.None
            ? objective
            : new ChunkedObjective<T>(batches!, options.Combination, options.Threads, options.ChunkRows);
        _random = options.ShuffleSeed is ulong seed && _batches.Length > 1 ? new TorchRandom(seed) : null;
        _parameters = options.InitialParameters?.ToArray() ?? new T[objective.ParameterCount];
        _good = [.. _parameters];
        _gradient = new T[_parameters.Length];
    }

    private bool IsWhole => _batches.Length == 1;

    internal TrainingResult<T> Run(IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        if (_options.Resume && File.Exists(_options.CheckpointPath))
        {
            Checkpoint.Load(_options.CheckpointPath, this);
        }

        StopReason? reason = null;

        while (reason is null)
        {
            reason = _epoch >= _options.Epochs ? StopReason.Epochs
                : IsQuiet ? StopReason.Converged
                : _clock.Elapsed >= _options.MaximumTime ? StopReason.Time
                : RunEpoch(progress, cancellation);
        }

        return new TrainingResult<T>
        {
            Parameters = reason == StopReason.Diverged ? _good : _parameters,
            StopReason = reason.Value,
            Epochs = _epoch,
            History = _history,
            Fault = _fault,
            Elapsed = _clock.Elapsed,
        };
    }

    private bool IsQuiet => _options.CostTolerance is not null && _quietEpochs >= _options.Patience;

    private StopReason? RunEpoch(IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        double rate = ((ISchedulable)_optimizer).Groups[0].Rate;
        T[] start = _options.RecordParameters ? [.. _parameters] : [];
        double sum = 0;

        foreach (RowRange rows in Order())
        {
            if (cancellation.IsCancellationRequested)
            {
                return StopReason.Cancelled;
            }

            (StopReason? reason, double cost) = Step(rows);

            if (reason is not null)
            {
                return reason;
            }

            sum += IsWhole ? cost : cost * rows.Count / _view!.RowCount;
        }

        if (Sums.IndexOfNotFinite<T>(_parameters) is >= 0 and int index)
        {
            _fault = new TrainingFault(_epoch, null, _objective.ParameterNames[index], sum);
            return StopReason.Diverged;
        }

        Complete(new EpochRecord<T>(_epoch, sum, rate, start));
        progress?.Report(new TrainingProgress(_epoch, _options.Epochs, sum, rate, _clock.Elapsed));
        return null;
    }

    private void Complete(EpochRecord<T> record)
    {
        if (_history.Count > 0 && _options.CostTolerance is double tolerance)
        {
            double former = _history[^1].Cost;
            bool isQuiet = Math.Abs(record.Cost - former) <= tolerance * Math.Max(Math.Abs(former), double.Epsilon);
            _quietEpochs = isQuiet ? _quietEpochs + 1 : 0;
        }

        _history.Add(record);
        _epoch++;

        if (_options.ScheduleUnit == ScheduleUnit.Epoch)
        {
            _options.Schedule?.Step(record.Cost);
        }

        if (_options.CheckpointPath is not null
            && (_epoch % _options.CheckpointInterval == 0 || _epoch == _options.Epochs || IsQuiet))
        {
            Checkpoint.Save(_options.CheckpointPath, this);
        }
    }

    /// <summary>The batches of the epoch, in the order they are taken.</summary>
    private RowRange[] Order()
    {
        if (_random is null)
        {
            return _batches;
        }

        if (_options.Data is null)
        {
            return [.. _random.RandPerm(_batches.Length).Select(index => _batches[index])];
        }

        _options.Data.Shuffle(_random);
        return _batches;
    }

    private (StopReason? Reason, double Cost) Step(RowRange rows)
    {
        IObjective<T> objective = _whole;

        if (!IsWhole)
        {
            _view!.Rows = rows;
            objective = _view;
        }

        T value;

        if (_optimizer.NeedsObjective)
        {
            _parameters.CopyTo(_good, 0);
            value = _optimizer.Step(_parameters, objective);

            if (!T.IsFinite(value) || Sums.IndexOfNotFinite<T>(_parameters) >= 0)
            {
                return Diverge(rows, objective.ValueAndGradient(_parameters, _gradient));
            }
        }
        else
        {
            value = objective.ValueAndGradient(_parameters, _gradient);

            if (!T.IsFinite(value) || Sums.IndexOfNotFinite<T>(_gradient) >= 0)
            {
                return Diverge(rows, value);
            }

            _parameters.CopyTo(_good, 0);

            if (IsWhole && _options.GradientTolerance is double tolerance
                && Sums.GreatestAbsolute<T>(_gradient) <= T.CreateTruncating(tolerance))
            {
                return (StopReason.Converged, double.CreateTruncating(value));
            }

            Clip();
            _optimizer.Step(_parameters, _gradient);
        }

        double cost = double.CreateTruncating(value);

        if (_options.ScheduleUnit == ScheduleUnit.Step)
        {
            _options.Schedule?.Step(cost);
        }

        return (null, cost);
    }

    private void Clip()
    {
        if (_options.GradientNormLimit is double norm)
        {
            GradientClipping.ByNorm<T>(_gradient, norm);
        }

        if (_options.GradientValueLimit is double limit)
        {
            GradientClipping.ByValue<T>(_gradient, limit);
        }
    }
}
