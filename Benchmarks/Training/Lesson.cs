namespace Fluxion.Benchmarks.Training;

/// <summary>The first lesson as it is written down: a line through three points.</summary>
internal static partial class Lesson
{
    private static readonly float[] X = [1, 2, 3];
    private static readonly float[] Y = [2, 4, 6];

    [Differentiable]
    public static float Cost(float w, float b)
    {
        float sum = 0;

        for (int i = 0; i < X.Length; i++)
        {
            float error = w * X[i] + b - Y[i];
            sum += error * error;
        }

        return sum / X.Length;
    }
}
