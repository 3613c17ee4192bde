using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Tests.Incrementality;

/// <summary>For every edit a person makes: which methods are lowered again, and which are derived again.</summary>
public sealed class EditTests
{
    private const string Loss = """
        using Fluxion;

        static partial class Model
        {
            const double Scale = 2;

            [Differentiable]
            static double Loss(double w) => Scale * Helper.Square(w) + System.Math.Sin(w) + Helper.Pair(w).X;
        }
        """;

    private const string Helpers = """
        static class Helper
        {
            public static double Square(double v) => v * v;

            public static Parts Pair(double v) => new(v);
        }

        struct Parts(double x)
        {
            public double X = x;

            public double Norm;

            public static int Dimension => 1;
        }
        """;

    private const string Second = """
        using Fluxion;

        static partial class Other
        {
            [Differentiable]
            static double Cost(double w) => w * w;
        }
        """;

    private const string Elsewhere = """
        class Elsewhere
        {
            private int _count = 1;

            int Total() => _count;
        }
        """;

    private static EditedProject Project { get; } = EditedProject.Of(
        ("Loss.cs", Loss), ("Helpers.cs", Helpers), ("Second.cs", Second), ("Elsewhere.cs", Elsewhere));

    /// <summary>
    /// The reasons are those of Loss and of Cost, for being as before (U) or to be lowered (M), for the result of lowering,
    /// and for the model: C cached, U run with the same result, M run with another result, N new, R removed.
    /// </summary>
    [Theory]
    [InlineData("typing in a body elsewhere", "Elsewhere.cs", "=> _count", "=> _count + 1", "UU", "CC", "CC")]
    [InlineData("half a statement elsewhere", "Elsewhere.cs", "=> _count", "=> _count +", "UU", "CC", "CC")]
    [InlineData("a method elsewhere", "Elsewhere.cs", "int Total", "int More() => 1;\n int Total", "UU", "CC", "CC")]
    [InlineData("a renamed method elsewhere", "Elsewhere.cs", "Total()", "Number()", "UU", "CC", "CC")]
    [InlineData("an initial value elsewhere", "Elsewhere.cs", "_count = 1;", "_count = 3;", "UU", "CC", "CC")]
    [InlineData("a field elsewhere", "Elsewhere.cs", "private int", "private double _sum;\n private int", "UU", "CC", "CC")]
    [InlineData("a property elsewhere", "Elsewhere.cs", "private int", "public double Sum { get; set; }\n private int", "UU", "CC", "CC")]
    [InlineData("a constant elsewhere", "Elsewhere.cs", "private int", "private const double Sum = 1;\n private int", "MM", "UU", "CC")]
    [InlineData("a property of another name", "Helpers.cs", "Dimension", "Dimensions", "MU", "UC", "CC")]
    [InlineData("a field of a type in use", "Helpers.cs", "public double Norm;", "public double Y = 2; public double Norm;", "MU", "UC", "CC")]
    [InlineData("the order of fields of a type in use", "Helpers.cs", "public double X = x;\n\n    public double Norm;", "public double Norm;\n\n    public double X = x;", "MU", "UC", "CC")]
    [InlineData("a comment elsewhere", "Elsewhere.cs", "class", "// a comment\nclass", "UU", "CC", "CC")]
    [InlineData("a type elsewhere", "Elsewhere.cs", "class", "class New { }\nclass", "MM", "UU", "CC")]
    [InlineData("a using directive", "Loss.cs", "using Fluxion;", "using Fluxion;\nusing System;", "MM", "UU", "CC")]
    [InlineData("the body", "Loss.cs", "Sin", "Cos", "MU", "MC", "MC")]
    [InlineData("half an expression in the body", "Loss.cs", "+ Helper.Pair(w).X", "+ ", "MU", "MC", "RC")]
    [InlineData("a comment in the body", "Loss.cs", "=> Scale", "=> /* the loss */ Scale", "MU", "UC", "CC")]
    [InlineData("a comment above the method", "Loss.cs", "    [Diff", "    // The loss.\n    [Diff", "UU", "CC", "CC")]
    [InlineData("a documentation comment", "Loss.cs", "    [Diff", "    /// <summary>The loss.</summary>\n    [Diff", "UU", "CC", "CC")]
    [InlineData("an empty line", "Loss.cs", "static partial", "\n\nstatic partial", "UU", "CC", "CC")]
    [InlineData("a space in a signature", "Loss.cs", "Loss(double w)", "Loss( double w )", "UU", "CC", "CC")]
    [InlineData("the parameter's name", "Loss.cs", "Loss(double w) => Scale * Helper.Square(w) + System.Math.Sin(w) + Helper.Pair(w)", "Loss(double u) => Scale * Helper.Square(u) + System.Math.Sin(u) + Helper.Pair(u)", "MU", "MC", "MC")]
    [InlineData("the method's name", "Loss.cs", "Loss(double w)", "Losses(double w)", "MU", "MC", "MC")]
    [InlineData("the attribute", "Loss.cs", "[Differentiable]", "[Differentiable(Derivatives.Gradient)]", "MU", "MC", "MC")]
    [InlineData("an attribute of the parameter", "Second.cs", "(double w)", "([NoDerivative] int n, double w)", "UM", "CM", "CM")]
    [InlineData("a constant", "Loss.cs", "Scale = 2", "Scale = 3", "MM", "MU", "MC")]
    [InlineData("a helper's body", "Helpers.cs", "v * v", "v * v * v", "MU", "MC", "MC")]
    [InlineData("a comment in a helper's body", "Helpers.cs", "v * v", "v /* squared */ * v", "MU", "UC", "CC")]
    [InlineData("a comment above a helper", "Helpers.cs", "public", "// squares\npublic", "UU", "CC", "CC")]
    [InlineData("an overload of a helper", "Helpers.cs", "public", "public static int Square(int v) => v;\npublic", "MU", "UC", "CC")]
    [InlineData("another helper", "Helpers.cs", "public", "public static int Cube(int v) => v;\npublic", "UU", "CC", "CC")]
    [InlineData("a marked method beside another", "Loss.cs", "    [Diff", "    [Differentiable] static double Next(double w) => w;\n    [Diff", "MNU", "MNC", "MNC")]
    [InlineData("a marked method behind another", "Loss.cs", "Pair(w).X;", "Pair(w).X;\n    [Differentiable] static double Next(double w) => w;", "UNU", "CNC", "CNC")]
    [InlineData("a region", "Elsewhere.cs", "class Elsewhere\n{", "class Elsewhere\n{\n#region All\n#endregion\n", "MM", "UU", "CC")]
    public void OnlyWhatAnEditCanChangeRunsAgain(
        string edit, string path, string old, string @new, string marked, string parsed, string models)
    {
        GeneratorDriver driver = GeneratorHarness.Driver(CompileOptions.Default.Parse).RunGenerators(Project.Compilation);
        EditedProject edited = Project.Replace(path, old, @new);
        driver = driver.RunGenerators(edited.Compilation);

        Assert.Equal((edit, marked, parsed, models), (
            edit,
            Letters(driver, TrackingNames.Marked),
            Letters(driver, TrackingNames.Parse),
            Letters(driver, TrackingNames.Model)));
        Assert.Equal(models.All(static letter => letter == 'C'), WritesNothing(driver));
        GeneratorDriver fresh = GeneratorHarness.Driver(CompileOptions.Default.Parse).RunGenerators(edited.Compilation);
        Assert.Equal(EditedProject.Describe(fresh), EditedProject.Describe(driver));
    }

