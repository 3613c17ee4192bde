namespace Fluxion.Samples.Lessons;

/// <summary>Why PyTorch's loops call <c>zero_grad</c>, and why these need not.</summary>
internal static partial class Accumulation
{
    [Differentiable]
    private static float Twice(float w) => 2 * w;

    [Differentiable]
    private static float OneExpression(float w) => 2 * (w * w) + 5;

    [Differentiable]
    private static float ThroughIntermediate(float w)
    {
        float y = w * w;
        float z = 2 * y + 5;
        return z;
    }

    public static void Run()
    {
        const int Epochs = 20;
        var objective = new TwiceObjective();
        float[] w = [2];
        float[] added = [0];
        float[] overwritten = [0];

        Console.WriteLine("z = 2w differentiated at w = 2: added up, as backward() does, and overwritten");

        for (int epoch = 0; epoch <= Epochs; epoch++)
        {
            objective.AccumulateGradient<TwiceObjective, float>(w, added);
            objective.ValueAndGradient(w, overwritten);
            Console.WriteLine($"Epoch {epoch,2}/{Epochs} added: {added[0]:F1}, overwritten: {overwritten[0]:F1}");
        }

        Console.WriteLine($"z = 2w² + 5 at w = 2, one expression: {OneExpressionGradient(2):F1}");
        Console.WriteLine($"z = 2y + 5, y = w² at w = 2:          {ThroughIntermediateGradient(2):F1}");

        GradientLine.Print(objective, 2);
        GradientLine.Print(new OneExpressionObjective(), 2);
        GradientLine.Print(new ThroughIntermediateObjective(), 2);
    }
}
