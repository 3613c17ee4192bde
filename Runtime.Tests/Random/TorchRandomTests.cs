using Fluxion.Random;

namespace Fluxion.Tests.Random;

public sealed class TorchRandomTests
{
    [Fact]
    public void SeedingAgainStartsTheStreamAgain()
    {
        var random = new TorchRandom(7);
        float[] first = random.RandN<float>(3);
        random.ManualSeed(7);
        Assert.Equal(first, random.RandN<float>(3));
    }

    [Fact]
    public void SeedingForgetsTheSecondOfAPairOfNormals()
    {
        var random = new TorchRandom(7);
        random.RandN<double>();
        random.ManualSeed(8);
        Assert.Equal(new TorchRandom(8).RandN<double>(), random.RandN<double>());
    }

    [Fact]
    public void SecondOfAPairOfNormalsOutlivesOtherDraws()
    {
        double[] pair = new TorchRandom(7).RandN<double>(2);
        var random = new TorchRandom(7);
        Assert.Equal(pair[0], random.RandN<double>());
        random.Rand<float>();
        random.RandN<double>(16);
        Assert.Equal(pair[1], random.RandN<double>());
    }

    [Fact]
    public void SeedCountsModuloTwoToTheThirtySecond()
    {
        Assert.Equal(new TorchRandom(5).Rand<double>(), new TorchRandom((1ul << 32) + 5).Rand<double>());
        Assert.NotEqual(new TorchRandom(5).Rand<double>(), new TorchRandom(6).Rand<double>());
    }

    [Fact]
    public void SpansAndArraysDrawTheSame()
    {
        double[] span = new double[21];
        new TorchRandom(3).RandN<double>(span.AsSpan());
        Assert.Equal(new TorchRandom(3).RandN<double>(21), span);
    }

    [Fact]
    public void UniformsStayBelowOne()
    {
        Assert.All(new TorchRandom(0).Rand<float>(100_000), number => Assert.InRange(number, 0f, 0.99999994f));
    }

    [Fact]
    public void NormalsHaveMeanZeroAndVarianceOne()
    {
        const int Count = 100_000;
        float[] numbers = new TorchRandom(0).RandN<float>(Count);
        Assert.Equal(0, numbers.Average(number => (double)number), 4 / Math.Sqrt(Count));
        Assert.Equal(1, numbers.Average(number => (double)number * number), 4 * Math.Sqrt(2.0 / Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void PermutationHoldsEveryNumberOnce(int count)
    {
        Assert.Equal(Enumerable.Range(0, count), new TorchRandom(9).RandPerm(count).Order());
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        var random = new TorchRandom(0);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => random.Rand<float>(-1)).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => random.RandN<float>(-1)).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => random.RandPerm(-1)).ParamName);
        Assert.Throws<NotSupportedException>(() => random.Rand<Half>());
        Assert.Throws<NotSupportedException>(() => random.RandN<Half>(20));
    }
}
