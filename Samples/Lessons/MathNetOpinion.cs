using Fluxion.Optimization;
using Fluxion.Plotting;
using Fluxion.Samples.SecondOpinion;
using Fluxion.Training;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Fluxion.Samples.Lessons;

/// <summary>One curve through measurements, fitted by Fluxion's optimizer and by two of MathNet.Numerics.</summary>
/// <remarks>
/// The measurements and the certified answer are those of the problem Misra1a of the Statistical Reference Datasets of
/// the National Institute of Standards and Technology: the volume of dental material adsorbed by pressure (D. Misra).
/// </remarks>
internal static partial class MathNetOpinion
{
    // In hundreds, so that both parameters are of the order of 1.
    private static readonly double[] Volume =
        [.1007, .1473, .1794, .2393, .2961, .3518, .4002, .4482, .5076, .5505, .6101, .6640, .7547, .8178];

    // In thousands.
    private static readonly double[] Pressure =
        [.0776, .1149, .1411, .1908, .2399, .2890, .3328, .3784, .4348, .4773, .5368, .5931, .6891, .7600];

    /// <summary>The curve. Its gradients at the pressures are the rows of the Jacobian.</summary>
    [Differentiable]
    private static double Curve(double b1, double b2, [NoDerivative] double pressure) =>
        b1 * (1 - Math.Exp(-b2 * pressure));

    /// <summary>The squared errors of the curve, added up.</summary>
    [Differentiable]
    private static double Cost(double b1, double b2)
    {
        double sum = 0;

        for (int i = 0; i < Volume.Length; i++)
        {
            double error = Curve(b1, b2, Pressure[i]) - Volume[i];
            sum += error * error;
        }

        return sum;
    }

    public static void Run()
    {
        var objective = new CostObjective();
        double[] start = [5, 0.1];
        TrainingResult<double> lbfgs = Trainer.Fit(
            objective,
            new Lbfgs<double>(gradientTolerance: 1e-12, changeTolerance: 1e-20, lineSearch: LineSearch.StrongWolfe),
            new TrainingOptions<double> { Epochs = 20, InitialParameters = start });
        Vector<double> initial = Vector<double>.Build.Dense(start);
        MinimizationResult bfgs = new BfgsMinimizer(1e-10, 1e-12, 1e-12, 1000)
            .FindMinimum(new MathNetObjective(objective), initial);
        NonlinearMinimizationResult marquardt = new LevenbergMarquardtMinimizer().FindMinimum(Model(), initial);

        Print("Fluxion, L-BFGS", lbfgs.Parameters[0], lbfgs.Parameters[1]);
        Print("MathNet, BFGS", bfgs.MinimizingPoint[0], bfgs.MinimizingPoint[1]);
        Print("MathNet, Levenberg-Marquardt", marquardt.MinimizingPoint[0], marquardt.MinimizingPoint[1]);
        Print("Certified by NIST", 2.3894212918, 0.55015643181);
        GradientLine.Print(objective, start);

        (double b1, double b2) = (lbfgs.Parameters[0], lbfgs.Parameters[1]);
        Plot curve = new Plot { Title = "Misra1a", XLabel = "pressure", YLabel = "volume" }
            .Scatter([.. Pressure.Select(x => 1000 * x)], [.. Volume.Select(y => 100 * y)], "measured")
            .Curve(pressure => 100 * Curve(b1, b2, pressure / 1000), (0, 800), "fitted");
        Figures.Save(curve, "mathnet");
    }

    /// <summary>Levenberg–Marquardt asks for the curve and its Jacobian instead of the sum of squares.</summary>
    private static IObjectiveModel Model() =>
        ObjectiveFunction.NonlinearModel(
            (p, x) => x.Map(pressure => Curve(p[0], p[1], pressure)),
            (p, x) => Matrix<double>.Build.DenseOfRows(x.Select(pressure =>
            {
                (double b1, double b2) = CurveGradient(p[0], p[1], pressure);
                return new[] { b1, b2 };
            })),
            Vector<double>.Build.Dense(Pressure),
            Vector<double>.Build.Dense(Volume));

    // Back in the units of the problem.
    private static void Print(string name, double b1, double b2) =>
        Console.WriteLine($"{name,-28} b1: {100 * b1:F6}, b2: {b2 / 1000:F10}, squares: {10_000 * Cost(b1, b2):F10}");
}
