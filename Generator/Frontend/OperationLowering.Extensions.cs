using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Members of extension blocks: what they are called on is a parameter of the block that their bodies share.</summary>
internal sealed partial class OperationLowering
{
    private static bool IsExtension(ISymbol member) => member.ContainingType is { TypeKind: TypeKind.Extension };

    private FrontValue LowerExtensionCall(IInvocationOperation call, IOperation instance, string name) =>
        Inline(call.TargetMethod, call.Arguments, call, name, ExtensionReceiver(call.TargetMethod, instance));

    private Place.Property ExtensionProperty(IPropertyReferenceOperation reference, IOperation instance)
    {
        IMethodSymbol accessor = (reference.Property.GetMethod ?? reference.Property.SetMethod)!;
        return new Place.Property(ExtensionReceiver(accessor, instance), reference.Property, []);
    }

    /// <summary>A copy, or another name for the caller's variable, as the block says.</summary>
    private Receiver ExtensionReceiver(IMethodSymbol member, IOperation instance)
    {
        IParameterSymbol? parameter = _bodies.Of(member)?.Descendants().OfType<IParameterReferenceOperation>()
            .Select(static reference => reference.Parameter).FirstOrDefault(IsOfBlock);

        return parameter is { RefKind: not RefKind.None } && IsVariable(instance)
            ? new Receiver(LowerPlace(instance), null)
            : new Receiver(null, Lower(instance), Resolve(instance.Type), parameter?.Name);
    }

    /// <summary>Whether a parameter is that of an extension block, not of one of its members.</summary>
    private static bool IsOfBlock(ISymbol symbol) => symbol is IParameterSymbol { ContainingSymbol: INamedTypeSymbol };
}
