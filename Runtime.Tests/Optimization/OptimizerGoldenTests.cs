using System.Text.Json;
using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

public sealed class OptimizerGoldenTests
{
    private const double Relative = 1e-12;

    // Far from a minimum each iteration of a quasi-Newton method multiplies what the order of two sums has changed.
    private const double RelativeOfLongSearches = 1e-10;

    private static readonly JsonElement[] Golden =
        [GoldenData.Read("optimizers.json"), GoldenData.Read("optimizers-more.json")];

    public static TheoryData<int, int, string> Runs => Entries("optimizers", "optimizer");

    public static TheoryData<int, int, string> LinearRegressions => Entries("linear_regression", "optimizer");

    [Theory]
    [MemberData(nameof(Runs))]
    public void TrajectoryIsPyTorchs(int file, int index, string name)
    {
        JsonElement run = Golden[file].GetProperty("optimizers")[index];
        Optimizer<double> optimizer = PyTorchNames.Optimizer(name, run.GetProperty("options"));
        TestFunction function = new(run.GetProperty("function").GetString()!);
        double[] point = run.GetProperty("x0").Doubles();
        double[][] trajectory = [.. run.GetProperty("trajectory").EnumerateArray().Select(row => row.Doubles())];
        double[] losses = run.GetProperty("loss").Doubles();
        double relative = (file, name) == (1, "LBFGS") ? RelativeOfLongSearches : Relative;
        Assert.NotEmpty(trajectory);

        for (int step = 0; step < trajectory.Length; step++)
        {
            double loss = optimizer.Step(point, function);
            AssertClose(losses[step], loss, relative);
            AssertClose(trajectory[step][0], point[0], relative);
            AssertClose(trajectory[step][1], point[1], relative);
        }
    }

    [Theory]
    [MemberData(nameof(LinearRegressions))]
    public void LinearRegressionIsPyTorchs(int file, int index, string name)
    {
        JsonElement run = Golden[file].GetProperty("linear_regression")[index];
        Optimizer<double> optimizer = PyTorchNames.Optimizer(name, run.GetProperty("options"));
        LineFit fit = new(run.GetProperty("x").Doubles(), run.GetProperty("y").Doubles());
        double[][] first = [.. run.GetProperty("first").EnumerateArray().Select(row => row.Doubles())];
        double[] line = [0, 0];
        double[] row = [];

        for (int epoch = 0; epoch < run.GetProperty("epochs").GetInt32(); epoch++)
        {
            double cost = optimizer.Step(line, fit);
            row = [cost, .. line];

            if (epoch < first.Length)
            {
                Assert.All(first[epoch].Zip(row), pair => AssertClose(pair.First, pair.Second));
            }
        }

        Assert.All(run.GetProperty("last").Doubles().Zip(row), pair => AssertClose(pair.First, pair.Second));
    }

    private static TheoryData<int, int, string> Entries(string list, string name)
    {
        TheoryData<int, int, string> entries = [];

        for (int file = 0; file < Golden.Length; file++)
        {
            int index = 0;

            if (Golden[file].TryGetProperty(list, out JsonElement runs))
            {
                foreach (JsonElement run in runs.EnumerateArray())
                {
                    entries.Add(file, index++, run.GetProperty(name).GetString()!);
                }
            }
        }

        return entries;
    }

    private static void AssertClose(double expected, double actual, double relative = Relative) =>
        Assert.Equal(expected, actual, relative * Math.Max(Math.Abs(expected), 1e-3));
}
