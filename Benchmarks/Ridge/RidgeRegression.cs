namespace Fluxion.Benchmarks.Ridge;

/// <summary>Least squares over the rows of a matrix, with a penalty on the weights.</summary>
internal static partial class RidgeRegression
{
    [Differentiable]
    public static double Loss(
        double[] weights, [Data] double[] features, [Data] double[] targets, [NoDerivative] double penalty)
    {
        double sum = 0;

        for (int row = 0; row < targets.Length; row++)
        {
            double prediction = 0;

            for (int i = 0; i < weights.Length; i++)
            {
                prediction += weights[i] * features[row * weights.Length + i];
            }

            double error = prediction - targets[row];
            sum += error * error;
        }

        double squares = 0;

        for (int i = 0; i < weights.Length; i++)
        {
            squares += weights[i] * weights[i];
        }

        return sum / targets.Length + penalty * squares;
    }
}
