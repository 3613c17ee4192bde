using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Fields and properties.</summary>
internal sealed partial class OperationLowering
{
    private FrontValue LowerField(IFieldReferenceOperation reference)
    {
        IFieldSymbol field = reference.Field;

        if (field.IsStatic)
        {
            return field.IsReadOnly
                ? ReadStatic(reference, field, field.Type)
                : RejectState(reference, Reasons.MutableField);
        }

        if (!field.ContainingType.IsTupleType)
        {
            return reference.Instance is IOperation owner
                ? LowerFieldOf(reference, owner, field, "")
                : Reject(reference, Reasons.Expression(reference));
        }

        FrontValue? whole = reference.Instance is IOperation instance ? Lower(instance) : null;

        return whole switch
        {
            FrontValue.Error => whole,
            FrontValue.Aggregate tuple when TupleIndex(field) is int index && index < tuple.Elements.Count =>
                Checked(tuple.Elements[index], reference),
            _ => Reject(reference, Reasons.Expression(reference)),
        };
    }

    private static int? TupleIndex(IFieldSymbol field)
    {
        string name = (field.CorrespondingTupleField ?? field).Name;
        return name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), out int number)
            ? number - 1
            : null;
    }

    private FrontValue ReadStatic(IOperation reference, ISymbol member, ITypeSymbol memberType)
    {
        if (TypeOf(memberType) is not IrType type)
        {
            return Resolve(memberType) is { TypeKind: TypeKind.Interface or TypeKind.Class or TypeKind.Delegate }
                ? RejectObject(reference, memberType)
                : ReadParts(reference, member, memberType);
        }

        // Generated code stands in the type of the marked method, whatever method the field was read in.
        if (!IsReachable(member))
        {
            return RejectState(reference, Reasons.Inaccessible);
        }

        return new FrontValue.Leaf(_fields.Read(Identifiers.Qualified(member), member.Name, type, _builder));
    }

    private FrontValue RejectObject(IOperation reference, ITypeSymbol type)
    {
        Report(
            Diagnostics.DiagnosticDescriptors.UnboundedDispatch, reference, TextOf(reference),
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        return FrontValue.Reported;
    }

    /// <summary>Whether generated code can name a member: it stands in another file than the user's.</summary>
    private bool IsReachable(ISymbol member)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return false;
            }
        }

        return _compilation.IsSymbolAccessibleWithin(member, RootType);
    }

    private INamedTypeSymbol RootType => _routines.Root.ContainingType;

    private FrontValue LowerProperty(IPropertyReferenceOperation reference, string name)
    {
        IPropertySymbol property = reference.Property;

        if (reference.Instance is IOperation instance)
        {
            if (property.ContainingType.IsAnonymousType)
            {
                return PartOfAnonymous(reference, instance);
            }

            if (IsExtension(property))
            {
                return Load(ExtensionProperty(reference, instance), name, reference);
            }

            return MemoryOf(WithoutImplicitConversions(instance).Type) is not null
                ? LowerArrayProperty(reference, instance, name)
                : LowerPropertyOf(reference, instance, name);
        }

        if (reference.ConstrainedToType is ITypeSymbol constrained)
        {
            return LowerConstrainedProperty(reference)
                ?? (FindImplementation(Resolve(constrained), property) is IPropertySymbol { GetMethod: IMethodSymbol own }
                    && !IsAutomatic((IPropertySymbol)own.AssociatedSymbol!)
                    ? Inline(own, [], reference, name)
                    : RejectCall(reference));
        }

        if (IsAutomatic(property))
        {
            return property.SetMethod is null
                ? ReadStatic(reference, property, property.Type)
                : RejectState(reference, Reasons.MutableField);
        }

        if (NumericTypes.IsKnown(property.ContainingType) && property.GetMethod is IMethodSymbol known)
        {
            return LowerNumeric(known, [], reference, name);
        }

        return property.GetMethod is IMethodSymbol getter && !property.IsIndexer
            ? Inline(getter, [], reference, name)
            : Reject(reference, Reasons.Expression(reference));
    }

    /// <summary>Nothing can change an object without a type: it is as good as a tuple.</summary>
    private FrontValue.Aggregate LowerAnonymous(IAnonymousObjectCreationOperation creation) => new([.. creation.Initializers
        .Select(part => part is ISimpleAssignmentOperation assignment ? Lower(assignment.Value) : Reject(part, Reasons.Expression(part)))]);

    private FrontValue PartOfAnonymous(IPropertyReferenceOperation reference, IOperation instance)
    {
        IPropertySymbol[] parts = [.. reference.Property.ContainingType.GetMembers().OfType<IPropertySymbol>()];
        int index = Array.FindIndex(parts, part => part.Name == reference.Property.Name);
        return Lower(instance) switch
        {
            FrontValue.Aggregate whole => whole.Elements[index],
            FrontValue.Error error => error,
            _ => Reject(reference, Reasons.Undecided),
        };
    }

    private static bool IsAutomatic(IPropertySymbol property) => property.ContainingType.GetMembers()
        .OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private FrontValue LowerArrayProperty(IPropertyReferenceOperation reference, IOperation instance, string name)
    {
        IrType.Scalar wide = new(ScalarKind.Int64);

        return reference.Property.Name switch
        {
            "Length" => Lower(instance) switch
            {
                FrontValue.View view => new FrontValue.Leaf(view.Length),
                FrontValue.Error error => error,
                FrontValue array when IsMemory(array) => new FrontValue.Leaf(CountOf(array, name)),
                _ => Reject(reference, Reasons.Range),
            },
            "LongLength" => OfArray(
                instance, array => new FrontValue.Leaf(
                    Convert(CountOf(array, ""), wide, isChecked: false, reference, name))),
            "Rank" => OfArray(instance, static array => new FrontValue.Leaf(Constant.Int(RankOf(array)))),
            "IsEmpty" => LowerView(instance) is FrontValue.View view
                ? new FrontValue.Leaf(Apply(IrType.Boolean, PrimitiveTable.Equal, name, view.Length, Constant.Int(0)))
                : FrontValue.Reported,
            _ when reference.Property.IsIndexer => Load(LowerPlace(reference), name),
            _ => Reject(reference, Reasons.Expression(reference)),
        };
    }
}
