using System.Text.Json;
using Fluxion.Random;

namespace Fluxion.Tests.Random;

public sealed class TorchRandomGoldenTests
{
    private static readonly JsonElement Vectors = GoldenData.Read("random.json").GetProperty("vectors");
    private static readonly JsonElement Seeds = GoldenData.Read("torch-random-cpu.json").GetProperty("seeds");

    public static TheoryData<int> VectorIndices => [.. Enumerable.Range(0, Vectors.GetArrayLength())];

    public static TheoryData<string> SeedNames => [.. Seeds.EnumerateObject().Select(seed => seed.Name)];

    [Theory]
    [MemberData(nameof(VectorIndices))]
    public void EveryVectorIsDrawn(int index)
    {
        JsonElement golden = Vectors[index];
        ulong seed = golden.GetProperty("seed").GetUInt64();
        TorchRandom Fresh() => new(seed);

        Assert.Equal(golden.GetProperty("rand_f32_8").Floats(), Fresh().Rand<float>(8));
        Assert.Equal(golden.GetProperty("rand_f64_8").Doubles(), Fresh().Rand<double>(8));
        Assert.Equal(golden.GetProperty("randn_f32_5").Floats(), Fresh().RandN<float>(5));
        Assert.Equal(golden.GetProperty("randn_f64_5").Doubles(), Fresh().RandN<double>(5));
        AssertWithinTwoUlps(golden.GetProperty("randn_f32_20").Floats(), Fresh().RandN<float>(20));
        Assert.Equal(golden.GetProperty("randn_f64_20").Doubles(), Fresh().RandN<double>(20));
        Assert.Equal(golden.GetProperty("randperm_10").Ints(), Fresh().RandPerm(10));

        TorchRandom single = Fresh();
        float[] singles = [single.RandN<float>(), single.RandN<float>(), single.RandN<float>()];
        Assert.Equal(golden.GetProperty("randn_f32_1_then_1_then_1").Floats(), singles);
    }

    [Theory]
    [MemberData(nameof(SeedNames))]
    public void EverySeedOfTheLessonsIsDrawn(string name)
    {
        JsonElement golden = Seeds.GetProperty(name);
        ulong seed = ulong.Parse(name, System.Globalization.CultureInfo.InvariantCulture);
        TorchRandom Fresh() => new(seed);

        Assert.Equal(golden.GetProperty("rand5").Floats(), Fresh().Rand<float>(5));
        Assert.Equal(golden.GetProperty("randn5").Floats(), Fresh().RandN<float>(5));
        AssertWithinTwoUlps(golden.GetProperty("randn16").Floats(), Fresh().RandN<float>(16));
        AssertWithinTwoUlps(golden.GetProperty("randn37").Floats(), Fresh().RandN<float>(37));
        Assert.Equal(golden.GetProperty("randperm10").Ints(), Fresh().RandPerm(10));
        Assert.Equal(golden.GetProperty("rand3_float64").Doubles(), Fresh().Rand<double>(3));
        Assert.Equal(golden.GetProperty("randn20_float64").Doubles(), Fresh().RandN<double>(20));
    }

    private static void AssertWithinTwoUlps(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);

        for (int i = 0; i < expected.Length; i++)
        {
            int distance = BitConverter.SingleToInt32Bits(expected[i]) - BitConverter.SingleToInt32Bits(actual[i]);
            Assert.True(Math.Abs(distance) <= 2, $"[{i}]: expected {expected[i]:R}, drawn {actual[i]:R}");
        }
    }
}
