using System.Globalization;

namespace Fluxion.Benchmarks.Racing;

/// <summary>Reads a file that is nothing but numbers with white space between.</summary>
internal sealed class NumberReader(string path)
{
    private readonly string[] _words = File.ReadAllText(path).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    private int _next;

    public int Int() => int.Parse(_words[_next++], CultureInfo.InvariantCulture);

    public double[] Doubles(int count)
    {
        double[] values = new double[count];

        for (int i = 0; i < count; i++)
        {
            values[i] = double.Parse(_words[_next++], CultureInfo.InvariantCulture);
        }

        return values;
    }
}
