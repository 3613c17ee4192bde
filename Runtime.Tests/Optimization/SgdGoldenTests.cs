using System.Text.Json;
using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

public sealed class SgdGoldenTests
{
    private const double Relative = 1e-12;

    private static readonly JsonElement Golden = GoldenData.Read("sgd.json");

    public static TheoryData<int> Runs =>
        [.. Enumerable.Range(0, Golden.GetProperty("optimizers").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Runs))]
    public void TrajectoryIsPyTorchs(int index)
    {
        JsonElement run = Golden.GetProperty("optimizers")[index];
        Sgd<double> optimizer = Create(run.GetProperty("options"));
        double[] point = run.GetProperty("x0").Doubles();
        double[] losses = run.GetProperty("loss").Doubles();

        for (int step = 0; step < losses.Length; step++)
        {
            (double x, double y) = (point[0], point[1]);
            AssertClose(losses[step], (1.5 * x * x) + (x * y) + (0.5 * y * y) - x);
            optimizer.Step(point, [(3 * x) + y - 1, x + y]);
            double[] expected = run.GetProperty("trajectory")[step].Doubles();
            AssertClose(expected[0], point[0]);
            AssertClose(expected[1], point[1]);
        }
    }

    [Fact]
    public void LinearRegressionIsPyTorchs()
    {
        JsonElement run = Assert.Single(Golden.GetProperty("linear_regression").EnumerateArray());
        Sgd<double> optimizer = Create(run.GetProperty("options"));
        double[] x = run.GetProperty("x").Doubles();
        double[] y = run.GetProperty("y").Doubles();
        double[][] first = [.. run.GetProperty("first").EnumerateArray().Select(row => row.Doubles())];
        double[] line = [0, 0];
        int epochs = run.GetProperty("epochs").GetInt32();
        double[] row = [];

        for (int epoch = 0; epoch < epochs; epoch++)
        {
            (double cost, double dSlope, double dIntercept) = Cost(line, x, y);
            optimizer.Step(line, [dSlope, dIntercept]);
            row = [cost, .. line];

            if (epoch < first.Length)
            {
                Assert.All(first[epoch].Zip(row), pair => AssertClose(pair.First, pair.Second));
            }
        }

        Assert.All(run.GetProperty("last").Doubles().Zip(row), pair => AssertClose(pair.First, pair.Second));
    }

    private static (double Cost, double DSlope, double DIntercept) Cost(double[] line, double[] x, double[] y)
    {
        (double cost, double dSlope, double dIntercept) = (0, 0, 0);

        for (int i = 0; i < x.Length; i++)
        {
            double error = (line[0] * x[i]) + line[1] - y[i];
            cost += error * error / x.Length;
            dSlope += 2 * error * x[i] / x.Length;
            dIntercept += 2 * error / x.Length;
        }

        return (cost, dSlope, dIntercept);
    }

    private static Sgd<double> Create(JsonElement options)
    {
        return new Sgd<double>(
            learningRate: options.Setting("lr"),
            momentum: options.Setting("momentum"),
            dampening: options.Setting("dampening"),
            weightDecay: options.Setting("weight_decay"),
            nesterov: options.Switch("nesterov"),
            maximize: options.Switch("maximize"));
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.Equal(expected, actual, Relative * Math.Max(Math.Abs(expected), 1e-3));
}
