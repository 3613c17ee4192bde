using Fluxion.Generator.Diagnostics;
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

        return reference.Instance is IOperation instance && field.ContainingType.IsTupleType
            && Lower(instance) is FrontValue.Aggregate tuple
            && TupleIndex(field) is int index && index < tuple.Elements.Count
            ? tuple.Elements[index]
            : Reject(reference, Reasons.Expression(reference));
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
            return RejectType(reference, memberType);
        }

        // Generated code stands in the type of the marked method, whatever method the field was read in.
        if (!_compilation.IsSymbolAccessibleWithin(member, RootType))
        {
            return RejectState(reference, Reasons.Inaccessible);
        }

        return new FrontValue.Leaf(_fields.Read(Identifiers.Qualified(member), member.Name, type, _builder));
    }

    private INamedTypeSymbol RootType
    {
        get
        {
            CallFrame root = _frame;

            while (root.Caller is CallFrame caller)
            {
                root = caller;
            }

            return root.Method.ContainingType;
        }
    }

    private FrontValue LowerProperty(IPropertyReferenceOperation reference, string name)
    {
        IPropertySymbol property = reference.Property;

        if (reference.Instance is IOperation instance)
        {
            return TypeOf(WithoutImplicitConversions(instance).Type) is IrType.Array
                ? LowerArrayProperty(reference, instance, name)
                : Reject(reference, Reasons.Expression(reference));
        }

        if (IsAutomatic(property))
        {
            return property.SetMethod is null
                ? ReadStatic(reference, property, property.Type)
                : RejectState(reference, Reasons.MutableField);
        }

        return property.GetMethod is IMethodSymbol getter && !property.IsIndexer
            ? Inline(getter, [], reference, name)
            : Reject(reference, Reasons.Expression(reference));
    }

    private static bool IsAutomatic(IPropertySymbol property) => property.ContainingType.GetMembers()
        .OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private FrontValue LowerArrayProperty(IPropertyReferenceOperation reference, IOperation instance, string name)
    {
        switch (reference.Property.Name)
        {
            case "Length":
                return new FrontValue.Leaf(CountOf(LowerOperand(instance), name));
            case "LongLength":
                Operand count = CountOf(LowerOperand(instance), "");
                return new FrontValue.Leaf(Convert(count, new IrType.Scalar(ScalarKind.Int64), isChecked: false, reference, name));
            case "Rank":
                return new FrontValue.Leaf(Constant.Int(((IrType.Array)LowerOperand(instance).Type).Rank));
            case "IsEmpty":
                Operand length = CountOf(LowerOperand(instance), "");
                return new FrontValue.Leaf(Apply(
                    IrType.Boolean, Derivatives.PrimitiveTable.Equal, name, length, Constant.Int(0)));
            default:
                return reference.Property.IsIndexer
                    ? Load(LowerPlace(reference), name, reference)
                    : Reject(reference, Reasons.Expression(reference));
        }
    }
}
