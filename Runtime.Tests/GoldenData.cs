using System.Text.Json;

namespace Fluxion.Tests;

/// <summary>The files of PyTorch's answers, embedded in the test assembly.</summary>
internal static class GoldenData
{
    internal static JsonElement Read(string name)
    {
        using Stream stream = typeof(GoldenData).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("There is no such resource.", name);
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }

    internal static double[] Doubles(this JsonElement array) =>
        [.. array.EnumerateArray().Select(Number)];

    internal static float[] Floats(this JsonElement array) => [.. array.Doubles().Select(value => (float)value)];

    internal static int[] Ints(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetInt32())];

    /// <summary>A setting of PyTorch's; 0 if it was not given.</summary>
    internal static double Setting(this JsonElement options, string name) =>
        options.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : 0;

    /// <summary>A switch of PyTorch's; off if it was not given.</summary>
    internal static bool Switch(this JsonElement options, string name) =>
        options.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    private static double Number(JsonElement item)
    {
        return item.ValueKind == JsonValueKind.String
            ? double.Parse(item.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            : item.GetDouble();
    }
}
