using Fluxion.Optimization;
using Fluxion.Random;
using Fluxion.Tests.Optimization;
using Fluxion.Training;

namespace Fluxion.Tests.Training;

public sealed class ChunkedObjectiveTests
{
    private static readonly double[] X = new TorchRandom(1).RandN<double>(10_007);
    private static readonly double[] Y = new TorchRandom(2).RandN<double>(10_007);

    [Theory]
    [InlineData(null)]
    [InlineData(97)]
    public void NumberOfThreadsDoesNotShowInAnyBit(int? chunkRows)
    {
        double[] expected = Fit(1, chunkRows);

        foreach (int threads in (int[])[2, 3, 7, 16])
        {
            Assert.Equal(expected, Fit(threads, chunkRows));
        }

        static double[] Fit(int threads, int? chunkRows)
        {
            TrainingResult<double> result = Trainer.Fit(
                new LineFit(X, Y),
                new Adam<double>(0.1),
                new()
                {
                    Epochs = 20,
                    Combination = ChunkCombination.Mean,
                    Threads = threads,
                    ChunkRows = chunkRows,
                });
            return [.. result.Parameters, .. result.History.Select(record => record.Cost)];
        }
    }

    [Fact]
    public void MeanOfPartsIsTheWhole()
    {
        ChunkedObjective<double> parts = new(new LineFit(X, Y), ChunkCombination.Mean, 2, 100);
        double[] point = [0.5, -0.25];
        double[] expected = new double[2];
        double[] actual = new double[2];
        double value = new LineFit(X, Y).ValueAndGradient(point, expected);
        Assert.Equal(value, parts.ValueAndGradient(point, actual), 1e-12);
        Assert.Equal(value, parts.Value(point), 1e-12);
        Assert.Equal(expected[0], actual[0], 1e-12);
        Assert.Equal(expected[1], actual[1], 1e-12);
    }

    [Fact]
    public void SumOfPartsIsTheirSum()
    {
        LineFit fit = new([1, 2, 3], [0, 0, 1]);
        ChunkedObjective<double> parts = new(fit, ChunkCombination.Sum, 1, 1);
        double[] gradient = new double[2];
        Assert.Equal(1 + 4 + 4, parts.ValueAndGradient([1, 0], gradient));
        Assert.Equal([2 + 8 + 12, 2 + 4 + 4], gradient);
    }

    [Fact]
    public void ExceptionIsTheObjectives()
    {
        ChunkedObjective<double> parts = new(new LineFit(X, [.. Y.Take(5000)]), ChunkCombination.Sum, 2, 100);
        Assert.Throws<IndexOutOfRangeException>(() => parts.Value([0, 0]));
    }

    [Fact]
    public void ArgumentsOutsideTheirRangeAreRefused()
    {
        LineFit fit = new(X, Y);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChunkedObjective<double>(fit, ChunkCombination.None, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChunkedObjective<double>(fit, ChunkCombination.Sum, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChunkedObjective<double>(fit, ChunkCombination.Sum, 1, 0));
        Assert.Throws<ArgumentException>(
            () => new ChunkedObjective<double>(new LineFit([], []), ChunkCombination.Sum, 1));
        ChunkedObjective<double> parts = new(fit, ChunkCombination.Sum, 1);
        Assert.Throws<ArgumentException>(() => parts.Value([0, 0, 0]));
    }
}
