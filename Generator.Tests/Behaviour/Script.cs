using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>Runs C# that uses generated members as a user would, spans included.</summary>
internal static class Script
{
    /// <summary>Compiles a class <c>Model</c> with the members and runs the statements, which return the numbers to check.</summary>
    public static double[] Run(string members, string statements, bool optimize = true) =>
        (double[])Load(members, statements, optimize).Call("Script", "Run")!;

    public static LoadedAssembly Load(string members, string statements, bool optimize = true) => GeneratorHarness.Run($$"""
        using System;
        using System.Linq;
        using Fluxion;

        static partial class Model
        {
            {{members}}
        }

        static class Script
        {
            public static double[] Run()
            {
                {{statements}}
            }
        }
        """, new CompileOptions { Optimize = optimize }).Load();
}
