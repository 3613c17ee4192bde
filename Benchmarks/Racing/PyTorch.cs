using System.Diagnostics;
using System.Globalization;

namespace Fluxion.Benchmarks.Racing;

/// <summary>A Python process that does the same work with PyTorch, timed inside, on as many threads as we use.</summary>
internal sealed class PyTorch : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;
    private int _works;

    private PyTorch(Process process, string version)
    {
        _process = process;
        Version = version;
    }

    public string Version { get; }

    /// <summary>Starts the process; <c>null</c> where there is no Python or it has no PyTorch.</summary>
    public static PyTorch? Start()
    {
        if (!File.Exists(Python))
        {
            return null;
        }

        using StreamReader script = new(typeof(PyTorch).Assembly.GetManifestResourceStream("pytorch.py")!);
        ProcessStartInfo start = new(Python, ["-c", script.ReadToEnd()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string? version = process.StandardOutput.ReadLine();

        if (version is not null)
        {
            return new PyTorch(process, version);
        }

        process.Dispose();
        return null;
    }

    /// <summary>Work of the script: its name and its sizes.</summary>
    public Contestant Contestant(double? target, string work, params IEnumerable<int> sizes)
    {
        int number = _works++;
        string arguments = string.Join(' ', sizes.Select(static s => s.ToString(CultureInfo.InvariantCulture)));
        Ask($"prepare {work} {arguments}");
        return new Contestant("PyTorch", Time) { Target = target };

        double Time(int count) =>
            double.Parse(Ask(string.Create(CultureInfo.InvariantCulture, $"run {number} {count}")), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The Python process ended at '{line}'.");
    }
}
