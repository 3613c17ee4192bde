using System.Numerics;
using Fluxion.Numerics;

namespace Fluxion.Tests.Numerics;

public class VectorMathTests
{
    private const double Tolerance = 4;
    private const int Samples = 24_000;

    public static TheoryData<string> Functions => [.. VectorFunctions.OfDouble.Select(static f => f.Name)];

    public static TheoryData<string> Functions2 => [.. VectorFunctions.OfDoubles.Select(static f => f.Name)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void AgreesWithTheScalarFunctionOfDouble(string name)
    {
        VectorFunction<double> function = VectorFunctions.OfDouble.Single(function => function.Name == name);
        double[] x = SampleNumbers.Doubles(Samples);

        for (int i = 0; i + Vector<double>.Count <= x.Length; i += Vector<double>.Count)
        {
            Vector<double> actual = function.Vector(Lanes.Load(x, i));

            for (int lane = 0; lane < Vector<double>.Count; lane++)
            {
                double expected = function.Scalar(x[i + lane]);
                double units = UnitsInLastPlace.Between(expected, actual[lane]);
                AssertClose(expected, actual[lane], units, $"{x[i + lane]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void AgreesWithTheScalarFunctionOfSingle(string name)
    {
        VectorFunction<float> function = VectorFunctions.OfSingle.Single(function => function.Name == name);
        float[] x = SampleNumbers.Singles(Samples);

        for (int i = 0; i + Vector<float>.Count <= x.Length; i += Vector<float>.Count)
        {
            Vector<float> actual = function.Vector(Lanes.Load(x, i));

            for (int lane = 0; lane < Vector<float>.Count; lane++)
            {
                float expected = function.Scalar(x[i + lane]);
                double units = UnitsInLastPlace.Between(expected, actual[lane]);
                AssertClose(expected, actual[lane], units, $"{x[i + lane]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions2))]
    public void AgreesWithTheScalarFunctionOfTwoDoubles(string name)
    {
        VectorFunction2<double> function = VectorFunctions.OfDoubles.Single(function => function.Name == name);
        (double[] x, double[] y) = SampleNumbers.DoublePairs(Samples);

        for (int i = 0; i + Vector<double>.Count <= x.Length; i += Vector<double>.Count)
        {
            Vector<double> actual = function.Vector(Lanes.Load(x, i), Lanes.Load(y, i));

            for (int lane = 0; lane < Vector<double>.Count; lane++)
            {
                double expected = function.Scalar(x[i + lane], y[i + lane]);
                double units = UnitsInLastPlace.Between(expected, actual[lane]);
                AssertClose(expected, actual[lane], units, $"{x[i + lane]:R}, {y[i + lane]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions2))]
    public void AgreesWithTheScalarFunctionOfTwoSingles(string name)
    {
        VectorFunction2<float> function = VectorFunctions.OfSingles.Single(function => function.Name == name);
        (double[] wideX, double[] wideY) = SampleNumbers.DoublePairs(Samples);
        float[] x = Array.ConvertAll(wideX, static value => (float)value);
        float[] y = Array.ConvertAll(wideY, static value => (float)value);

        for (int i = 0; i + Vector<float>.Count <= x.Length; i += Vector<float>.Count)
        {
            Vector<float> actual = function.Vector(Lanes.Load(x, i), Lanes.Load(y, i));

            for (int lane = 0; lane < Vector<float>.Count; lane++)
            {
                float expected = function.Scalar(x[i + lane], y[i + lane]);
                double units = UnitsInLastPlace.Between(expected, actual[lane]);
                AssertClose(expected, actual[lane], units, $"{x[i + lane]:R}, {y[i + lane]:R}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void ALaneDependsOnNoOther(string name)
    {
        VectorFunction<double> ofDouble = VectorFunctions.OfDouble.Single(function => function.Name == name);
        VectorFunction<float> ofSingle = VectorFunctions.OfSingle.Single(function => function.Name == name);
        Vector<double> strangers = new Vector<double>(double.NegativeInfinity).WithElement(0, 1e300);
        Vector<float> strangersSingle = new Vector<float>(float.NegativeInfinity).WithElement(0, 1e30f);

        foreach (double x in SampleNumbers.Doubles(2_000))
        {
            double alone = ofDouble.Vector(new Vector<double>(x))[1];
            Assert.Equal(alone, ofDouble.Vector(strangers.WithElement(1, x))[1]);

            float aloneSingle = ofSingle.Vector(new Vector<float>((float)x))[1];
            Assert.Equal(aloneSingle, ofSingle.Vector(strangersSingle.WithElement(1, (float)x))[1]);
        }
    }

    [Fact]
    public void ClampKeepsNaNAndTheSignOfZero()
    {
        double[] x = SampleNumbers.Doubles(1_000);

        (double, double)[] bounds = [(-1.0, 1.0), (0.0, 2.0), (-0.0, 0.0), (double.NaN, 1), (1, double.NaN)];

        foreach ((double low, double high) in bounds)
        {
            foreach (double value in x)
            {
                double expected = Math.Clamp(value, low, high);
                double actual = VectorMath.Clamp(new(value), new(low), new Vector<double>(high))[0];
                Assert.Equal(0, UnitsInLastPlace.Between(expected, actual));

                (float single, float lowSingle, float highSingle) = ((float)value, (float)low, (float)high);
                Vector<float> clamped = VectorMath.Clamp(new(single), new(lowSingle), new Vector<float>(highSingle));
                Assert.Equal(0, UnitsInLastPlace.Between(Math.Clamp(single, lowSingle, highSingle), clamped[0]));
            }
        }
    }

    [Fact]
    public void ClampRejectsBoundsInTheWrongOrder()
    {
        Assert.Throws<ArgumentException>(() => VectorMath.Clamp(new(0.0), new(2.0), new Vector<double>(1.0)));
        Assert.Throws<ArgumentException>(() => VectorMath.Clamp(new(0f), new(2f), new Vector<float>(1f)));
    }

    private static void AssertClose(double expected, double actual, double units, string arguments) =>
        Assert.True(units <= Tolerance, $"({arguments}): {actual:R} instead of {expected:R}, {units} units off");
}
