using System.Globalization;
using System.Numerics;
using Fluxion.Optimization;
using Fluxion.Random;

namespace Fluxion.Tests.Optimization;

public sealed class SgdTests
{
    [Fact]
    public void PlainStepGoesDownTheGradient()
    {
        float[] parameters = [1, 2];
        new Sgd<float>(0.5f).Step(parameters, [2, -4]);
        Assert.Equal([0f, 4f], parameters);
    }

    [Fact]
    public void MaximizeGoesUpTheGradientButStillDecays()
    {
        double[] parameters = [8];
        new Sgd<double>(0.5, weightDecay: 0.25, maximize: true).Step(parameters, [2]);
        Assert.Equal([8 - (0.5 * (-2 + 2.0))], parameters);

        new Sgd<double>(0.5, maximize: true).Step(parameters, [2]);
        Assert.Equal([9.0], parameters);
    }

    [Fact]
    public void FirstMomentumIsTheGradientItselfUndampened()
    {
        var optimizer = new Sgd<double>(1, momentum: 0.5, dampening: 0.75);
        double[] parameters = [0];
        optimizer.Step(parameters, [8]);
        Assert.Equal(-8, parameters[0]);
        optimizer.Step(parameters, [8]);
        Assert.Equal(-8 - ((0.5 * 8) + (0.25 * 8)), parameters[0]);
    }

    [Fact]
    public void LearningRateMayChangeBetweenSteps()
    {
        var optimizer = new Sgd<float>(1);
        float[] parameters = [0];
        optimizer.Step(parameters, [1]);
        optimizer.LearningRate = 0.25f;
        optimizer.Step(parameters, [1]);
        Assert.Equal(-1.25f, parameters[0]);
        Assert.Equal(2, optimizer.StepCount);
        Assert.Equal(1, optimizer.ParameterCount);
    }

    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(0, 0, 0.1, false)]
    [InlineData(0.9, 0, 0, false)]
    [InlineData(0.9, 0.3, 0.1, false)]
    [InlineData(0.9, 0, 0.1, true)]
    public void VectorsAndTheRestRoundLikeTheFormula(double momentum, double dampening, double decay, bool nesterov)
    {
        CompareWithFormula<float>(momentum, dampening, decay, nesterov);
        CompareWithFormula<double>(momentum, dampening, decay, nesterov);
    }

    [Fact]
    public void WarmStepAllocatesNothing()
    {
        var plain = new Sgd<float>(0.1f, weightDecay: 0.1f);
        var accelerated = new Sgd<double>(0.1, momentum: 0.9, nesterov: true);
        float[] singles = new float[37];
        double[] doubles = new double[37];
        float[] singleGradient = new float[37];
        double[] doubleGradient = new double[37];

        Assert.Equal(0, Allocation.OfWarm(() =>
        {
            plain.Step(singles, singleGradient);
            accelerated.Step(doubles, doubleGradient);
        }));
    }

    [Fact]
    public void InfiniteParameterWithoutDecayDoesNotBecomeNaN()
    {
        float[] parameters = [float.PositiveInfinity];
        new Sgd<float>(0.1f).Step(parameters, [1]);
        Assert.Equal(float.PositiveInfinity, parameters[0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void SettingsOutsideTheirRangeAreRefusedByName(double bad)
    {
        Assert.Equal("learningRate", Refused(() => new Sgd<double>(bad)));
        Assert.Equal("momentum", Refused(() => new Sgd<double>(0.1, momentum: bad)));
        Assert.Equal("weightDecay", Refused(() => new Sgd<double>(0.1, weightDecay: bad)));
        Assert.Equal("dampening", Refused(() => new Sgd<double>(0.1, dampening: double.NaN)));

        var optimizer = new Sgd<double>(0.1);
        Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.LearningRate = bad);
        Assert.Equal(0.1, optimizer.LearningRate);

        static string? Refused(Func<object> create) => Assert.Throws<ArgumentOutOfRangeException>(create).ParamName;
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.9, 0.1)]
    public void NesterovNeedsMomentumWithoutDampening(double momentum, double dampening)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new Sgd<double>(0.1, momentum, dampening, nesterov: true));
        Assert.Equal("nesterov", error.ParamName);
        Assert.Contains(dampening.ToString(CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LengthsThatDoNotFitAreRefusedAndNothingIsChanged()
    {
        var optimizer = new Sgd<float>(1);
        float[] three = [1, 2, 3];
        ArgumentException lengths = Assert.Throws<ArgumentException>(() => optimizer.Step(three, [1, 1]));
        Assert.Contains("3 parameters", lengths.Message, StringComparison.Ordinal);
        Assert.Contains("2 elements", lengths.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => optimizer.Step(three.AsSpan(0, 2), three.AsSpan(1, 2)));
        Assert.Equal([1f, 2f, 3f], three);

        optimizer.Step(three, [0, 0, 0]);
        ArgumentException count = Assert.Throws<ArgumentException>(() => optimizer.Step(new float[2], new float[2]));
        Assert.Contains("2 parameters", count.Message, StringComparison.Ordinal);
        Assert.Contains("had 3", count.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoParametersAreNoTrouble()
    {
        var optimizer = new Sgd<double>(0.1, momentum: 0.9);
        optimizer.Step([], []);
        optimizer.Step([], []);
        Assert.Equal(0, optimizer.ParameterCount);
    }

    private static void CompareWithFormula<T>(double momentum, double dampening, double decay, bool nesterov)
        where T : IFloatingPointIeee754<T>
    {
        // Prime: longer than any vector, and something is left over.
        const int Count = 67;
        T rate = T.CreateTruncating(0.013);
        (T m, T d, T w) = (T.CreateTruncating(momentum), T.CreateTruncating(dampening), T.CreateTruncating(decay));
        var optimizer = new Sgd<T>(rate, m, d, w, nesterov);
        var random = new TorchRandom(1);
        T[] parameters = random.RandN<T>(Count);
        T[] expected = [.. parameters];
        T[] buffer = new T[Count];

        for (int step = 0; step < 5; step++)
        {
            T[] gradient = random.RandN<T>(Count);
            optimizer.Step(parameters, gradient);

            for (int i = 0; i < Count; i++)
            {
                T direction = decay == 0 ? gradient[i] : gradient[i] + (w * expected[i]);
                buffer[i] = step == 0 ? direction : (m * buffer[i]) + ((T.One - d) * direction);
                direction = momentum == 0 ? direction : nesterov ? direction + (m * buffer[i]) : buffer[i];
                expected[i] -= rate * direction;
            }

            Assert.Equal(expected, parameters);
        }
    }
}
