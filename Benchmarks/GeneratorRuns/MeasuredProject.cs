using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Benchmarks.GeneratorRuns;

/// <summary>A project with many methods in some files, edited as in an editor: what is typed is all that is parsed again.</summary>
internal sealed class MeasuredProject
{
    private const string Elsewhere = "Elsewhere.cs";

    private MeasuredProject(CSharpCompilation compilation) => Compilation = compilation;

    public CSharpCompilation Compilation { get; private set; }

    public static MeasuredProject Of(int methods, int files)
    {
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        int each = methods / files;
        IEnumerable<SyntaxTree> trees = Enumerable.Range(0, files).Select(file => CSharpSyntaxTree.ParseText(
            MethodSource.File(Enumerable.Range(file * each, each)), path: $"File{file}.cs"));
        return new MeasuredProject(CSharpCompilation.Create(
            "Measured",
            [CSharpSyntaxTree.ParseText("class Elsewhere { int F() { return 1; } }", path: Elsewhere), .. trees],
            platform.Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));
    }

    /// <summary>Types into the body of a method that is not marked.</summary>
    public void EditElsewhere(int edit) => Type(Elsewhere, "return ", $"{edit} + ");

    /// <summary>Types into the body of the first marked method.</summary>
    public void EditBody(int edit) => Type("File0.cs", "float sum = ", $"{edit} + ");

    /// <summary>Writes a comment above all methods of a file.</summary>
    public void EditComment(int edit) => Type("File0.cs", "namespace Measured;", $"\n// {edit}");

    /// <summary>Renames a method that no other one calls.</summary>
    public void EditSignature(int edit) => Type(Elsewhere, "int F", $"{edit}");

    /// <summary>Declares a field in a type that no marked method works on.</summary>
    public void EditField(int edit) => Type(Elsewhere, "class Elsewhere {", $" int _field{edit};");

    /// <summary>Declares a constant, from which others could be computed: all methods are lowered again.</summary>
    public void EditConstant(int edit) => Type(Elsewhere, "class Elsewhere {", $" const int Field{edit} = 1;");

    private void Type(string path, string after, string text)
    {
        SyntaxTree old = Compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        SourceText source = old.GetText();
        int place = source.ToString().IndexOf(after, StringComparison.Ordinal) + after.Length;
        SyntaxTree edited = old.WithChangedText(source.WithChanges(new TextChange(new TextSpan(place, 0), text)));
        Compilation = Compilation.ReplaceSyntaxTree(old, edited);
    }
}
