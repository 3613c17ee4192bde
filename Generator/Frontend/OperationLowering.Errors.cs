using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>What cannot be lowered is reported, and lowering goes on, so that one build tells all errors.</summary>
internal sealed partial class OperationLowering
{
    private readonly DerivativeLosses _losses = new();

    private FrontValue Reject(IOperation operation, string reason)
    {
        Report(DiagnosticDescriptors.UnsupportedOperation, operation, TextOf(operation), reason);
        return FrontValue.Reported;
    }

    private FrontValue Refuse(DiagnosticDescriptor descriptor, IOperation operation)
    {
        Report(descriptor, operation, TextOf(operation));
        return FrontValue.Reported;
    }

    /// <summary>A member of something that was reported itself needs no second report.</summary>
    private FrontValue RejectMember(IOperation operation, IOperation? instance, string reason) =>
        instance is not null && Lower(instance) is FrontValue.Error ? FrontValue.Reported : Reject(operation, reason);

    private FrontValue RejectState(IOperation operation, string reason)
    {
        Report(DiagnosticDescriptors.StaticState, operation, TextOf(operation), reason);
        return FrontValue.Reported;
    }

    private FrontValue RejectType(IOperation operation, ITypeSymbol? type)
    {
        CheckType(operation, type);
        return FrontValue.Reported;
    }

    private void CheckType(IOperation operation, ITypeSymbol? type)
    {
        if (Resolve(type) is not ITypeSymbol { TypeKind: not TypeKind.Error } known)
        {
            MarkInvalid();
            return;
        }

        string text = (Underlying(known) ?? known).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        Report(
            DiagnosticDescriptors.UnsupportedType, operation, TextOf(operation),
            Underlying(known) is null ? text : text + "?");
    }

    private void Report(DiagnosticDescriptor descriptor, IOperation operation, params string[] arguments)
    {
        if (operation.Type is { TypeKind: TypeKind.Error })
        {
            MarkInvalid();
            return;
        }

        _diagnostics.Report(descriptor, SyntaxOf(operation).GetLocation(), arguments);
    }

    private static string TextOf(IOperation operation) => StatementText.Of(operation.Syntax);
}
