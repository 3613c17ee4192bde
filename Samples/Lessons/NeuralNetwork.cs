using Fluxion.Optimization;
using Fluxion.Plotting;
using Fluxion.Random;
using Fluxion.Training;

namespace Fluxion.Samples.Lessons;

/// <summary>The species of irises by a network with one hidden layer, in mini-batches.</summary>
internal static partial class NeuralNetwork
{
    private const int Inputs = 4;
    private const int Hidden = 6;
    private const int Species = 3;

    /// <summary>The mean of −log(probability of the species it is). Each unit's last weight is its bias.</summary>
    [Differentiable]
    private static double Cost(
        ReadOnlySpan<double> hiddenWeights,
        ReadOnlySpan<double> outputWeights,
        [Data] ReadOnlySpan<double> flowers,
        [Data] ReadOnlySpan<double> species)
    {
        double[] hidden = new double[Hidden];
        double sum = 0;

        for (int row = 0; row < species.Length; row++)
        {
            FillHidden(hiddenWeights, flowers, row, hidden);
            double total = 0;
            double own = 0;

            for (int k = 0; k < Species; k++)
            {
                double score = Score(outputWeights, hidden, k);
                total += Math.Exp(score);

                if (species[row] == k)
                {
                    own = score;
                }
            }

            sum += Math.Log(total) - own;
        }

        return sum / species.Length;
    }

    private static void FillHidden(
        ReadOnlySpan<double> weights, ReadOnlySpan<double> flowers, int row, double[] hidden)
    {
        for (int j = 0; j < Hidden; j++)
        {
            double sum = weights[j * (Inputs + 1) + Inputs];

            for (int i = 0; i < Inputs; i++)
            {
                sum += weights[j * (Inputs + 1) + i] * flowers[row * Inputs + i];
            }

            hidden[j] = Math.Tanh(sum);
        }
    }

    private static double Score(ReadOnlySpan<double> weights, double[] hidden, int species)
    {
        double score = weights[species * (Hidden + 1) + Hidden];

        for (int j = 0; j < Hidden; j++)
        {
            score += weights[species * (Hidden + 1) + j] * hidden[j];
        }

        return score;
    }

    public static void Run()
    {
        DataSet<double> irises = SampleData.Irises();
        string[] measures = ["sepal_length", "sepal_width", "petal_length", "petal_width"];
        (DataSet<double> train, DataSet<double> test) = irises.Split(testShare: 0.2, seed: 1);
        test.Standardize(train.Standardize(measures));
        DataSet<double> trainRows = new(train.Matrix("flowers", measures), train.Column("species"));
        DataSet<double> testRows = new(test.Matrix("flowers", measures), test.Column("species"));
        CostObjective objective = Objective(trainRows);

        var optimizer = new Adam<double>(learningRate: 0.01);
        var options = new TrainingOptions<double>
        {
            Epochs = 200,
            BatchSize = 16,
            ShuffleSeed = 1,
            Data = trainRows,
            Schedule = new CosineSchedule(optimizer, 200),
            InitialParameters = new TorchRandom(seed: 1).RandN<double>(objective.ParameterCount),
        };

        TrainingResult<double> result = ConsoleTraining.Fit(objective, optimizer, options);

        double[] weights = result.Parameters;
        Console.WriteLine($"{weights.Length} weights");
        PrintScore("Irises it learned from", weights, trainRows);
        PrintScore("Irises it had not seen", weights, testRows);
        GradientLine.Print(objective, weights);

        Plot history = new Plot { Title = "120 irises in batches of 16: cost", XLabel = "epoch", YScale = AxisScale.Log }
            .History([.. result.History.Select(epoch => epoch.Cost)]);
        Figures.Save(history, "neural-network");
    }

    private static void PrintScore(string name, double[] weights, DataSet<double> rows) =>
        Console.WriteLine(
            $"{name}: right about {CountRight(weights, rows)} of {rows.RowCount}, "
            + $"cost {Objective(rows).Value(weights):F4}");

    private static CostObjective Objective(DataSet<double> rows) =>
        new(
            hiddenWeightsLength: Hidden * (Inputs + 1),
            outputWeightsLength: Species * (Hidden + 1),
            flowers: rows["flowers"],
            species: rows["species"]);

    private static int CountRight(ReadOnlySpan<double> weights, DataSet<double> rows)
    {
        double[] hidden = new double[Hidden];
        int right = 0;

        for (int row = 0; row < rows.RowCount; row++)
        {
            FillHidden(weights[..(Hidden * (Inputs + 1))], rows["flowers"].Span, row, hidden);
            ReadOnlySpan<double> outputWeights = weights[(Hidden * (Inputs + 1))..];
            int likeliest = 0;

            for (int k = 1; k < Species; k++)
            {
                likeliest = Score(outputWeights, hidden, k) > Score(outputWeights, hidden, likeliest) ? k : likeliest;
            }

            right += rows["species"].Span[row] == likeliest ? 1 : 0;
        }

        return right;
    }
}
