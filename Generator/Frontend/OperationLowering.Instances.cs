using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Methods, properties and indexers of structs and objects.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue LowerInstanceCall(IInvocationOperation call, IOperation instance, string name)
    {
        if (NumericTypes.IsKnown(Resolve(instance.Type)))
        {
            return LowerNumericCall(call, call.TargetMethod, [Lower(instance)], name);
        }

        if (LowerConstantCall(call, instance, name) is FrontValue constant)
        {
            return constant;
        }

        if (instance is not IInstanceReferenceOperation && Resolve(instance.Type) is { IsReferenceType: true })
        {
            return Lower(instance) is FrontValue self && (References.Are(self) || self is FrontValue.Error or FrontValue.Conflict)
                ? LowerObjectCall(call, self, name)
                : Reject(call, Reasons.InstanceCall);
        }

        if (FindReceiver(instance, call.TargetMethod, call) is not Receiver receiver)
        {
            return FrontValue.Reported;
        }

        ITypeSymbol? type = TypeOf(receiver.Place) ?? Resolve(instance.Type);
        receiver = receiver with { Type = type };
        return FindTarget(call.TargetMethod, type, call.IsVirtual) is IMethodSymbol target
            ? WhereItIsOwn(target, call, () => Inline(target, call.Arguments, call, name, receiver))
            : RejectTarget(call, type);
    }

    /// <summary>The exact type of an object, or of a struct whose method an interface provides.</summary>
    private static ITypeSymbol? TypeOf(Place? place) => place switch
    {
        Place.Cell cell => cell.Type,
        Place.Local { Variable.Type: INamedTypeSymbol { TypeKind: TypeKind.Struct } type } => type,
        _ => null,
    };

    private FrontValue RejectTarget(IOperation call, ITypeSymbol? type) =>
        CollectionTypes.IsCollection(type) || CollectionTypes.IsNullable(type)
            ? RejectCall(call)
            : Reject(call, Reasons.InstanceCall);

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
    private IMethodSymbol? FindTarget(IMethodSymbol method, ITypeSymbol? type, bool isVirtual)
    {
        if (CollectionTypes.IsCollection(type) || CollectionTypes.IsNullable(type))
        {
            return Own(method, type) is IMethodSymbol own ? WithTypeArgumentsOf(own, method) : null;
        }

        IMethodSymbol called = InResolvedType(method);
        IMethodSymbol target = called;

        if (called.ContainingType.TypeKind == TypeKind.Interface)
        {
            target = type?.FindImplementationForInterfaceMember(called.ConstructedFrom) as IMethodSymbol ?? called;
        }
        else if (isVirtual && (called.IsVirtual || called.IsOverride || called.IsAbstract))
        {
            target = Override(type as INamedTypeSymbol, called);
        }

        if (target.IsGenericMethod && SymbolEqualityComparer.Default.Equals(target, target.ConstructedFrom))
        {
            target = target.Construct([.. method.TypeArguments.Select(argument => Resolve(argument)!)]);
        }

        return _bodies.Of(target) is null ? null : target;
    }

    /// <summary>A member of the type that the containing type stands for here.</summary>
    private T InResolvedType<T>(T member)
        where T : ISymbol => UsesTypeArguments && Resolve(member.ContainingType) is INamedTypeSymbol { IsGenericType: true } type
            ? type.GetMembers(member.Name).OfType<T>().FirstOrDefault(m =>
                SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, member.OriginalDefinition)) ?? member
            : member;

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

        if (instance.Type?.SpecialType == SpecialType.System_String && reference.Property.Name == "Length")
        {
            return new FrontValue.Leaf(Let(IrType.Int32, new Expr.Verbatim("{0}.Length", [LowerOperand(instance)]), name));
        }

        if (instance.Type?.SpecialType == SpecialType.System_String && reference.Arguments is [{ Value: IOperation index }]
            && WithoutIndexConversion(index).Type?.SpecialType == SpecialType.System_Int32)
        {
            return new FrontValue.Leaf(CharacterOf(LowerOperand(instance), LowerOperand(WithoutIndexConversion(index)), name));
        }

        return PropertyPlace(reference, instance) is Place place
            ? Load(place, name, reference)
            : RejectMember(reference, instance, Reasons.Expression(reference));
    }

    private Value CharacterOf(Operand text, Operand index, string name) =>
        Let(new IrType.Scalar(ScalarKind.Char), new Expr.Verbatim("{0}[{1}]", [text, index]), name);

    /// <summary>What a string or an enum member says about itself: a constant. Null for any other call.</summary>
    private FrontValue? LowerConstantCall(IInvocationOperation call, IOperation instance, string name)
    {
        IMethodSymbol method = call.TargetMethod;
        bool isPlain = TypeOf(instance.Type) is IrType.Opaque
            && (instance.Type!.SpecialType == SpecialType.System_String || method.Name == "HasFlag")
            && TypeOf(method.ReturnType) is IrType.Scalar { IsFloating: false }
            && call.Arguments.All(a => TypeOf(WithoutImplicitConversions(a.Value).Type) is IrType.Opaque or IrType.Scalar { IsFloating: false });

        if (!isPlain)
        {
            return null;
        }

        Operand[] operands = [LowerOperand(instance), .. InOrder(call).Select(argument => LowerOperand(WithoutImplicitConversions(argument)))];
        string places = string.Join(", ", operands.Skip(1).Select(static (_, i) => $"{{{i + 1}}}"));
        return new FrontValue.Leaf(Let(TypeOf(method.ReturnType)!, new Expr.Verbatim($"{{0}}.{method.Name}({places})", [.. operands]), name));
    }

    private Place? PropertyPlace(IPropertyReferenceOperation reference, IOperation instance)
    {
        IPropertySymbol property = reference.Property;

        if (Resolve(instance.Type) is { IsReferenceType: true })
        {
            return ObjectPropertyPlace(reference, instance);
        }

        // Generic code names the interface's property of a struct that it is given.
        if (property.ContainingType.TypeKind == TypeKind.Interface)
        {
            property = FindImplementation(Resolve(instance.Type), property) as IPropertySymbol ?? property;
        }

        if (FieldPlace(reference, instance, property) is Place field)
        {
            return field;
        }

        IMethodSymbol? accessor = property.GetMethod ?? property.SetMethod;

        if (accessor is null || LayoutOf(instance.Type) is null)
        {
            return null;
        }

        if (FindReceiver(instance, accessor, reference) is not Receiver receiver)
        {
            return new Place.Discard();
        }

        Place.Cell? cell = receiver.Place as Place.Cell;

        if (Own(property, cell?.Type ?? Resolve(instance.Type)) is not IPropertySymbol known)
        {
            return null;
        }

        return cell is not null
            ? PropertyOf(cell, known, BindArguments(accessor, reference.Arguments))
            : new Place.Property(receiver, known, BindArguments(accessor, reference.Arguments));
    }

    private Place? ObjectPropertyPlace(IPropertyReferenceOperation reference, IOperation instance)
    {
        IPropertySymbol property = reference.Property;
        FrontValue self = Lower(instance);

        if ((property.GetMethod ?? property.SetMethod) is not IMethodSymbol accessor
            || (!References.Are(self) && self is not (FrontValue.Error or FrontValue.Conflict)))
        {
            return null;
        }

        // 'base.X' names the property itself, whatever overrides it.
        bool isBase = instance.Syntax is BaseExpressionSyntax;
        List<BoundArgument> arguments = BindArguments(accessor, reference.Arguments);
        return PlaceIn(self, reference.Type!, reference, cell =>
        {
            if (Own(property, cell.Type) is IPropertySymbol known)
            {
                return PropertyOf(cell, known, arguments, isBase);
            }

            RejectCall(reference);
            return new Place.Discard();
        });
    }

    /// <summary>
    /// A property of an object. An interface or a base class can name the one of which the object's type has the field.
    /// </summary>
    private Place PropertyOf(Place.Cell cell, IPropertySymbol property, List<BoundArgument> arguments, bool isBase = false)
    {
        IPropertySymbol own = isBase || CollectionTypes.IsCollection(cell.Type)
            ? property
            : Implementation(cell.Type, InResolvedType(property)) ?? property;
        return IndexIn(cell.Type, own) is int index
            ? new Place.Member(cell, index)
            : new Place.Property(new Receiver(cell, null), own, arguments);
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
        StorageOf(place, place.Symbol.GetMethod) is Place storage ? Fetch(storage, name, origin)
            : place.Symbol.GetMethod is IMethodSymbol getter
            ? Obstacle(getter, origin) ?? WhereItIsOwn(getter, origin, () => InlineBound(
                getter, Rebind(getter, place.Arguments), origin, name, place.Receiver))
            : Reject(origin, Reasons.Expression(origin));

    /// <summary>The field behind a property of which this accessor has no body, though the other one may use the field.</summary>
    private Place? StorageOf(Place.Property place, IMethodSymbol? accessor)
    {
        ITypeSymbol owner = (place.Receiver.Place as Place.Cell)?.Type ?? place.Symbol.ContainingType;

        return (accessor is null || _bodies.Of(accessor) is null)
            && LayoutOf(owner)?.IndexOfStorage(place.Symbol) is >= 0 and int index
            ? PartOf(place.Receiver.Place ?? new Place.Fixed(place.Receiver.Value!), index)
            : null;
    }

    private FrontValue WhereItIsOwn(IMethodSymbol accessor, IOperation origin, Func<FrontValue> lower) =>
        CollectionTypes.IsCollection(accessor.ContainingType) || CollectionTypes.IsNullable(accessor.ContainingType)
            ? InOwnSource(origin, lower)
            : lower();

    private void Set(Place.Property place, FrontValue value, IOperation origin)
    {
        if (StorageOf(place, place.Symbol.SetMethod) is Place storage)
        {
            Write(storage, value, origin);
            return;
        }

        if (place.Symbol.SetMethod is not IMethodSymbol setter || place.Receiver.Place is null)
        {
            Reject(origin, Reasons.Expression(origin));
            return;
        }

        if (Obstacle(setter, origin) is not null)
        {
            return;
        }

        // The indices were evaluated once, for reading and writing.
        IParameterSymbol last = Written(setter).Parameters[setter.Parameters.Length - 1];
        WhereItIsOwn(setter, origin, () => InlineBound(
            setter, [.. Rebind(setter, place.Arguments), new BoundArgument(last, null, value)], origin, "", place.Receiver));
    }
}
