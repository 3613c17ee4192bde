using System.Text.Json;
using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

/// <summary>Makes what PyTorch's names and options stand for; an option that is not known is an error.</summary>
internal sealed class PyTorchNames(JsonElement options)
{
    private readonly Dictionary<string, JsonElement> _left = options.EnumerateObject()
        .ToDictionary(option => option.Name, option => option.Value);

    internal static Optimizer<double> Optimizer(string name, JsonElement options)
    {
        PyTorchNames names = new(options);
        Optimizer<double> optimizer = names.Create(name);
        names.AssertAllUsed();
        return optimizer;
    }

    internal static Schedule Schedule(string name, Optimizer<double> optimizer, JsonElement options)
    {
        PyTorchNames names = new(options);
        Schedule schedule = names.Create(name, optimizer);
        names.AssertAllUsed();
        return schedule;
    }

    private Optimizer<double> Create(string name)
    {
        return name switch
        {
            "SGD" => new Sgd<double>(
                Double("lr", double.NaN), Double("momentum", 0), Double("dampening", 0), Double("weight_decay", 0),
                Bool("nesterov"), Bool("maximize")),
            "Adam" => new Adam<double>(
                Double("lr", 1e-3), Pair("betas", 0, 0.9), Pair("betas", 1, 0.999), Double("eps", 1e-8),
                Double("weight_decay", 0), Bool("amsgrad"), Bool("maximize")),
            "AdamW" => new AdamW<double>(
                Double("lr", 1e-3), Pair("betas", 0, 0.9), Pair("betas", 1, 0.999), Double("eps", 1e-8),
                Double("weight_decay", 1e-2), Bool("amsgrad"), Bool("maximize")),
            "RMSprop" => new RmsProp<double>(
                Double("lr", 1e-2), Double("alpha", 0.99), Double("eps", 1e-8), Double("weight_decay", 0),
                Double("momentum", 0), Bool("centered"), Bool("maximize")),
            "Adagrad" => new Adagrad<double>(
                Double("lr", 1e-2), Double("lr_decay", 0), Double("weight_decay", 0),
                Double("initial_accumulator_value", 0), Double("eps", 1e-10), Bool("maximize")),
            "Adadelta" => new Adadelta<double>(
                Double("lr", 1), Double("rho", 0.9), Double("eps", 1e-6), Double("weight_decay", 0),
                Bool("maximize")),
            "Adamax" => new Adamax<double>(
                Double("lr", 2e-3), Pair("betas", 0, 0.9), Pair("betas", 1, 0.999), Double("eps", 1e-8),
                Double("weight_decay", 0), Bool("maximize")),
            "NAdam" => new NAdam<double>(
                Double("lr", 2e-3), Pair("betas", 0, 0.9), Pair("betas", 1, 0.999), Double("eps", 1e-8),
                Double("weight_decay", 0), Double("momentum_decay", 4e-3)),
            "RAdam" => new RAdam<double>(
                Double("lr", 1e-3), Pair("betas", 0, 0.9), Pair("betas", 1, 0.999), Double("eps", 1e-8),
                Double("weight_decay", 0)),
            "Rprop" => new Rprop<double>(
                Double("lr", 1e-2), Pair("etas", 0, 0.5), Pair("etas", 1, 1.2), Pair("step_sizes", 0, 1e-6),
                Pair("step_sizes", 1, 50), Bool("maximize")),
            "ASGD" => new Asgd<double>(
                Double("lr", 1e-2), Double("lambd", 1e-4), Double("alpha", 0.75), Double("t0", 1e6),
                Double("weight_decay", 0), Bool("maximize")),
            "LBFGS" => new Lbfgs<double>(
                Double("lr", 1), Int("max_iter", 20)!.Value, Int("max_eval", null), Double("tolerance_grad", 1e-7),
                Double("tolerance_change", 1e-9), Int("history_size", 100)!.Value,
                Text("line_search_fn", "") == "strong_wolfe" ? LineSearch.StrongWolfe : LineSearch.None),
            _ => throw new NotSupportedException(name),
        };
    }

