using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Clocks, random numbers, input and output: what is not a function of the parameters. A derivative runs the method's
/// statements in an order and number of its own, so that it could not even say at which values it is one.
/// </summary>
internal static class OutsideWorld
{
    /// <summary>What to report of an expression that reaches out; null for one that does not.</summary>
    public static DiagnosticDescriptor? Find(IOperation expression) => expression switch
    {
        IInvocationOperation { TargetMethod: { IsStatic: true } method } => OfMember(method),
        IPropertyReferenceOperation { Property: { IsStatic: true } property } => OfMember(property),
        IObjectCreationOperation creation => OfType(creation.Type),
        IFieldReferenceOperation field => OfType(field.Type),
        _ => null,
    };

    private static DiagnosticDescriptor? OfMember(ISymbol member) =>
        (member.ContainingType.Name, member.Name) switch
        {
            ("DateTime" or "DateTimeOffset", "Now" or "UtcNow" or "Today") or ("Environment", "TickCount" or "TickCount64")
                when Namespaces.IsSystem(member.ContainingType) => DiagnosticDescriptors.Clock,
            ("Guid", "NewGuid" or "CreateVersion7") when Namespaces.IsSystem(member.ContainingType) =>
                DiagnosticDescriptors.RandomNumbers,
            _ => OfType(member.ContainingType),
        };

    private static DiagnosticDescriptor? OfType(ITypeSymbol? type) =>
        (type?.ContainingNamespace?.ToDisplayString(), type?.Name) switch
        {
            ("System", "TimeProvider") or ("System.Diagnostics", "Stopwatch") => DiagnosticDescriptors.Clock,
            ("System", "Random") or ("System.Security.Cryptography", "RandomNumberGenerator") =>
                DiagnosticDescriptors.RandomNumbers,
            ("System", "Console") or ("System.IO", _) => DiagnosticDescriptors.InputOutput,
            (string name, _) when name.StartsWith("System.Net", StringComparison.Ordinal) => DiagnosticDescriptors.InputOutput,
            _ => null,
        };
}
