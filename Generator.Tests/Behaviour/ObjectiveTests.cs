namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>The generated objective: every parameter packed in one span, names known, constants given once.</summary>
public sealed class ObjectiveTests
{
    private const string Members = """
        [Differentiable]
        public static double Loss(double bias, double[] weights, int power, [NoDerivative] double scale)
        {
            double sum = bias;
            for (int i = 0; i < weights.Length; i++) { sum += weights[i] * weights[i] * power; }
            return scale * sum;
        }

        [Differentiable]
        public static float Fit(float w, [Data] ReadOnlySpan<float> x, [Data] ReadOnlySpan<float> y)
        {
            float sum = 0;
            for (int i = 0; i < x.Length; i++) { float e = w * x[i] - y[i]; sum += e * e; }
            return sum / x.Length;
        }
        """;

    [Fact]
    public void ParametersArePackedInOrder() =>
        Assert.Equal([3, 10 * (5 + (4 + 9) * 2), 10 * (5 + (4 + 9) * 2), 10, 80, 120], Script.Run(Members, """
            IObjective<double> objective = new Model.LossObjective(weightsLength: 2, power: 2, scale: 10);
            double[] gradient = [99, 99, 99];
            double value = objective.ValueAndGradient([5, 2, 3], gradient);
            return [objective.ParameterCount, objective.Value([5, 2, 3]), value, .. gradient];
            """));

    [Fact]
    public void NamesTellElementsApart() =>
        Assert.Equal([1], Script.Run(Members, """
            IObjective<double> objective = new Model.LossObjective(weightsLength: 2, power: 2, scale: 10);
            return [objective.ParameterNames.SequenceEqual(["bias", "weights[0]", "weights[1]"]) ? 1 : 0];
            """));

    [Fact]
    public void RowsOfADataSetAreABatch() =>
        Assert.Equal([3, 42, -28, 4, -8], Script.Run(Members, """
            IBatchObjective<float> objective = new Model.FitObjective(x: new float[] { 1, 2, 3 }, y: new float[] { 2, 4, 6 });
            float[] all = [99], one = [99];
            float value = objective.ValueAndGradient([-1], all);
            float batch = objective.ValueAndGradient(1, 1, [1], one);
            return [objective.RowCount, value, all[0], batch, one[0]];
            """));

    [Fact]
    public void RowsOutsideTheDataSetAreRefused() =>
        Assert.Equal([1, 1, 99], Script.Run(Members, """
            IBatchObjective<float> objective = new Model.FitObjective(x: new float[] { 1, 2, 3 }, y: new float[] { 2, 4, 6 });
            float[] gradient = [99];
            double first = 0, second = 0;
            try { objective.ValueAndGradient(2, 2, [1], gradient); } catch (ArgumentOutOfRangeException) { first = 1; }
            try { objective.ValueAndGradient(-1, 2, [1], gradient); } catch (ArgumentOutOfRangeException) { second = 1; }
            return [first, second, gradient[0]];
            """));

    [Fact]
    public void SgdFollowsTheGeneratedGradientDownhill() =>
        Assert.Equal([2], Script.Run(Members, """
            Model.FitObjective objective = new(x: new float[] { 1, 2, 3 }, y: new float[] { 2, 4, 6 });
            var optimizer = new Fluxion.Optimization.Sgd<float>(learningRate: 0.05f);
            float[] parameters = [0], gradient = [0];
            for (int i = 0; i < 200; i++)
            {
                objective.ValueAndGradient(parameters, gradient);
                optimizer.Step(parameters, gradient);
            }
            return [Math.Round(parameters[0], 4)];
            """));
}
