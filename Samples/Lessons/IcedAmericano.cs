using Fluxion.Optimization;
using Fluxion.Plotting;
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
        // The order of torch.sum, on which the last digits depend: 32 running sums in turn, and one of what is left over.
        float[] running = new float[33];
        int whole = X.Length - X.Length % 32;

        for (int i = 0; i < X.Length; i++)
        {
            float error = Y[i] - (w0 + w1 * X[i]);
            running[i < whole ? i % 32 : 32] += error * error;
        }

        float sum = running[32];

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

        Console.WriteLine("30 updates");
        List<float[]> way = Train([w0, w1], accumulates: false);
        Console.WriteLine("30 updates with a forgotten zero_grad: every gradient is added to the ones before");
        List<float[]> wrongWay = Train([w0, w1], accumulates: true);
        GradientLine.Print(new LossObjective(), w0, w1);
        Draw(way, wrongWay);
    }

    private static void Draw(List<float[]> way, List<float[]> wrongWay)
    {
        float[] end = way[^1];
        Plot sales = new Plot { Title = "100 days", XLabel = "temperature", YLabel = "sold", Width = 480, Height = 400 }
            .Scatter(X, Y, "days")
            .Curve(x => end[0] + end[1] * x, (-2.5, 2.5), "after 30 updates");
        Plot descents = new Plot { Title = "Loss", XLabel = "w0", YLabel = "w1", Width = 480, Height = 400 }
            .Contour((x, y) => Loss((float)x, (float)y), (-8, 12), (-4, 12))
            .Descent([.. way.Select(w => w[0])], [.. way.Select(w => w[1])], "30 updates")
            .Descent([.. wrongWay.Select(w => w[0])], [.. wrongWay.Select(w => w[1])], "zero_grad forgotten");
        Figures.Save(new Panels(sales, descents), "iced-americano");
    }

    /// <summary>Follows the gradient from a point, and returns where it led.</summary>
    private static List<float[]> Train(float[] w, bool accumulates)
    {
        List<float[]> way = [[.. w]];
        var objective = new LossObjective();
        var optimizer = new Sgd<float>(LearningRate);
        float[] gradient = new float[2];

        for (int update = 1; update <= 30; update++)
        {
            float loss = accumulates
                ? objective.AccumulateGradient<LossObjective, float>(w, gradient)
                : objective.ValueAndGradient(w, gradient);
            optimizer.Step(w, gradient);
            way.Add([.. w]);
            Console.WriteLine($"Update {update,2}/30 w: [{w[0]:F4}, {w[1]:F4}] Loss: {loss:F4}");
        }

        Console.WriteLine();
        return way;
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
        Console.WriteLine($"Loss at w = ({w0}, {w1}): {Loss(w0, w1):F4}");

    private static void PrintGradient(string name, (float D0, float D1) gradient) =>
        Console.WriteLine($"  {name,-20} [{gradient.D0:F4}, {gradient.D1:F4}]");
}
