using System.Globalization;
using System.Reflection;
using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Tests.Documentation;

/// <summary>
/// The C# of a page that belongs together: a whole program of top-level statements and types, and what later blocks add
/// to it. It is compiled as a project with implicit usings would be, and run.
/// </summary>
internal sealed class DocumentedProgram
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly List<string> _blocks = [];

    public void Add(string block) => _blocks.Add(block);

    /// <summary>What generator and compiler make of it.</summary>
    public Generated Compile() => GeneratorHarness.Run(
        [("Usings.cs", ImplicitUsings), ("Program.cs", Source())], new CompileOptions { Output = OutputKind.ConsoleApplication });

    // Usings come first in a program, statements second, types last.
    private string Source()
    {
        CompilationUnitSyntax[] units = [.. _blocks.Select(static block => SyntaxFactory.ParseCompilationUnit(block))];
        IEnumerable<string> usings = units.SelectMany(static unit => unit.Usings).Select(static part => part.ToString()).Distinct();
        MemberDeclarationSyntax[] members = [.. units.SelectMany(static unit => unit.Members)];
        IEnumerable<string> statements = members.OfType<GlobalStatementSyntax>().Select(static part => part.ToFullString());
        IEnumerable<string> types = members.Where(static part => part is not GlobalStatementSyntax).Select(static part => part.ToFullString());
        string[] all = [.. usings, .. statements, .. types];
        return string.Join("\n", statements.Any() ? all : [.. usings, "return;", .. types]);
    }

    /// <summary>Runs it and gives what it prints.</summary>
    public static string Run(Generated generated)
    {
        LoadedAssembly assembly = generated.Load();
        TextWriter console = Console.Out;
        string folder = Environment.CurrentDirectory;
        CultureInfo culture = CultureInfo.CurrentCulture;
        using StringWriter output = new() { NewLine = "\n" };

        try
        {
            Console.SetOut(output);
            Environment.CurrentDirectory = DataFolder();
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            Call(assembly.EntryPoint);
        }
        finally
        {
            Console.SetOut(console);
            Directory.Delete(Environment.CurrentDirectory, recursive: true);
            Environment.CurrentDirectory = folder;
            CultureInfo.CurrentCulture = culture;
        }

        return output.ToString();
    }

    // A program finds the data of the samples where it starts, and may write there.
    private static string DataFolder()
    {
        string folder = Directory.CreateTempSubdirectory("fluxion-").FullName;

        foreach (string file in Directory.GetFiles(RepositoryFolder.Of("Samples/Data")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }

    private static void Call(MethodInfo entry) => entry.Invoke(
        null, BindingFlags.DoNotWrapExceptions, null, entry.GetParameters().Length == 0 ? [] : [Array.Empty<string>()], null);
}
