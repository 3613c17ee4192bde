namespace Fluxion.Benchmarks.Logistic;

/// <summary>The gradient as one would write it down: one pass, each exponential taken once.</summary>
internal static class LogisticByHand
{
    public static double ValueAndGradient(
        double w, double b, double[] x, double[] labels, out double dW, out double dB)
    {
        double sum = 0, wSum = 0, bSum = 0;

        for (int i = 0; i < x.Length; i++)
        {
            double exp = Math.Exp(-labels[i] * (w * x[i] + b));
            sum += Math.Log(1 + exp);
            double slope = -labels[i] * exp / (1 + exp);
            wSum += slope * x[i];
            bSum += slope;
        }

        dW = wSum / x.Length;
        dB = bSum / x.Length;
        return sum / x.Length;
    }
}
