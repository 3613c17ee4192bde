using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Language;

/// <summary>A differentiable method <c>F</c>, with helpers if it has any, and arguments; numeric differences say what its gradient is.</summary>
internal sealed record LanguageCase(string Name, string Members, ProbeParameter[] Parameters, object[] Arguments)
{
    public LanguageCase(string name, string members, string signature, params object[] arguments)
        : this(name, members, [.. signature.Split(", ").Select(Parameter)], arguments)
    {
    }

    /// <summary>Whether the method calls a library that adds in an order of its own.</summary>
    public bool IsRounded { get; init; }

    /// <summary>Whether the method computes in single precision, so that differences need large steps and are coarse.</summary>
    public bool IsSingle { get; init; } = Parameters.Any(static p => p.Type == "float");

    public string ClassName => "Language_" + string.Concat(Name.Select(static c => char.IsLetterOrDigit(c) ? c : '_'));

    public string Source => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics;
        using System.Numerics.Tensors;
        using Fluxion;

        static partial class {{ClassName}}
        {
            [Differentiable]
            public {{Members}}
        }

        {{Probe.Source(ClassName + "Probe", ClassName, "F", Parameters)}}
        """;

    private static ProbeParameter Parameter(string text) =>
        ProbeParameter.Of(text[(text.LastIndexOf(' ') + 1)..], text[..text.LastIndexOf(' ')]);
}
