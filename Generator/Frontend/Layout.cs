using Fluxion.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend;

/// <summary>The parts of which a value of a struct, a tuple or an object consists, in the order they are kept in.</summary>
internal sealed class Layout
{
    private Layout(IEnumerable<LayoutField> fields)
    {
        Fields = [.. fields];
        Names = Fields.Select(static field => field.Name).ToEquatable();
    }

    public IReadOnlyList<LayoutField> Fields { get; }

    public EquatableArray<string> Names { get; }

    /// <summary>The layout, or null for types whose parts are not known.</summary>
    public static Layout? Of(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } => null,
        INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } value
            when NumericTypes.Fields(value) is IEnumerable<LayoutField> known => new Layout(known),
        INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } value when HasSource(value) =>
            new Layout(FieldsOf(value)),
        INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false } value when IsObject(value) =>
            new Layout(Bases(value).Reverse().SelectMany(FieldsOf)),
        _ => null,
    };

    /// <summary>Whether values of the type are references to objects whose fields are known.</summary>
    public static bool IsObject(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsAnonymousType: false } named
        && HasSource(named)
        && Bases(named).All(HasSource);

    /// <summary>
    /// Whether the source of a type, or of what it derives from, is in another project: the editor sees it, and a build, which has
    /// the metadata alone, does not.
    /// </summary>
    public static bool IsElsewhere(ITypeSymbol? type, IAssemblySymbol home) => type is INamedTypeSymbol { IsTupleType: false } named
        && Bases(named).Any(own => HasSource(own) && !own.ContainingAssembly.Identity.Equals(home.Identity));

    /// <summary>Whether anything that values of a type consist of is declared in another project.</summary>
    public static bool HasPartsElsewhere(ITypeSymbol type, IAssemblySymbol home) => type switch
    {
        IArrayTypeSymbol array => HasPartsElsewhere(array.ElementType, home),
        INamedTypeSymbol named => IsElsewhere(named, home)
            || named.TypeArguments.Any(argument => HasPartsElsewhere(argument, home))
            || (named.TypeKind == TypeKind.Struct && HasSource(named) && FieldsOf(named).Any(field => HasPartsElsewhere(field.Type, home))),
        _ => false,
    };

    /// <summary>Where a field, or the field behind a property, is kept; −1 where it is not.</summary>
    public int IndexOf(ISymbol member)
    {
        ISymbol definition = member.OriginalDefinition;

        for (int i = 0; i < Fields.Count; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(Fields[i].Symbol, definition)
                || (Fields[i].Symbol is null && Fields[i].Name == member.Name))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasSource(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Length > 0;

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? own = type; own is { SpecialType: SpecialType.None }; own = own.BaseType)
        {
            yield return own;
        }
    }

    private static IEnumerable<LayoutField> FieldsOf(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(static field => field is { IsStatic: false, IsConst: false } && !IsOfParameter(field))
        .Select(static field => new LayoutField(
            (field.AssociatedSymbol ?? field).Name.TrimStart('_'),
            field.Type,
            field.AssociatedSymbol is IPropertySymbol property && !IsAutomatic(property)
                ? field.OriginalDefinition
                : (field.AssociatedSymbol ?? field).OriginalDefinition))
        .Concat(Captured(type));

    /// <summary>Whether the accessors of a property do nothing but read and write its field, whose keyword they may not use.</summary>
    public static bool IsAutomatic(IPropertySymbol property) =>
        (property.PartialImplementationPart ?? property).DeclaringSyntaxReferences.All(static reference =>
        reference.GetSyntax() is not PropertyDeclarationSyntax declaration
        || (declaration.ExpressionBody is null
            && declaration.AccessorList!.Accessors.All(static a => a is { Body: null, ExpressionBody: null })));

    /// <summary>Where the field is kept that a property's accessors call <c>field</c>; −1 where there is none.</summary>
    public int IndexOfStorage(IPropertySymbol property)
    {
        for (int i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Symbol is IFieldSymbol { AssociatedSymbol: IPropertySymbol owner }
                && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, property.OriginalDefinition))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the compiler keeps a parameter of a primary constructor.</summary>
    private static bool IsOfParameter(IFieldSymbol field) => field is { IsImplicitlyDeclared: true, AssociatedSymbol: null };

    /// <summary>Parameters of a primary constructor that is not a record's can be read by every member.</summary>
    private static IEnumerable<LayoutField> Captured(INamedTypeSymbol type) => type.IsRecord
        ? []
        : type.InstanceConstructors.Where(IsPrimary).SelectMany(static constructor => constructor.Parameters)
            .Select(static p => new LayoutField(p.Name, p.Type, p.OriginalDefinition));

    public static bool IsPrimary(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences
        .Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);
}
