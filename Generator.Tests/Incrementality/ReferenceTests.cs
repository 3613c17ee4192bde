using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Incrementality;

/// <summary>Edits outside of the project: other references, options, and projects that this one refers to.</summary>
public sealed class ReferenceTests
{
    private const string Loss = """
        using Fluxion;

        static partial class Model
        {
            [Differentiable]
            static double Loss(double w) => Library.Scale * w;
        }
        """;

    private const string Library = """
        public static class Library
        {
            public const double Scale = 2;

            public static double Unused(double v) => v;
        }
        """;

    [Fact]
    public void ConstantInAProjectThatIsReferredToIsReadAgain() => Check(
        static text => Compile(text).ToMetadataReference(), "M", static text => text.Replace("= 2", "= 3", StringComparison.Ordinal));

    [Fact]
    public void BodyInAProjectThatIsReferredToRunsNothing() => Check(
        static text => Compile(text).ToMetadataReference(), "U", static text => text.Replace("=> v", "=> v * v", StringComparison.Ordinal));

    [Fact]
    public void ImageThatIsBuiltAgainIsReadAgain() => Check(Emit, "M", static text => text.Replace("= 2", "= 3", StringComparison.Ordinal));

    /// <summary>What an editor sees as source, a build sees as metadata; both must come to the same.</summary>
    [Fact]
    public void MethodOfAProjectThatIsReferredToHasNoSource()
    {
        EditedProject project = EditedProject.Of(("Loss.cs", Loss.Replace("Library.Scale * w", "Library.Unused(w)", StringComparison.Ordinal)));
        string[] described =
        [
            .. new MetadataReference[] { Emit(Library), Compile(Library).ToMetadataReference() }.Select(reference =>
                EditedProject.Describe(Fresh().RunGenerators(project.Compilation.AddReferences(reference)))),
        ];

        Assert.Contains("FLX0104", described[0], StringComparison.Ordinal);
        Assert.Equal(described[0], described[1]);
    }

    [Fact]
    public void DefinedSymbolIsSeen()
    {
        const string Conditional = """
            using Fluxion;

            static partial class Model
            {
                [Differentiable]
                static double Loss(double w) =>
            #if FANCY
                    w * w;
            #else
                    w;
            #endif
            }
            """;
        CSharpCompilation plain = EditedProject.Of(("Loss.cs", Conditional)).Compilation;
        CSharpParseOptions fancy = CompileOptions.Default.Parse.WithPreprocessorSymbols("FANCY");
        SyntaxTree tree = CSharpSyntaxTree.ParseText(Conditional, fancy, "Loss.cs", System.Text.Encoding.UTF8);
        GeneratorDriver driver = Fresh().RunGenerators(plain);
        string before = EditedProject.Describe(driver);
        driver = driver.WithUpdatedParseOptions(fancy).RunGenerators(plain.ReplaceSyntaxTree(plain.SyntaxTrees[0], tree));

        Assert.NotEqual(before, EditedProject.Describe(driver));
    }

    [Fact]
    public void LineOfTheCallerIsPartOfWhatCodeMeans()
    {
        EditedProject project = EditedProject.Of(("Loss.cs", """
            using System.Runtime.CompilerServices;
            using Fluxion;

            static partial class Model
            {
                [Differentiable]
                static double Loss(double w) => At(w);

                static double At(double w, [CallerLineNumber] int line = 0) => w * line;
            }
            """));
        GeneratorDriver driver = Fresh().RunGenerators(project.Compilation);
        Assert.Contains("7", EditedProject.Describe(driver), StringComparison.Ordinal);
        project = project.Replace("Loss.cs", "static partial", "\n\n// moved\nstatic partial");
        driver = driver.RunGenerators(project.Compilation);

        Assert.Equal(EditedProject.Describe(Fresh().RunGenerators(project.Compilation)), EditedProject.Describe(driver));
        Assert.Contains("10", EditedProject.Describe(driver), StringComparison.Ordinal);
    }

    private static void Check(Func<string, MetadataReference> refer, string expected, Func<string, string> edit)
    {
        EditedProject project = EditedProject.Of(("Loss.cs", Loss));
        CSharpCompilation before = project.Compilation.AddReferences(refer(Library));
        CSharpCompilation after = project.Compilation.AddReferences(refer(edit(Library)));
        GeneratorDriver driver = Fresh().RunGenerators(before).RunGenerators(after);

        Assert.Equal(expected, string.Concat(EditedProject.Reasons(driver, TrackingNames.Marked).Select(static r => r.ToString()[0])));
        Assert.Equal(EditedProject.Describe(Fresh().RunGenerators(after)), EditedProject.Describe(driver));
    }

    private static CSharpCompilation Compile(string text) =>
        GeneratorHarness.Compile(text).WithAssemblyName("Library");

    private static PortableExecutableReference Emit(string text)
    {
        using MemoryStream image = new();
        Assert.True(Compile(text).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static GeneratorDriver Fresh() => GeneratorHarness.Driver(CompileOptions.Default.Parse);
}
