using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fluxion.Benchmarks.Racing;

/// <summary>The line that says what was measured on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        string processor = ReadFirst("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        string load = File.Exists("/proc/loadavg")
            ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{processor}, {Environment.ProcessorCount} cores, Vector<byte> {Vector<byte>.Count * 8} bits, "
            + $"512 {(Vector512.IsHardwareAccelerated ? "fast" : "not used")}, "
            + $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}{load}");
    }

    private static string? ReadFirst(string path, string key) => File.Exists(path)
        ? File.ReadLines(path).FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim()
        : null;
}
