using System.Runtime.CompilerServices;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Incrementality;

/// <summary>What is kept between edits: plain data, not the compilations of before.</summary>
public sealed class MemoryTests
{
    private const string Loss = """
        using Fluxion;

        static partial class Model
        {
            [Differentiable]
            static double Loss(double w) => w * w;

            static int Other() => 1;
        }
        """;

    [Fact]
    public void CompilationsOfBeforeAreLetGo()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new GradientGenerator().AsSourceGenerator()], parseOptions: CompileOptions.Default.Parse);
        List<WeakReference> before = [];
        EditedProject project = Type(ref driver, before);

        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // The driver itself keeps the last one.
        Assert.All(before.SkipLast(1), static compilation => Assert.False(compilation.IsAlive));
        GC.KeepAlive(driver);
        GC.KeepAlive(project);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static EditedProject Type(ref GeneratorDriver driver, List<WeakReference> before)
    {
        EditedProject project = EditedProject.Of(("Loss.cs", Loss), ("Elsewhere.cs", "class Elsewhere { }"));

        foreach ((string path, string old, string @new) in new[]
        {
            ("Loss.cs", "=> 1", "=> 2"), ("Elsewhere.cs", "{ }", "{ int F() => 1; }"), ("Loss.cs", "w * w", "w * w * w"),
            ("Elsewhere.cs", "1", "2"), ("Elsewhere.cs", "2", "3"),
        })
        {
            project = project.Replace(path, old, @new);
            driver = driver.RunGenerators(project.Compilation);
            before.Add(new WeakReference(project.Compilation));
        }

        return project;
    }
}
