using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Vectors;

/// <summary>All shapes in both types, compiled.</summary>
internal sealed class VectorPrograms(LoadedAssembly assembly)
{
    private static readonly Lazy<Batch> LaneBatch = new(static () => Compile(new GradientGenerator()));
    private static readonly Lazy<Batch> ScalarBatch = new(static () => Compile(new ScalarGenerator()));

    /// <summary>What users get.</summary>
    public static VectorPrograms Lanes => field ??= Of(LaneImage);

    /// <summary>The same without vectors.</summary>
    public static VectorPrograms Scalars => field ??= Of(ScalarImage);

    public static byte[] LaneImage => LaneBatch.Value.Image;

    public static byte[] ScalarImage => ScalarBatch.Value.Image;

    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> data = [];

            foreach ((string name, string type) in Names)
            {
                data.Add(name, type);
            }

            return data;
        }
    }

    /// <summary>Each shape with the floating type it is compiled for.</summary>
    public static IEnumerable<(string Name, string Type)> Names =>
        VectorShapes.All.Keys.SelectMany(static name => (IEnumerable<(string, string)>)[(name, "double"), (name, "float")]);

    public static VectorPrograms Of(byte[] image)
    {
        using MemoryStream stream = new(image);
        return new VectorPrograms(LoadedAssembly.Of(stream));
    }

    /// <summary>What was generated for a shape.</summary>
    public static string Text(string name, string type) => LaneBatch.Value.File(VectorShapes.All[name].ClassName(type))!;

    public static double Tolerance(string type) => type == "float" ? 2e-4 : 1e-11;

    public void CallMethod(string name, string type, VectorData data) => Call(name, type, "Value", data.Arguments(type));

    public VectorResult Oracle(string name, string type, VectorData data) =>
        VectorResult.Of((object?[])Call(name, type, "Oracle", data.Arguments(type))!);

    public VectorResult Generated(string name, string type, VectorData data, int offset)
    {
        object?[] parts = (object?[])Call(name, type, "Generated", [.. data.Arguments(type), offset])!;
        Assert.True((bool)parts[0]!, $"{name} of {type} writes outside its destinations.");
        return VectorResult.Of(parts[1..]);
    }

    private object? Call(string name, string type, string method, object?[] arguments) =>
        assembly.Call(VectorShapes.All[name].ClassName(type) + "Probe", method, arguments);

    private static Batch Compile(IIncrementalGenerator generator)
    {
        Batch batch = new(
            Names.Select(static shape => (VectorShapes.All[shape.Name].ClassName(shape.Type), VectorShapes.All[shape.Name].Source(shape.Type))),
            new CompileOptions { Optimize = true, Generator = generator });

        Assert.All(Names, shape => Assert.DoesNotContain(
            batch.Problems(VectorShapes.All[shape.Name].ClassName(shape.Type)), static d => d.Severity == DiagnosticSeverity.Error));
        return batch;
    }
}
