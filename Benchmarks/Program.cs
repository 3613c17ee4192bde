using System.Text;
using Fluxion.Benchmarks.GeneratorRuns;
using Fluxion.Benchmarks.Gmm;
using Fluxion.Benchmarks.Linear;
using Fluxion.Benchmarks.Logistic;
using Fluxion.Benchmarks.Lstm;
using Fluxion.Benchmarks.Racing;
using Fluxion.Benchmarks.Ridge;
using Fluxion.Benchmarks.Training;

Dictionary<string, IBenchmark> benchmarks = new(StringComparer.Ordinal)
{
    ["linear"] = new LinearBenchmark(),
    ["logistic"] = new LogisticBenchmark(),
    ["ridge"] = new RidgeBenchmark(),
    ["gmm"] = new GmmBenchmark(),
    ["lstm"] = new LstmBenchmark(),
    ["training"] = new TrainingBenchmark(),
    ["epoch"] = new EpochBenchmark(),
    ["steps"] = new StepBenchmark(),
};

int folder = Array.IndexOf(args, "--data");
string? data = folder >= 0 && folder + 1 < args.Length ? args[folder + 1] : null;
string[] names = [.. args.Where((_, i) => folder < 0 || (i != folder && i != folder + 1))];

if (names.Length == 0
    || (folder >= 0 && !Directory.Exists(data))
    || names.Any(name => name is not ("all" or "generator") && !benchmarks.ContainsKey(name)))
{
    Console.Error.WriteLine($"usage: Benchmarks {string.Join(" | ", benchmarks.Keys)} | generator | all [--data FOLDER]");
    return 1;
}

bool Asked(string name) => names.Contains("all") || names.Contains(name);

Console.OutputEncoding = Encoding.UTF8;
using PyTorch? torch = PyTorch.Start();
Console.WriteLine(Machine.Describe() + (torch is null ? "" : $", {torch.Version}"));
Console.WriteLine();
Setting setting = new(data, torch);
Table table = new(Console.Out);

foreach (Work work in benchmarks.Where(b => Asked(b.Key)).SelectMany(b => b.Value.Works(setting)))
{
    table.Add(work, Race.Run(work));
}

if (Asked("generator"))
{
    Console.WriteLine();
    GeneratorBenchmark.Run(Console.Out);
}

return 0;
