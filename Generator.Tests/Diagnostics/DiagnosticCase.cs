namespace Fluxion.Generator.Tests.Diagnostics;

/// <summary>A source in which a diagnostic is expected, and where.</summary>
/// <param name="Id">The diagnostic.</param>
/// <param name="Name">What is wrong, in words for the test's name.</param>
/// <param name="Source">The source; <c>[|</c> and <c>|]</c> mark the place.</param>
internal sealed record DiagnosticCase(string Id, string Name, string Source)
{
    /// <summary>A case whose source is what stands in a class with a differentiable method.</summary>
    public static DiagnosticCase InClass(string id, string name, string members) => new(id, name, $$"""
        using System;
        using System.Linq;
        using Fluxion;

        static partial class Model
        {
            {{members}}
        }
        """);

    /// <summary>A case whose source is the body of a differentiable method of x and n.</summary>
    public static DiagnosticCase InBody(string id, string name, string statements) => InClass(id, name, $$"""
            [Differentiable]
            static double Loss(double x, int n)
            {
                {{statements}}
            }
        """);
}
