using System.Diagnostics;

namespace Fluxion.Benchmarks.Racing;

/// <summary>One way to do a piece of work.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Seconds">Does the work so many times and says how long that took.</param>
internal sealed record Contestant(string Name, Func<int, double> Seconds)
{
    /// <summary>The largest part of this one's time that the generated code may take, if there is a target.</summary>
    public double? Target { get; init; }

    /// <summary>Whether it runs in this process, where its allocations can be counted.</summary>
    public bool IsLocal { get; init; }

    public static Contestant Of(string name, Action call, double? target = null)
    {
        return new Contestant(name, Time) { IsLocal = true, Target = target };

        double Time(int count)
        {
            long start = Stopwatch.GetTimestamp();

            for (int i = 0; i < count; i++)
            {
                call();
            }

            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
