using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Fluxion.Samples.SecondOpinion;

/// <summary>
/// Presents an objective to MathNet.Numerics' minimizers of functions with a gradient: conjugate gradients, BFGS in its
/// variants. There is no Hessian in it, for which Newton's method would ask.
/// </summary>
/// <param name="objective">The objective; evaluated once for each point, value and gradient together.</param>
internal sealed class MathNetObjective(IObjective<double> objective) : IObjectiveFunction
{
    private double[] _point = new double[objective.ParameterCount];
    private double[] _gradient = new double[objective.ParameterCount];

    public Vector<double> Point => Vector<double>.Build.Dense(_point);

    public double Value { get; private set; } = double.NaN;

    public bool IsGradientSupported => true;

    public Vector<double> Gradient => Vector<double>.Build.Dense(_gradient);

    public bool IsHessianSupported => false;

    public Matrix<double> Hessian => throw new NotSupportedException("The objective has a gradient, but no Hessian.");

    public void EvaluateAt(Vector<double> point)
    {
        // Vectors that were handed out share their memory with the arrays: those are left as they are.
        _point = point.ToArray();
        _gradient = new double[_point.Length];
        Value = objective.ValueAndGradient(_point, _gradient);
    }

    public IObjectiveFunction Fork() =>
        new MathNetObjective(objective) { _point = _point, _gradient = _gradient, Value = Value };

    public IObjectiveFunction CreateNew() => new MathNetObjective(objective);
}
