using System.Diagnostics;
using System.Reflection;

namespace Fluxion.Generator.Tests.Vectors;

/// <summary>Vectors of other widths, and none, as processors without this one's instructions run them.</summary>
public sealed class OtherProcessorTests
{
    // The last line says how many bytes a vector had, or 0 where there are none.
    [Theory]
    [InlineData("DOTNET_EnableAVX512", 64)]
    [InlineData("DOTNET_EnableAVX2", 16)]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    public void ShapesGiveTheDerivativeWithout(string instructions, int widest)
    {
        string folder = Directory.CreateTempSubdirectory("fluxion-vectors").FullName;
        (string lanes, string scalars) = (Path.Combine(folder, "lanes.dll"), Path.Combine(folder, "scalars.dll"));
        File.WriteAllBytes(lanes, VectorPrograms.LaneImage);
        File.WriteAllBytes(scalars, VectorPrograms.ScalarImage);

        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", Assembly.GetExecutingAssembly().Location, lanes, scalars])
        {
            RedirectStandardOutput = true,
            Environment = { [instructions] = "0", ["DOTNET_TieredPGO"] = "0" },
        };
        using Process process = Process.Start(start)!;
        string[] output = process.StandardOutput.ReadToEnd().TrimEnd().Split('\n');
        process.WaitForExit();
        Directory.Delete(folder, recursive: true);

        Assert.True(process.ExitCode == 0, string.Join('\n', output));
        Assert.InRange(int.Parse(output[^1], System.Globalization.CultureInfo.InvariantCulture), 0, widest);
    }
}
