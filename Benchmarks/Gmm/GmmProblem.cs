using Fluxion.Benchmarks.Racing;

namespace Fluxion.Benchmarks.Gmm;

/// <summary>A mixture and the points it is fitted to.</summary>
internal sealed record GmmProblem(
    int Dimension, double[] Alphas, double[] Means, double[] Icf, double[] Points)
{
    public int Components => Alphas.Length;

    public int Count => Points.Length / Dimension;

    /// <summary>The part of the objective that depends on the shape alone, for a Wishart prior of γ = 1 and m = 0.</summary>
    public double Constant
    {
        get
        {
            double logGamma = 0.25 * Dimension * (Dimension - 1) * Math.Log(GaussianMixture.Pi);

            for (int j = 1; j <= Dimension; j++)
            {
                logGamma += LogGammaOfHalf(Dimension + 2 - j);
            }

            double wishart = -(Dimension + 1) * Dimension * 0.5 * Math.Log(2) - logGamma;
            return -Count * Dimension * 0.5 * Math.Log(2 * GaussianMixture.Pi) - Components * wishart;
        }
    }

    public static GmmProblem FromSeed(int dimension, int components, int count)
    {
        RandomData random = new(4);
        return new GmmProblem(
            dimension,
            random.Normal(components),
            random.Uniform(components * dimension),
            random.Normal(components * dimension * (dimension + 1) / 2),
            random.Normal(count * dimension));
    }

    public static GmmProblem Read(string path)
    {
        NumberReader numbers = new(path);
        int dimension = numbers.Int(), components = numbers.Int(), count = numbers.Int();
        return new GmmProblem(
            dimension,
            numbers.Doubles(components),
            numbers.Doubles(components * dimension),
            numbers.Doubles(components * dimension * (dimension + 1) / 2),
            numbers.Doubles(count * dimension));
    }

    // log Γ(n / 2), by Γ(x + 1) = x Γ(x) from Γ(1) or Γ(½).
    private static double LogGammaOfHalf(int n)
    {
        double sum = n % 2 == 0 ? 0 : 0.5 * Math.Log(Math.PI);

        for (double x = n % 2 == 0 ? 1 : 0.5; x < 0.5 * n; x++)
        {
            sum += Math.Log(x);
        }

        return sum;
    }
}
