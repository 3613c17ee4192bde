using System.Text;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Frontend;

/// <summary>The method as C# text sees it.</summary>
internal static class SignatureReader
{
    public static MethodSignature Read(IMethodSymbol method, IReadOnlyList<ParameterRole> roles, Compilation compilation) => new(
        method.Name,
        SyntaxFacts.GetText(method.DeclaredAccessibility),
        method.ReturnType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        Display(method),
        HintName(method),
        method.IsExtensionMethod,
        Parameters(method, roles, compilation));

    /// <summary>The signature as a comment quotes it.</summary>
    public static string Display(IMethodSymbol method) =>
        $"{method.Name}({string.Join(", ", method.Parameters.Select(static p => ShortName(p.Type)))})";

    public static EquatableArray<MethodParameter> Parameters(
        IMethodSymbol method, IReadOnlyList<ParameterRole> roles, Compilation compilation) =>
        PieceReader.TakeApart([.. method.Parameters.Select((parameter, i) => ReadParameter(parameter, roles[i], compilation))]);

    private static MethodParameter ReadParameter(IParameterSymbol parameter, ParameterRole role, Compilation compilation)
    {
        INamedTypeSymbol within = parameter.ContainingType;
        return new MethodParameter(
            Identifiers.Escape(parameter.Name),
            parameter.Type.ToDisplayString(NullableQualified),
            role,
            CompositeReader.Read(parameter.Type, role, compilation, within, out _),
            SequenceReader.ElementOf(parameter.Type) is null
                ? null
                : SequenceReader.Read(parameter.Type, role, compilation, within, out _));
    }

    private static SymbolDisplayFormat NullableQualified { get; } = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static string ShortName(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    // Ns.Outer-1.Inner.Method.g.cs, a hyphen where no name can have one; overloads, also those that differ in case only, say their parameters and position.
    private static string HintName(IMethodSymbol method)
    {
        StringBuilder name = new();
        AppendType(name, method.ContainingType);
        name.Append('.').Append(method.Name);
        IMethodSymbol[] rivals = [.. method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(other =>
            string.Equals(other.Name, method.Name, StringComparison.OrdinalIgnoreCase)
            && AttributeReader.IsMarked(other, "DifferentiableAttribute"))];

        if (rivals.Length > 1)
        {
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                name.Append('-').Append(ShortName(parameter.Type).Where(IsPlain).ToArray());
            }

            AppendPosition(name, method, rivals);
        }

        return name.Append(".g.cs").ToString();
    }

    /// <summary>Types of the same simple name, and methods that differ in case only, still look alike.</summary>
    private static void AppendPosition(StringBuilder name, IMethodSymbol method, IMethodSymbol[] rivals)
    {
        string[] ordered =
            [.. rivals.Select(static m => m.ToDisplayString()).OrderBy(static m => m, StringComparer.Ordinal)];
        int position = Array.IndexOf(ordered, method.ToDisplayString());
        bool isAmbiguous = rivals.Select(Parameters).Distinct(StringComparer.OrdinalIgnoreCase).Count() < rivals.Length;

        if (isAmbiguous)
        {
            name.Append('-').Append(position + 1);
        }

        static string Parameters(IMethodSymbol rival) =>
            string.Join("_", rival.Parameters.Select(static p => ShortName(p.Type)));
    }

    private static void AppendType(StringBuilder name, INamedTypeSymbol type)
    {
        if (type.ContainingType is INamedTypeSymbol outer)
        {
            AppendType(name, outer);
            name.Append('.');
        }
        else if (!type.ContainingNamespace.IsGlobalNamespace)
        {
            AppendNamespace(name, type.ContainingNamespace);
        }

        AppendName(name, type, type.ContainingType?.GetTypeMembers() ?? type.ContainingNamespace.GetTypeMembers());

        if (type.Arity > 0)
        {
            name.Append('-').Append(type.Arity);
        }
    }

    private static void AppendNamespace(StringBuilder name, INamespaceSymbol space)
    {
        if (!space.ContainingNamespace.IsGlobalNamespace)
        {
            AppendNamespace(name, space.ContainingNamespace);
        }

        AppendName(name, space, space.ContainingNamespace.GetNamespaceMembers());
        name.Append('.');
    }

    /// <summary>File names do not tell capitals from small letters: where siblings differ in nothing else, the position does.</summary>
    private static void AppendName(StringBuilder name, ISymbol symbol, IEnumerable<ISymbol> siblings)
    {
        string[] alike = [.. siblings.Select(static s => s.Name)
            .Where(other => string.Equals(other, symbol.Name, StringComparison.OrdinalIgnoreCase))
            .Distinct().OrderBy(static n => n, StringComparer.Ordinal)];
        name.Append(symbol.Name);

        if (alike.Length > 1)
        {
            name.Append('-').Append((char)('a' + Array.IndexOf(alike, symbol.Name) % 26));
        }
    }

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character);
}
