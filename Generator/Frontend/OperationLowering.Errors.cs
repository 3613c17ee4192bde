using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>What cannot be lowered is reported, and lowering goes on with a zero, so that one build tells all errors.</summary>
internal sealed partial class OperationLowering
{
    private readonly DerivativeLosses _losses = new();

    private FrontValue.Leaf Reject(IOperation operation, string reason)
    {
        Report(DiagnosticDescriptors.UnsupportedOperation, operation, TextOf(operation), reason);
        return ZeroOf(operation.Type);
    }

    private FrontValue.Leaf RejectState(IOperation operation, string reason)
    {
        Report(DiagnosticDescriptors.StaticState, operation, TextOf(operation), reason);
        return ZeroOf(operation.Type);
    }

    private FrontValue.Leaf RejectType(IOperation operation, ITypeSymbol? type)
    {
        CheckType(operation, type);
        return ZeroOf(operation.Type);
    }

    private void CheckType(IOperation operation, ITypeSymbol? type)
    {
        if (Resolve(type) is not ITypeSymbol { TypeKind: not TypeKind.Error } known)
        {
            IsInvalid = true;
            return;
        }

        Report(
            DiagnosticDescriptors.UnsupportedType, operation, TextOf(operation),
            known.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }

    private void Report(DiagnosticDescriptor descriptor, IOperation operation, params string[] arguments)
    {
        if (operation.Type is { TypeKind: TypeKind.Error })
        {
            IsInvalid = true;
            return;
        }

        _diagnostics.Report(descriptor, operation.Syntax.GetLocation(), arguments);
    }

    private static string TextOf(IOperation operation) => StatementText.Of(operation.Syntax);
}
