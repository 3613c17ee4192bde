namespace Fluxion.Generator.Tests.Vectors;

/// <summary>
/// Loops in the lanes of vectors against dual numbers: every length around the width of vectors, slices that start
/// anywhere, arrays that end too soon. What the processor has decides which code runs; <see cref="OtherProcessorTests"/>
/// run it as others do.
/// </summary>
public sealed class VectorTests
{
    public static TheoryData<string, string> Shapes => VectorPrograms.All;

    private static VectorPrograms Programs => VectorPrograms.Lanes;

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryLengthAndEverySliceGivesTheDerivative(string name, string type) =>
        VectorChecks.Lengths(Programs, name, type, data => Programs.Oracle(name, type, data));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void CallsGiveTheSameBits(string name, string type)
    {
        VectorData data = VectorData.Random(61, seed: 7);

        VectorResult first = Programs.Generated(name, type, data, offset: 1);

        Assert.Equal(first.Bits, Programs.Generated(name, type, data, offset: 1).Bits);
        Assert.Equal(first.Bits, Programs.Generated(name, type, data, offset: 2).Bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ArrayThatEndsTooSoonThrowsWhatTheMethodThrows(string name, string type)
    {
        foreach ((int length, int shorter) in ((int, int)[])[(1, 0), (9, 8), (23, 4), (40, 39), (40, 17), (64, 32)])
        {
            VectorData data = VectorData.Random(length, seed: 3);
            data = data with { Y = data.Y[..shorter] };
            Type? expected = Record.Exception(() => Programs.CallMethod(name, type, data))?.GetType();

            Type? actual = Record.Exception(() => Programs.Generated(name, type, data, offset: 0))?.GetType();

            Assert.True(expected == actual, $"{name} of {type}, {length} and {shorter}: expected {expected}, got {actual}");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LoopsRunInLanesWhereTheyCan(string name, string type)
    {
        VectorShape shape = VectorShapes.All[name];
        string text = VectorPrograms.Text(name, type);
        bool isVector = text.Contains("Vector<", StringComparison.Ordinal);
        bool isOnePass = text.Contains("Reverse sweep, in the same pass", StringComparison.Ordinal);

        bool hasTrips = text.Contains("A trip in each lane", StringComparison.Ordinal);

        Assert.True(!shape.IsTripVector || hasTrips, $"{name} of {type} makes one trip after the other.");
        Assert.True(!shape.IsVector || isVector, $"{name} of {type} stays scalar.");
        Assert.True(!shape.IsOnePass || isOnePass, $"{name} of {type} takes two passes.");
    }
}
