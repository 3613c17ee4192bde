using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Methods, properties and indexers of structs and objects.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>The exact types of objects that have been made, by name.</summary>
    private readonly Dictionary<string, INamedTypeSymbol> _objectTypes = new(StringComparer.Ordinal);

    private FrontValue LowerInstanceCall(IInvocationOperation call, IOperation instance, string name)
    {
        if (NumericTypes.IsKnown(Resolve(instance.Type)))
        {
            return LowerNumericCall(call, call.TargetMethod, [Lower(instance)], name);
        }

        if (FindReceiver(instance, call.TargetMethod, call) is not Receiver receiver)
        {
            return FrontValue.Reported;
        }

        ITypeSymbol? type = receiver.Place is Place.Cell cell ? cell.Type : Resolve(instance.Type);

        if (CollectionTypes.IsCollection(type) || CollectionTypes.IsNullable(type))
        {
            return Own(call.TargetMethod, type) is IMethodSymbol own
                ? InOwnSource(call, () => Inline(
                    WithTypeArgumentsOf(own, call.TargetMethod), call.Arguments, call, name, receiver))
                : RejectCall(call);
        }

        return FindTarget(call.TargetMethod, instance, receiver, call.IsVirtual) is IMethodSymbol target
            ? Inline(target, call.Arguments, call, name, receiver)
            : Reject(call, Reasons.InstanceCall);
    }

    /// <summary>What a method is called on; null where it was reported.</summary>
    private Receiver? FindReceiver(IOperation instance, IMethodSymbol method, IOperation origin)
    {
        if (instance is IInstanceReferenceOperation self)
        {
            return ThisPlace(self) is Place own and not Place.Discard
                ? IsReadOnly(instance) && !method.IsReadOnly && own is not Place.Cell
                    ? new Receiver(null, Load(own, ""))
                    : new Receiver(own, null)
                : null;
        }

        if (Resolve(instance.Type) is { IsReferenceType: true })
        {
            return CellOf(Lower(instance), origin) is Place cell ? new Receiver(cell, null) : null;
        }

        if (LayoutOf(instance.Type) is null)
        {
            RejectMember(origin, instance, Reasons.InstanceCall);
            return null;
        }

        return IsVariable(instance) && (method.IsReadOnly || !IsReadOnly(instance))
            ? new Receiver(LowerPlace(instance), null)
            : Lower(instance) is FrontValue value and not FrontValue.Error ? new Receiver(null, value) : null;
    }

    /// <summary>
    /// The method that runs: exact types are always known. Null where that method has no source.
    /// </summary>
    private IMethodSymbol? FindTarget(IMethodSymbol method, IOperation instance, Receiver receiver, bool isVirtual)
    {
        ITypeSymbol? type = receiver.Place is Place.Cell cell ? cell.Type : Resolve(instance.Type);
        IMethodSymbol target = method;

        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            target = type?.FindImplementationForInterfaceMember(method) as IMethodSymbol ?? method;
        }
        else if (isVirtual && (method.IsVirtual || method.IsOverride || method.IsAbstract))
        {
            target = Override(type as INamedTypeSymbol, method);
        }

        return _bodies.Of(target) is null ? null : target;
    }

    private static IMethodSymbol Override(INamedTypeSymbol? type, IMethodSymbol method)
    {
        for (INamedTypeSymbol? own = type; own is not null; own = own.BaseType)
        {
            foreach (IMethodSymbol candidate in own.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (IMethodSymbol? m = candidate; m is not null; m = m.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method.OriginalDefinition))
                    {
                        return candidate;
                    }
                }
            }
        }

        return method;
    }

    /// <summary>A property or indexer of a struct or an object.</summary>
    private FrontValue LowerPropertyOf(IPropertyReferenceOperation reference, IOperation instance, string name)
    {
        if (NumericTypes.IsKnown(Resolve(instance.Type)) && IndexIn(instance.Type, reference.Property) is null)
        {
            return reference.Property.GetMethod is IMethodSymbol getter
                ? LowerNumeric(getter, [Lower(instance), .. reference.Arguments.Select(a => Lower(a.Value))], reference, name)
                : Reject(reference, Reasons.Expression(reference));
        }

        return PropertyPlace(reference, instance) is Place place
            ? Load(place, name, reference)
            : RejectMember(reference, instance, Reasons.Expression(reference));
    }

    private Place? PropertyPlace(IPropertyReferenceOperation reference, IOperation instance)
    {
        IPropertySymbol property = reference.Property;

        if (FieldPlace(reference, instance, property) is Place field)
        {
            return field;
        }

        IMethodSymbol? accessor = property.GetMethod ?? property.SetMethod;

        if (accessor is null || Resolve(instance.Type) is not ITypeSymbol type
            || (!type.IsReferenceType && LayoutOf(type) is null))
        {
            return null;
        }

        if (FindReceiver(instance, accessor, reference) is not Receiver receiver)
        {
            return new Place.Discard();
        }

        Place.Cell? cell = receiver.Place as Place.Cell;

        if (Own(property, cell?.Type ?? type) is not IPropertySymbol known)
        {
            return null;
        }

        property = known;
        accessor = property.GetMethod ?? property.SetMethod!;

        // An interface or a base class can name the property of which the object's type has the field.
        if (cell is not null && !CollectionTypes.IsCollection(cell.Type) && Implementation(cell.Type, property) is IPropertySymbol own)
        {
            property = own;

            if (IndexIn(cell.Type, own) is int index)
            {
                return new Place.Member(cell, index);
            }
        }

        return new Place.Property(receiver, property, BindArguments(accessor, reference.Arguments));
    }

    private static IPropertySymbol? Implementation(INamedTypeSymbol type, IPropertySymbol property)
    {
        if (property.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(property) as IPropertySymbol;
        }

        for (INamedTypeSymbol? own = type; own is not null; own = own.BaseType)
        {
            foreach (IPropertySymbol candidate in own.GetMembers(property.Name).OfType<IPropertySymbol>())
            {
                for (IPropertySymbol? p = candidate; p is not null; p = p.OverriddenProperty)
                {
                    if (SymbolEqualityComparer.Default.Equals(p.OriginalDefinition, property.OriginalDefinition))
                    {
                        return candidate;
                    }
                }
            }
        }

        return property;
    }

    private FrontValue Get(Place.Property place, IOperation origin, string name) =>
        place.Symbol.GetMethod is IMethodSymbol getter
            ? WhereItIsOwn(getter, origin, () => InlineBound(getter, [.. place.Arguments], origin, name, place.Receiver))
            : Reject(origin, Reasons.Expression(origin));

    private FrontValue WhereItIsOwn(IMethodSymbol accessor, IOperation origin, Func<FrontValue> lower) =>
        CollectionTypes.IsCollection(accessor.ContainingType) || CollectionTypes.IsNullable(accessor.ContainingType)
            ? InOwnSource(origin, lower)
            : lower();

    private void Set(Place.Property place, FrontValue value, IOperation origin)
    {
        if (place.Symbol.SetMethod is not IMethodSymbol setter || place.Receiver.Place is null)
        {
            Reject(origin, Reasons.Expression(origin));
            return;
        }

        // The indices were evaluated once, for reading and writing.
        System.Collections.Immutable.ImmutableArray<IParameterSymbol> parameters = setter.OriginalDefinition.Parameters;
        IEnumerable<BoundArgument> indices =
            place.Arguments.Select(index => index with { Parameter = parameters[index.Parameter.Ordinal] });
        IParameterSymbol last = parameters[parameters.Length - 1];
        WhereItIsOwn(setter, origin, () => InlineBound(
            setter, [.. indices, new BoundArgument(last, null, value)], origin, "", place.Receiver));
    }
}
