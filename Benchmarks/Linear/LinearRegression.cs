namespace Fluxion.Benchmarks.Linear;

/// <summary>The lessons' cost: the mean squared error of a line.</summary>
internal static partial class LinearRegression
{
    [Differentiable]
    public static float Cost(float w, float b, [Data] float[] x, [Data] float[] y)
    {
        float sum = 0;

        for (int i = 0; i < x.Length; i++)
        {
            float error = w * x[i] + b - y[i];
            sum += error * error;
        }

        return sum / x.Length;
    }
}
