using System.Numerics;
using Fluxion.Optimization;
using Fluxion.Random;

namespace Fluxion.Tests.Optimization;

public sealed class EveryOptimizerTests
{
    // Longer than any vector, and something is left over.
    private const int Count = 37;

    public static TheoryData<string> Names => EveryOptimizer.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void WarmStepAllocatesNothing(string name)
    {
        Optimizer<double> doubles = EveryOptimizer.Create<double>(name);
        Optimizer<float> singles = EveryOptimizer.Create<float>(name);
        var random = new TorchRandom(1);
        double[] parameters = random.RandN<double>(Count);
        float[] singleParameters = random.RandN<float>(Count);
        double[][] gradients = [.. Enumerable.Range(0, 12).Select(_ => random.RandN<double>(Count))];
        float[] singleGradient = random.RandN<float>(Count);

        Assert.Equal(0, Allocation.OfWarm(() =>
        {
            foreach (double[] gradient in gradients)
            {
                doubles.Step(parameters, gradient);
            }

            singles.Step(singleParameters, singleGradient);
        }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItDoesNotShowWhichParametersWereTheRest(string name)
    {
        if (name is "Lbfgs" or "Groups")
        {
            return; // Their parameters depend on each other, or on their place.
        }

        AssertElementwise<double>(name);
        AssertElementwise<float>(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RestoredOptimizerGoesOnBitForBit(string name)
    {
        AssertGoesOn<double>(name);
        AssertGoesOn<float>(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StateOfAnotherKindIsRefused(string name)
    {
        Optimizer<double> optimizer = EveryOptimizer.Create<double>(name);
        using MemoryStream stream = new();
        StateTransfer.Save(stream, optimizer);

        stream.Position = 0;
        Optimizer<double> other = name == "AdamW" ? new Adam<double>() : new AdamW<double>();
        InvalidDataException kind = Assert.Throws<InvalidDataException>(() => StateTransfer.Restore(stream, other));
        Assert.Contains("'optimizer' was", kind.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTruncatedStateIsRefused(string name)
    {
        Optimizer<double> optimizer = EveryOptimizer.Create<double>(name);
        double[] parameters = new double[Count];
        optimizer.Step(parameters, new TorchRandom(1).RandN<double>(Count));
        optimizer.Step(parameters, new TorchRandom(2).RandN<double>(Count));
        using MemoryStream stream = new();
        StateTransfer.Save(stream, optimizer);
        byte[] state = stream.ToArray();

        for (int length = 0; length < state.Length; length += 7)
        {
            using MemoryStream part = new(state, 0, length);
            Assert.Throws<InvalidDataException>(
                () => StateTransfer.Restore(part, EveryOptimizer.Create<double>(name)));
        }
    }

    [Fact]
    public void OtherSettingsThanTheSavedOnesAreRefusedByName()
    {
        using MemoryStream stream = new();
        StateTransfer.Save(stream, new Adam<double>(beta2: 0.99));
        stream.Position = 0;
        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => StateTransfer.Restore(stream, new Adam<double>(beta2: 0.999)));
        Assert.Contains("'beta2' was 0.99", error.Message, StringComparison.Ordinal);
        Assert.Contains("0.999", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StateOfTheOtherElementTypeIsRefused()
    {
        Adam<float> optimizer = new();
        optimizer.Step(new float[3], [1, 2, 3]);
        using MemoryStream stream = new();
        StateTransfer.Save(stream, optimizer);
        stream.Position = 0;
        InvalidDataException error =
            Assert.Throws<InvalidDataException>(() => StateTransfer.Restore(stream, new Adam<double>()));
        Assert.Contains("4 bytes", error.Message, StringComparison.Ordinal);
    }

    private static void AssertElementwise<T>(string name)
        where T : IFloatingPointIeee754<T>
    {
        Optimizer<T> whole = EveryOptimizer.Create<T>(name);
        Optimizer<T>[] single = [.. Enumerable.Range(0, Count).Select(_ => EveryOptimizer.Create<T>(name))];
        var random = new TorchRandom(1);
        T[] parameters = random.RandN<T>(Count);
        T[] expected = [.. parameters];

        for (int step = 0; step < 7; step++)
        {
            T[] gradient = random.RandN<T>(Count);
            gradient[step] = T.Zero;
            whole.Step(parameters, gradient);

            for (int i = 0; i < Count; i++)
            {
                single[i].Step(expected.AsSpan(i, 1), gradient.AsSpan(i, 1));
            }
        }

        Assert.Equal(expected, parameters);
    }

    private static void AssertGoesOn<T>(string name)
        where T : IFloatingPointIeee754<T>
    {
        Optimizer<T> optimizer = EveryOptimizer.Create<T>(name);
        Optimizer<T> restored = EveryOptimizer.Create<T>(name);
        var random = new TorchRandom(1);
        T[] parameters = random.RandN<T>(Count);
        T[] copy = [];

        for (int step = 0; step < 12; step++)
        {
            if (step is 0 or 1 or 5)
            {
                using MemoryStream stream = new();
                StateTransfer.Save(stream, optimizer);
                stream.Position = 0;
                restored = EveryOptimizer.Create<T>(name);
                StateTransfer.Restore(stream, restored);
                Assert.Equal(stream.Length, stream.Position);
                copy = [.. parameters];
            }

            T[] gradient = random.RandN<T>(Count);
            optimizer.Step(parameters, gradient);
            restored.Step(copy, gradient);
            Assert.Equal(parameters, copy);
            Assert.Equal(optimizer.StepCount, restored.StepCount);
        }
    }
}
