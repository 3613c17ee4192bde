using Fluxion.Generator.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Models;

/// <summary>A diagnostic to report: what, where and with which words.</summary>
/// <remarks>
/// The location keeps its syntax tree, without which <c>#pragma warning disable</c> has no effect. That is why
/// diagnostics leave through an output of their own: they are compared anew on every edit, sources are not.
/// </remarks>
internal sealed record DiagnosticInfo(
    DiagnosticDescriptor Descriptor, Location Location, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location, [.. Arguments]);
}

/// <summary>What parsing a method gave: a model, or the reasons why there is none; warnings come with a model.</summary>
internal sealed record ParseResult(MethodModel? Model, EquatableArray<DiagnosticInfo> Diagnostics);