    [Fact]
    public void SameCompilationRunsNothing()
    {
        EditedProject project = Project;
        GeneratorDriver driver = GeneratorHarness.Driver(CompileOptions.Default.Parse)
            .RunGenerators(project.Compilation).RunGenerators(project.Compilation.Clone());

        Assert.Equal("UU", Letters(driver, TrackingNames.Marked));
        Assert.Equal("CC", Letters(driver, TrackingNames.Parse));
    }

    [Fact]
    public void EditThatIsTakenBackRunsNothing()
    {
        EditedProject project = Project;
        GeneratorDriver driver = GeneratorHarness.Driver(CompileOptions.Default.Parse)
            .RunGenerators(project.Compilation)
            .RunGenerators(project.Replace("Elsewhere.cs", "_count = 1;", "_count = 3;").Compilation)
            .RunGenerators(project.Compilation);

        Assert.Equal("UU", Letters(driver, TrackingNames.Marked));
    }

    private static bool WritesNothing(GeneratorDriver driver) => driver.GetRunResult().Results.Single().TrackedOutputSteps.Values
        .SelectMany(static steps => steps).SelectMany(static step => step.Outputs)
        .All(static output => output.Reason == IncrementalStepRunReason.Cached);

    private static string Letters(GeneratorDriver driver, string step) =>
        string.Concat(EditedProject.Reasons(driver, step).Select(static reason => reason.ToString()[0]));
}
