using Fluxion.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Tests.Incrementality;

/// <summary>A generator that has seen every edit gives what one that sees the project for the first time gives.</summary>
public sealed class EditSequenceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void EditsOneByOneGiveWhatAFreshRunGives(int seed)
    {
        System.Random random = new(seed);
        VariableProject texts = new();
        EditedProject project = Console(EditedProject.Of(texts.Write()));
        List<(GeneratorDriver Driver, string Edits)> states = [(Fresh().RunGenerators(project.Compilation), "")];
        int kept = 0;
        int all = 0;

        for (int i = 0; i < 120; i++)
        {
            string edit = texts.Edit(random);
            project = texts.Write().Aggregate(project, static (p, file) => p.Write(file.Path, file.Text));
            project = ChangeSettings(project, random, ref edit);

            // Now and then the editor goes back to a driver from before.
            (GeneratorDriver driver, string edits) = random.Next(8) == 0 ? states[random.Next(states.Count)] : states[^1];
            driver = driver.RunGenerators(project.Compilation);
            states.Add((driver, $"{edits}{i} {edit}\n"));
            string expected = EditedProject.Describe(Fresh().RunGenerators(project.Compilation));

            Assert.True(
                expected == EditedProject.Describe(driver),
                $"after\n{states[^1].Edits}expected\n{expected}\ngot\n{EditedProject.Describe(driver)}");
            IncrementalStepRunReason[] reasons = [.. EditedProject.Reasons(driver, TrackingNames.Marked)];
            kept += reasons.Count(static reason => reason == IncrementalStepRunReason.Unchanged);
            all += reasons.Length;
        }

        // How many methods there are differs from seed to seed; most edits here are of what many methods read.
        Assert.True(kept * 8 > all, $"Only {kept} of {all} were kept.");
    }

    /// <summary>What a project file can change, and files that come and go.</summary>
    private static EditedProject ChangeSettings(EditedProject project, System.Random random, ref string edit)
    {
        switch (random.Next(40))
        {
            case 0:
                edit += " and checked arithmetic";
                CSharpCompilationOptions options = project.Compilation.Options;
                return new EditedProject(project.Compilation.WithOptions(options.WithOverflowChecks(!options.CheckOverflow)));
            case 1:
                edit += " and a file";
                return project.Has("Added.cs")
                    ? project.Remove("Added.cs")
                    : project.Add("Added.cs", "static class Added { public static double Apply(this int n) => n; }");
            case 2:
                edit += " and a file with marked methods";
                return project.Has("Marked.cs")
                    ? project.Remove("Marked.cs")
                    : project.Add("Marked.cs", "static partial class M { [Alias] static double F(double w) => App.Config.Base * w; }");
            case 3:
                edit += " and the order of files";
                SyntaxTree first = project.Compilation.SyntaxTrees[0];
                return new EditedProject(project.Compilation.RemoveSyntaxTrees(first).AddSyntaxTrees(first));
            default:
                return project;
        }
    }

    private static EditedProject Console(EditedProject project) => new(project.Compilation.WithOptions(
        project.Compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)));

    private static GeneratorDriver Fresh() => GeneratorHarness.Driver(CompileOptions.Default.Parse);
}
