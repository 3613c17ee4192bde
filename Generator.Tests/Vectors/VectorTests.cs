using Fluxion.Generator.Tests.Infrastructure;
using Fluxion.Generator.Tests.Oracle;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Vectors;

/// <summary>
/// Loops in the lanes of vectors against dual numbers: every length around the width of vectors, slices that start
/// anywhere, arrays that end too soon.
/// </summary>
/// <remarks>
/// What the processor has decides which code runs. Run the class again with <c>DOTNET_EnableAVX512=0</c>,
/// <c>DOTNET_EnableAVX2=0</c> and <c>DOTNET_EnableHWIntrinsic=0</c> to see vectors of other widths and none:
/// <c>DOTNET_EnableAVX2=0 dotnet test Generator.Tests --filter FullyQualifiedName~Vectors</c>.
/// </remarks>
public sealed class VectorTests
{
    private const int Longest = 67;

    private static readonly Lazy<Batch> Programs = new(static () => new Batch(
        VectorShapes.All.Values.SelectMany(static shape => Types.Select(type => (shape.ClassName(type), shape.Source(type)))),
        new CompileOptions { Optimize = true }));

    public static TheoryData<string, string> Shapes
    {
        get
        {
            TheoryData<string, string> data = [];

            foreach (string name in VectorShapes.All.Keys)
            {
                Array.ForEach(Types, type => data.Add(name, type));
            }

            return data;
        }
    }

    private static string[] Types => ["double", "float"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryLengthAndEverySliceGivesTheDerivative(string name, string type)
    {
        for (int length = 0; length <= Longest; length++)
        {
            VectorData data = VectorData.Random(length, seed: length);
            VectorResult expected = Oracle(name, type, data);

            for (int offset = 0; offset < 4; offset++)
            {
                VectorResult actual = Generated(name, type, data, offset);
                actual.AssertNear(expected, Tolerance(type), $"{name} of {type}, length {length}, offset {offset}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void CallsGiveTheSameBits(string name, string type)
    {
        VectorData data = VectorData.Random(61, seed: 7);

        VectorResult first = Generated(name, type, data, offset: 1);

        Assert.Equal(first.Bits, Generated(name, type, data, offset: 1).Bits);
        Assert.Equal(first.Bits, Generated(name, type, data, offset: 2).Bits);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ArrayThatEndsTooSoonThrowsWhatTheMethodThrows(string name, string type)
    {
        foreach ((int length, int shorter) in ((int, int)[])[(1, 0), (9, 8), (23, 4), (40, 39), (40, 17), (64, 32)])
        {
            VectorData data = VectorData.Random(length, seed: 3);
            data = data with { Y = data.Y[..shorter] };
            Type? expected = Record.Exception(() => Programs.Value.Call(
                VectorShapes.All[name].ClassName(type) + "Probe", "Value", data.Arguments(type)))?.GetType();

            Type? actual = Record.Exception(() => Generated(name, type, data, offset: 0))?.GetType();

            Assert.True(expected == actual, $"{name} of {type}, {length} and {shorter}: expected {expected}, got {actual}");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LoopsRunInLanesWhereTheyCan(string name, string type)
    {
        VectorShape shape = VectorShapes.All[name];
        string text = Programs.Value.File(shape.ClassName(type))!;
        bool isVector = text.Contains("Vector<", StringComparison.Ordinal);
        bool isOnePass = text.Contains("Reverse sweep, in the same pass", StringComparison.Ordinal);

        bool hasTrips = text.Contains("A trip in each lane", StringComparison.Ordinal);

        Assert.True(!shape.IsTripVector || hasTrips, $"{name} of {type} makes one trip after the other.");
        Assert.True(!shape.IsVector || isVector, $"{name} of {type} stays scalar.");
        Assert.True(!shape.IsOnePass || isOnePass, $"{name} of {type} takes two passes.");
    }

    private static double Tolerance(string type) => type == "float" ? 2e-4 : 1e-11;

    private static VectorResult Oracle(string name, string type, VectorData data) =>
        VectorResult.Of((object?[])Call(name, type, "Oracle", data.Arguments(type))!);

    private static VectorResult Generated(string name, string type, VectorData data, int offset)
    {
        object?[] parts = (object?[])Call(name, type, "Generated", [.. data.Arguments(type), offset])!;
        Assert.True((bool)parts[0]!, $"{name} of {type} writes outside its destinations.");
        return VectorResult.Of(parts[1..]);
    }

    private static object? Call(string name, string type, string method, object?[] arguments)
    {
        string className = VectorShapes.All[name].ClassName(type);
        Assert.DoesNotContain(Programs.Value.Problems(className), static d => d.Severity == DiagnosticSeverity.Error);
        return Programs.Value.Call(className + "Probe", method, arguments);
    }
}
