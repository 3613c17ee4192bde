using System.Diagnostics;

namespace Fluxion.Benchmarks.Racing;

/// <summary>
/// Runs contestants by turns, so that whatever else the machine does hits all of them alike. A sample is as many calls as
/// last a millisecond; the ratio of two contestants is taken in each round, and its median counts.
/// </summary>
internal static class Race
{
    private const double SampleSeconds = 0.001;
    private const double RaceSeconds = 3;

    // why: a method is compiled anew after thirty calls, and again after thirty more that were measured.
    private const int WarmUpCalls = 70;
    private const double WarmUpSeconds = 0.4;
    private const double LongestWarmUpSeconds = 10;

    public static IReadOnlyList<Result> Run(Work work)
    {
        int[] counts = [.. work.Contestants.Select(WarmUp)];
        double[] round = [.. work.Contestants.Select((c, i) => c.Seconds(counts[i]))];
        int rounds = (int)Math.Clamp(RaceSeconds / round.Sum(), 9, 301);
        double[][] samples = [.. work.Contestants.Select(_ => new double[rounds])];

        int[] order = [.. Enumerable.Range(0, counts.Length)];
        System.Random random = new(1);

        for (int r = 0; r < rounds; r++)
        {
            // why: who comes after one that waits for another process is treated better by the scheduler.
            random.Shuffle(order);

            foreach (int c in order)
            {
                samples[c][r] = work.Contestants[c].Seconds(counts[c]) / counts[c];
            }
        }

        return [.. work.Contestants.Select((c, i) => Summarize(c, samples[i], samples[0]))];
    }

    /// <summary>Lets the contestant's code be compiled for good; how many calls make a sample.</summary>
    private static int WarmUp(Contestant contestant)
    {
        long start = Stopwatch.GetTimestamp();
        double fastest = double.PositiveInfinity;
        int least = contestant.IsLocal ? WarmUpCalls : 2;

        for (int calls = 0; IsCold(calls, Stopwatch.GetElapsedTime(start).TotalSeconds); calls++)
        {
            fastest = Math.Min(fastest, contestant.Seconds(1));
        }

        return (int)Math.Clamp(SampleSeconds / fastest, 1, 1_000_000);

        bool IsCold(int calls, double seconds) =>
            calls == 0 || seconds < WarmUpSeconds || (calls < least && seconds < LongestWarmUpSeconds);
    }

    private static Result Summarize(Contestant contestant, double[] samples, double[] generated)
    {
        double[] ratios = [.. samples.Zip(generated, static (own, other) => other / own)];
        double? bytes = contestant.IsLocal ? BytesPerCall(contestant) : null;
        return new Result(contestant, Median(samples), samples.Min(), Median(ratios), bytes);
    }

    private static double BytesPerCall(Contestant contestant)
    {
        const int calls = 10;
        long before = GC.GetAllocatedBytesForCurrentThread();
        contestant.Seconds(calls);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
