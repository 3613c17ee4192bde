using System.Diagnostics;
using Fluxion.Random;

namespace Fluxion.Samples;

/// <summary>What a gradient costs: the first lesson's cost over a million rows. Run it in Release.</summary>
internal static partial class Measurement
{
    private const int Rows = 1_000_000;
    private const int Repetitions = 50;

    [Differentiable]
    private static float Cost(float w, float b, [Data] float[] x, [Data] float[] y)
    {
        float sum = 0;

        for (int i = 0; i < x.Length; i++)
        {
            float error = w * x[i] + b - y[i];
            sum += error * error;
        }

        return sum / x.Length;
    }

    public static void Run()
    {
        var random = new TorchRandom(seed: 1);
        float[] x = random.RandN<float>(Rows);
        float[] y = random.RandN<float>(Rows);

        Console.WriteLine($"Mean squared error of a line over {Rows:N0} rows, best of {Repetitions} runs");
        Print("value", () => Cost(0.5f, 0.1f, x, y));
        Print("value and gradient", () => CostValueAndGradient(0.5f, 0.1f, x, y, out _, out _));
    }

    private static void Print(string name, Func<float> function)
    {
        // The JIT compiles a hot method a second and third time, in the background.
        for (int i = 0; i < Repetitions; i++)
        {
            function();
            Thread.Sleep(5);
        }

        TimeSpan best = TimeSpan.MaxValue;
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < Repetitions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            function();
            TimeSpan time = Stopwatch.GetElapsedTime(start);
            best = time < best ? time : best;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine($"{name,-20} {best.TotalMicroseconds,8:F0} µs, {allocated} bytes allocated");
    }
}
