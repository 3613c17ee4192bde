namespace Fluxion.Benchmarks.Logistic;

/// <summary>The mean logistic loss of a line through labels that are −1 or 1, written as in a textbook.</summary>
internal static partial class LogisticRegression
{
    [Differentiable]
    public static double Loss(double w, double b, [Data] double[] x, [Data] double[] labels)
    {
        double sum = 0;

        for (int i = 0; i < x.Length; i++)
        {
            double margin = labels[i] * (w * x[i] + b);
            sum += Math.Log(1 + Math.Exp(-margin));
        }

        return sum / x.Length;
    }
}
