using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend;

/// <summary>What generated code in a type may do with the members of a struct or a tuple.</summary>
internal sealed class CompositeMembers(Compilation compilation, INamedTypeSymbol within)
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The members in the order they are kept in; null for what is no struct or whose fields are unknown.</summary>
    public static IReadOnlyList<LayoutField>? Of(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Length < 2
            ? null
            : [.. tuple.TupleElements.Select(static e => new LayoutField(e.Name, e.Type, e))],
        { TypeKind: TypeKind.Struct } => Layout.Of(type)?.Fields,
        _ => null,
    };

    public static string Text(ITypeSymbol type) => type.ToDisplayString(Format);

    /// <summary>The field or property by which the member of a type is reached.</summary>
    public static ISymbol? Find(ITypeSymbol type, LayoutField member) => type.IsTupleType
        ? member.Symbol
        : type.GetMembers(((member.Symbol as IFieldSymbol)?.AssociatedSymbol ?? member.Symbol)?.Name ?? member.Name)
            .FirstOrDefault(static found => found is IFieldSymbol or IPropertySymbol);

    /// <summary>Whether members of the type can lie upon each other, so that setting one changes another.</summary>
    public static bool IsOverlapping(ITypeSymbol type) => !NumericTypes.IsKnown(type) && type.GetAttributes().Any(
        static data => data.AttributeClass?.Name == "InlineArrayAttribute"
            || (data.AttributeClass?.Name == "StructLayoutAttribute"
                && data.ConstructorArguments is [{ Value: 2 or (short)2 }])); // LayoutKind.Explicit

    /// <summary>Whether <c>new T { … }</c> begins with the default value and leaves out no required member.</summary>
    public static bool IsMadeByDefault(ITypeSymbol type) =>
        !((INamedTypeSymbol)type).InstanceConstructors.Any(static c => c.Parameters.IsEmpty && !c.IsImplicitlyDeclared)
        && !type.GetMembers().Any(static member =>
            member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true });

    public bool IsReadable(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { RefKind: RefKind.None, IsFixedSizeBuffer: false } && IsAccessible(field),
        IPropertySymbol { GetMethod: IMethodSymbol get } property => Layout.IsAutomatic(property) && IsAccessible(get),
        _ => false,
    };

    public bool IsSettable(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: IMethodSymbol set } => IsAccessible(set),
        _ => false,
    };

    /// <summary>
    /// The parameters of a constructor that does nothing but store them, among them all the members that have to be
    /// stored; null if there is no such constructor.
    /// </summary>
    public IReadOnlyDictionary<LayoutField, string>? ConstructorOf(
        INamedTypeSymbol type, IReadOnlyList<LayoutField> active) => type.InstanceConstructors
        .Where(IsAccessible)
        .Select(constructor => Stored(type, constructor))
        .FirstOrDefault(stored => stored is not null && active.All(stored.ContainsKey));

    private static Dictionary<LayoutField, string>? Stored(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        IReadOnlyList<LayoutField> members = Of(type)!;
        Dictionary<LayoutField, string> stored = [];

        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            string[] targets = NumericTypes.IsKnown(type)
                ? [Identifiers.Pascal(parameter.Name)]
                : TargetsOf(parameter, constructor);
            LayoutField[] matching = [.. members.Where(m =>
                targets.Contains(m.Symbol?.Name ?? m.Name)
                && SymbolEqualityComparer.Default.Equals(m.Type, parameter.Type))];

            if (matching.Length != 1 || stored.ContainsKey(matching[0]))
            {
                return null;
            }

            stored.Add(matching[0], parameter.Name);
        }

        return stored;
    }

    /// <summary>The members in which a parameter is stored; none if the constructor does anything else.</summary>
    private static string[] TargetsOf(IParameterSymbol parameter, IMethodSymbol constructor)
    {
        if (constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is not ConstructorDeclarationSyntax { Initializer: null } declaration)
        {
            return [];
        }

        ExpressionSyntax?[] expressions = declaration.ExpressionBody is ArrowExpressionClauseSyntax arrow
            ? [arrow.Expression]
            : [.. declaration.Body!.Statements.Select(static s => (s as ExpressionStatementSyntax)?.Expression)];
        List<(string Target, string Source)> stores = [];
        return expressions.All(expression => AddStores(expression, stores))
            ? [.. stores.Where(store => store.Source == parameter.Name).Select(static store => store.Target)]
            : [];
    }

    // X = x;   this.X = x;   (X, Y) = (x, y);
    private static bool AddStores(ExpressionSyntax? expression, List<(string Target, string Source)> stores)
    {
        if (expression is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment)
        {
            return false;
        }

        ExpressionSyntax[] targets = Elements(assignment.Left);
        ExpressionSyntax[] sources = Elements(assignment.Right);
        bool isPlain = targets.Length == sources.Length
            && targets.All(static target => NameOf(target) is not null)
            && sources.All(static source => source is IdentifierNameSyntax);

        if (isPlain)
        {
            stores.AddRange(targets.Zip(sources, static (target, source) => (NameOf(target)!, NameOf(source)!)));
        }

        return isPlain;
    }

    private static ExpressionSyntax[] Elements(ExpressionSyntax expression) => expression is TupleExpressionSyntax tuple
        ? [.. tuple.Arguments.Select(static argument => argument.Expression)]
        : [expression];

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } =>
            name.Identifier.ValueText,
        _ => null,
    };

    private bool IsAccessible(ISymbol member) => compilation.IsSymbolAccessibleWithin(member, within);
}
