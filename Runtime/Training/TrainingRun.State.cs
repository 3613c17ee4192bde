using Fluxion.Optimization;

namespace Fluxion.Training;

/// <content>What a checkpoint holds.</content>
internal sealed partial class TrainingRun<T> : IStateful
{
    public void Transfer(StateTransfer state)
    {
        state.Setting("parameterCount", (long)_parameters.Length);
        state.Setting("rows", (long)(_view?.RowCount ?? 0));
        state.Setting("batches", (long)_batches.Length);
        state.Setting("batchSize", (long)_batches[0].Count);
        state.Setting("shuffleSeed", _random is null ? "none" : $"{_options.ShuffleSeed}");
        state.Setting("shufflesRows", _random is not null && _options.Data is not null);
        state.Setting("combination", _options.Combination.ToString());
        state.Setting("chunkRows", (long)(_options.ChunkRows ?? 0));
        state.Setting("recordsParameters", _options.RecordParameters);
        state.Setting("hasSchedule", _options.Schedule is not null);
        state.Value("epoch", ref _epoch);
        state.Value("quietEpochs", ref _quietEpochs);
        state.Numbers("parameters", ref _parameters);
        state.Numbers("good", ref _good);

        if (_parameters.Length != _gradient.Length || _good.Length != _gradient.Length || _epoch < 0)
        {
            throw StateTransfer.Refusal(
                $"There are {_parameters.Length} parameters for {_gradient.Length}, after {_epoch} epochs.");
        }

        if (_random is not null)
        {
            state.Part("random", _random);
        }

        state.Part("optimizer", _optimizer);

        if (_options.Schedule is not null)
        {
            state.Part("schedule", _options.Schedule);
        }

        TransferHistory(state);
        state.Setting("alsoSaved", (long)_options.AlsoSaved.Count);

        foreach (IStateful part in _options.AlsoSaved)
        {
            state.Part("also", part);
        }
    }

    private void TransferHistory(StateTransfer state)
    {
        double[] costs = [.. _history.Select(record => record.Cost)];
        double[] rates = [.. _history.Select(record => record.LearningRate)];
        T[] parameters = [.. _history.SelectMany(record => record.Parameters.ToArray())];
        state.Numbers("costs", ref costs);
        state.Numbers("rates", ref rates);
        state.Numbers("path", ref parameters);

        if (!state.IsRestoring)
        {
            return;
        }

        int width = _options.RecordParameters ? _gradient.Length : 0;

        if (costs.Length != rates.Length || parameters.Length != (long)costs.Length * width)
        {
            throw StateTransfer.Refusal(
                $"The history has {costs.Length} costs, {rates.Length} rates and {parameters.Length} parameters.");
        }

        _history.Clear();
        _history.AddRange(costs.Select((cost, epoch) => new EpochRecord<T>(
            epoch, cost, rates[epoch], parameters.AsMemory(epoch * width, width))));
    }
}
