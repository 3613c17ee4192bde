using Fluxion.Optimization;
using Fluxion.Random;

namespace Fluxion.Samples.Lessons;

/// <summary>Iced americanos sold on 100 days against the temperature: one gradient obtained in three ways, then followed.</summary>
internal static partial class IcedAmericano
{
    private const float LearningRate = 0.001f;

    private static readonly float[] X = new float[100];
    private static readonly float[] Y = new float[100];

    static IcedAmericano()
    {
        var random = new TorchRandom(seed: 43052);
        random.RandN<float>(X);
        Array.Sort(X);
        float[] noise = random.RandN<float>(100);

        for (int i = 0; i < X.Length; i++)
        {
            Y[i] = 2.5f + 4 * X[i] + 0.5f * noise[i];
        }
    }

    /// <summary>The squared errors of the line <c>w0 + w1·x</c>, added up.</summary>
    [Differentiable]
    private static float Loss(float w0, float w1)
    {
        float[] squares = new float[X.Length];

        for (int i = 0; i < X.Length; i++)
        {
            float error = Y[i] - (w0 + w1 * X[i]);
            squares[i] = error * error;
        }

        return Sum(squares);
    }

    /// <summary>
    /// Adds in the order of <c>torch.sum</c>, on which the last digits depend: 32 running sums, and what is left over.
    /// </summary>
    private static float Sum(float[] values)
    {
        float[] running = new float[32];
        int whole = values.Length - values.Length % running.Length;

        for (int i = 0; i < whole; i++)
        {
            running[i % running.Length] += values[i];
        }

        float sum = 0;

        for (int i = whole; i < values.Length; i++)
        {
            sum += values[i];
        }

        for (int i = 0; i < 8; i++)
        {
            sum += running[i] + running[i + 8] + running[i + 16] + running[i + 24];
        }

        return sum;
    }

    public static void Run()
    {
        PrintLoss(2.5f, 3.5f);
        PrintLoss(2.3f, 3.5f);
        PrintLoss(-5, 10);
        Console.WriteLine();

        (float w0, float w1) = (-5, 10);
        Console.WriteLine($"Gradient at w = ({w0}, {w1})");
        PrintGradient("forward differences", ForwardDifferences(w0, w1, h: 0.001f));
        PrintGradient("-2Xᵀy + 2XᵀXw", ClosedForm(w0, w1));
        PrintGradient("generated", LossGradient(w0, w1));
        Console.WriteLine();

        float[] w = [w0, w1];
        float[] gradient = new float[2];
        new LossObjective().ValueAndGradient(w, gradient);
        new Sgd<float>(LearningRate).Step(w, gradient);
        Console.WriteLine($"After one update: [{w[0]:F4}, {w[1]:F4}]");
        Console.WriteLine();

        Train([w0, w1], updates: 30);
        GradientLine.Print(new LossObjective(), w0, w1);
    }

    private static void Train(float[] w, int updates)
    {
        var objective = new LossObjective();
        var optimizer = new Sgd<float>(LearningRate);
        float[] gradient = new float[2];

        for (int update = 1; update <= updates; update++)
        {
            float loss = objective.ValueAndGradient(w, gradient);
            optimizer.Step(w, gradient);
            Console.WriteLine($"Update {update,2}/{updates} w: [{w[0]:F4}, {w[1]:F4}] Loss: {loss:F4}");
        }
    }

    private static (float, float) ForwardDifferences(float w0, float w1, float h) =>
        ((Loss(w0 + h, w1) - Loss(w0, w1)) / h, (Loss(w0, w1 + h) - Loss(w0, w1)) / h);

    // X is the matrix with the rows (1, x).
    private static (float, float) ClosedForm(float w0, float w1)
    {
        (float y, float xy, float x, float xx) = (0, 0, 0, 0);

        for (int i = 0; i < X.Length; i++)
        {
            y += Y[i];
            xy += X[i] * Y[i];
            x += X[i];
            xx += X[i] * X[i];
        }

        return (-2 * y + (2 * X.Length * w0 + 2 * x * w1), -2 * xy + (2 * x * w0 + 2 * xx * w1));
    }

    private static void PrintLoss(float w0, float w1) =>
        Console.WriteLine($"Loss at w = ({w0}, {w1}): {Loss(w0, w1):G9}");

    private static void PrintGradient(string name, (float D0, float D1) gradient) =>
        Console.WriteLine($"  {name,-20} [{gradient.D0:F4}, {gradient.D1:F4}]");
}
