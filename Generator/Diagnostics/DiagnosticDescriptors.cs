using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Diagnostics;

/// <summary>Every diagnostic, by ID: 00xx internal, 01xx lowering, 02xx usage.</summary>
internal static class DiagnosticDescriptors
{
    /// <summary>The generator itself failed on a method.</summary>
    public static readonly DiagnosticDescriptor InternalFailure = new(
        id: "FLX0001",
        title: "Internal failure of the generator",
        messageFormat: "The derivative of '{0}' could not be generated because the generator failed: {1}",
        category: "Fluxion.Internal",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    /// <summary>The body of a differentiable method uses a construct the generator cannot differentiate.</summary>
    public static readonly DiagnosticDescriptor UnsupportedOperation = new(
        id: "FLX0101",
        title: "Operation is not differentiable",
        messageFormat: "'{0}' cannot be differentiated: {1}",
        category: "Fluxion.Lowering",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