    private Schedule Create(string name, Optimizer<double> optimizer)
    {
        return name switch
        {
            "StepLR" => new StepSchedule(optimizer, Int("step_size", null)!.Value, Double("gamma", 0.1)),
            "MultiStepLR" => new MultiStepSchedule(optimizer, Take("milestones")!.Value.Ints(), Double("gamma", 0.1)),
            "ExponentialLR" => new ExponentialSchedule(optimizer, Double("gamma", double.NaN)),
            "ConstantLR" => new ConstantSchedule(
                optimizer, Double("factor", 1.0 / 3), Int("total_iters", 5)!.Value),
            "LinearLR" => new LinearSchedule(
                optimizer, Double("start_factor", 1.0 / 3), Double("end_factor", 1), Int("total_iters", 5)!.Value),
            "PolynomialLR" => new PolynomialSchedule(optimizer, Int("total_iters", 5)!.Value, Double("power", 1)),
            "CosineAnnealingLR" => new CosineSchedule(optimizer, Int("T_max", null)!.Value, Double("eta_min", 0)),
            "CosineAnnealingWarmRestarts" => new CosineRestartsSchedule(
                optimizer, Int("T_0", null)!.Value, Int("T_mult", 1)!.Value, Double("eta_min", 0)),
            "OneCycleLR" => new OneCycleSchedule(
                optimizer, Double("max_lr", double.NaN),
                Int("total_steps", null) ?? (Int("epochs", null)!.Value * Int("steps_per_epoch", null)!.Value),
                Double("pct_start", 0.3),
                Text("anneal_strategy", "cos") == "cos" ? Annealing.Cosine : Annealing.Linear,
                Bool("cycle_momentum", true),
                new MomentumRange(Double("base_momentum", 0.85), Double("max_momentum", 0.95)),
                Double("div_factor", 25), Double("final_div_factor", 1e4), Bool("three_phase")),
            "CyclicLR" => new CyclicSchedule(
                optimizer, Double("base_lr", double.NaN), Double("max_lr", double.NaN),
                Int("step_size_up", 2000)!.Value, Int("step_size_down", null), Mode(Text("mode", "triangular")),
                Double("gamma", 1), Bool("cycle_momentum", true),
                new MomentumRange(Double("base_momentum", 0.8), Double("max_momentum", 0.9))),
            "ReduceLROnPlateau" => new PlateauSchedule(
                optimizer, Text("mode", "min") == "max", Double("factor", 0.1), Int("patience", 10)!.Value,
                Double("threshold", 1e-4), Text("threshold_mode", "rel") == "rel", Int("cooldown", 0)!.Value,
                Double("min_lr", 0), Double("eps", 1e-8)),
            "LambdaLR" => new LambdaSchedule(optimizer, step => 1 / (1.0 + step)),
            "MultiplicativeLR" => new MultiplicativeSchedule(optimizer, step => 1 - (0.5 / (1 + step))),
            "SequentialLR" => Int("of", null) is null
                ? new SequentialSchedule(
                    optimizer,
                    [
                        new LinearSchedule(optimizer, 0.1, totalSteps: 5),
                        new CosineSchedule(optimizer, 8),
                        new StepSchedule(optimizer, 4, 0.5),
                    ],
                    [6, 15])
                : new SequentialSchedule(
                    optimizer,
                    [
                        new ConstantSchedule(optimizer, 0.1, 2),
                        new ExponentialSchedule(optimizer, 0.9),
                        new CosineRestartsSchedule(optimizer, 3),
                    ],
                    [2, 12]),
            "ChainedScheduler" => new ChainedSchedule(
                optimizer, new ConstantSchedule(optimizer, 0.1, 3), new ExponentialSchedule(optimizer, 0.9)),
            _ => throw new NotSupportedException(name),
        };
    }

    private static CyclicMode Mode(string mode) => mode switch
    {
        "triangular" => CyclicMode.Triangular,
        "triangular2" => CyclicMode.Triangular2,
        "exp_range" => CyclicMode.ExponentialRange,
        _ => throw new NotSupportedException(mode),
    };

    private void AssertAllUsed() => Assert.Empty(_left.Keys);

    private JsonElement? Take(string name)
    {
        return _left.Remove(name, out JsonElement value) ? value : null;
    }

    private double Double(string name, double missing) => Take(name)?.GetDouble() ?? missing;

    private int? Int(string name, int? missing) => Take(name) is { } value ? (int)value.GetDouble() : missing;

    private bool Bool(string name, bool missing = false) => Take(name)?.GetBoolean() ?? missing;

    private string Text(string name, string missing) => Take(name)?.GetString() ?? missing;

    private double Pair(string name, int index, double missing)
    {
        double value = _left.TryGetValue(name, out JsonElement pair) ? pair[index].GetDouble() : missing;

        if (index == 1)
        {
            _left.Remove(name);
        }

        return value;
    }
}
