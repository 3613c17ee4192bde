using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend;

/// <summary>Where a differentiable method can stand and how it must be declared.</summary>
internal static class UsageRules
{
    public static void Check(
        IMethodSymbol method, AttributeData attribute, Compilation compilation, DiagnosticSink diagnostics)
    {
        CheckContainingTypes(method, diagnostics);
        CheckDeclaration(method, diagnostics);
        CheckParameters(method, compilation, diagnostics);
        CheckObjective(method, attribute, diagnostics);
        CheckLanguage(method, diagnostics);
        ExistingMembers.Check(method, attribute, diagnostics);

        if (HasOtherObjective(method, attribute))
        {
            diagnostics.Report(DiagnosticDescriptors.OverloadedObjective, method.Locations[0], method.Name);
        }
    }

    /// <summary>Whether the signature has a type the compiler does not know either, and says so itself.</summary>
    public static bool HasUnknownTypes(IMethodSymbol method) =>
        method.ReturnType.TypeKind == TypeKind.Error
        || method.Parameters.Any(static p => p.Type.TypeKind == TypeKind.Error);

    // Gradients are overloads as the methods are; objectives are types and need names of their own.
    private static bool HasOtherObjective(IMethodSymbol method, AttributeData attribute) =>
        AttributeReader.OptionsOf(attribute).Objective
        && method.Parameters.All(CanBePacked)
        && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method.PartialDefinitionPart ?? method))
            .Any(static other => AttributeReader.HasObjective(other) && other.Parameters.All(CanBePacked));

    /// <summary>Whether the floating numbers in a parameter are all there is to it, so that an objective can make it.</summary>
    public static bool CanBePacked(IParameterSymbol parameter) =>
        (SequenceReader.ElementOf(parameter.Type) is null && !HoldsArrays(parameter.Type))
        && (AttributeReader.RoleOf(parameter) != ParameterRole.Differentiable || IsFloatingOnly(parameter.Type));

    private static bool HoldsArrays(ITypeSymbol type) => TypeMap.Of(type) is null
        && CompositeMembers.Of(type) is IReadOnlyList<LayoutField> members
        && members.Any(static m => TypeMap.Of(m.Type) is IrType.Array || HoldsArrays(m.Type));

    private static bool IsFloatingOnly(ITypeSymbol type) => TypeMap.Of(type) is IrType known
        ? known.IsFloating || known is IrType.Array { Element.IsFloating: true }
        : CompositeMembers.Of(type) is IReadOnlyList<LayoutField> members && members.All(static m => IsFloatingOnly(m.Type));

    private static void CheckObjective(IMethodSymbol method, AttributeData attribute, DiagnosticSink diagnostics)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (!diagnostics.HasErrors && AttributeReader.AsksForObjective(attribute) && !CanBePacked(parameter))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.NotPackable,
                    parameter.Locations[0], method.Name, parameter.Name, Text(parameter.Type));
            }
        }
    }

    // The text of generated code says what may be null.
    private static void CheckLanguage(IMethodSymbol method, DiagnosticSink diagnostics)
    {
        if (method.Locations[0].SourceTree?.Options is CSharpParseOptions { LanguageVersion: < LanguageVersion.CSharp8 } options)
        {
            diagnostics.Report(
                DiagnosticDescriptors.OldLanguage, method.Locations[0], method.Name, options.LanguageVersion.ToDisplayString());
        }
    }

    private static void CheckContainingTypes(IMethodSymbol method, DiagnosticSink diagnostics)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                diagnostics.Report(DiagnosticDescriptors.FileLocalType, method.Locations[0], type.Name);
            }
            else if (!IsPartial(type))
            {
                diagnostics.Report(DiagnosticDescriptors.TypeNotPartial, method.Locations[0], type.Name, method.Name);
            }
        }
    }

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.All(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration
        && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static void CheckDeclaration(IMethodSymbol method, DiagnosticSink diagnostics)
    {
        Location location = method.Locations[0];

        if (!method.IsStatic)
        {
            diagnostics.Report(DiagnosticDescriptors.MethodNotStatic, location, method.Name);
        }

        if (method.IsGenericMethod)
        {
            diagnostics.Report(DiagnosticDescriptors.GenericMethod, location, method.Name);
        }

        if (method.IsAsync)
        {
            diagnostics.Report(DiagnosticDescriptors.AsyncMethod, location, method.Name);
        }
        else if (method.RefKind != RefKind.None
            || (TypeMap.Of(method.ReturnType) is not { IsFloating: true }
                && method.ReturnType.TypeKind != TypeKind.Error))
        {
            diagnostics.Report(DiagnosticDescriptors.ReturnType, location, method.Name, Text(method.ReturnType));
        }

        bool isUnimplemented = method.IsPartialDefinition && method.PartialImplementationPart is null;

        if (method.IsExtern || method.IsAbstract || isUnimplemented)
        {
            diagnostics.Report(DiagnosticDescriptors.NoBody, location, method.Name);
        }
    }

    private static void CheckParameters(IMethodSymbol method, Compilation compilation, DiagnosticSink diagnostics)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            CheckParameter(parameter, compilation, diagnostics);
        }

        if (!diagnostics.HasErrors
            && !method.Parameters.Any(static p => AttributeReader.RoleOf(p) == ParameterRole.Differentiable))
        {
            diagnostics.Report(DiagnosticDescriptors.NothingToDifferentiate, method.Locations[0], method.Name);
        }
    }

    private static void CheckParameter(IParameterSymbol parameter, Compilation compilation, DiagnosticSink diagnostics)
    {
        Location location = parameter.Locations[0];
        IrType? type = TypeMap.Of(parameter.Type);
        bool isData = AttributeReader.IsMarked(parameter, "DataAttribute");

        if (parameter.RefKind != RefKind.None)
        {
            diagnostics.Report(
                DiagnosticDescriptors.ReferenceParameter, location, parameter.Name, Text(parameter.RefKind));
        }
        else if (isData && type is not IrType.Array { Rank: 1, Element: IrType.Scalar } && parameter.Type.TypeKind != TypeKind.Error)
        {
            diagnostics.Report(DiagnosticDescriptors.DataNotArray, location, parameter.Name);
        }
        else if (isData && AttributeReader.IsMarked(parameter, "NoDerivativeAttribute"))
        {
            diagnostics.Report(DiagnosticDescriptors.ConflictingRoles, location, parameter.Name);
        }
        else if (type is null && Layout.HasPartsElsewhere(parameter.Type, parameter.ContainingAssembly))
        {
            diagnostics.Report(DiagnosticDescriptors.ParameterType, location, parameter.Name, Text(parameter.Type));
        }
        else if (CompositeReader.IsComposite(parameter.Type) || SequenceReader.ElementOf(parameter.Type) is not null)
        {
            string? reason = ReasonAgainst(parameter, compilation);

            if (reason is not null)
            {
                diagnostics.Report(
                    DiagnosticDescriptors.CompositeParameter, location, parameter.Name, Text(parameter.Type), reason);
            }
        }
        else if (IsUnsupported(parameter, type) && SequenceReader.ReasonAgainst(parameter.Type) is string why)
        {
            diagnostics.Report(DiagnosticDescriptors.CompositeParameter, location, parameter.Name, Text(parameter.Type), why);
        }
        else if (IsUnsupported(parameter, type))
        {
            DiagnosticDescriptor descriptor = IsObject(parameter.Type)
                ? DiagnosticDescriptors.ObjectParameter
                : DiagnosticDescriptors.ParameterType;
            diagnostics.Report(descriptor, location, parameter.Name, Text(parameter.Type));
        }
    }

    private static string? ReasonAgainst(IParameterSymbol parameter, Compilation compilation)
    {
        ParameterRole role = AttributeReader.RoleOf(parameter);
        string? reason;
        _ = SequenceReader.ElementOf(parameter.Type) is null
            ? (object?)CompositeReader.Read(parameter.Type, role, compilation, parameter.ContainingType, out reason)
            : SequenceReader.Read(parameter.Type, role, compilation, parameter.ContainingType, out reason);
        return reason;
    }

    private static bool IsJagged(IrType type) => type is IrType.Array
    {
        Kind: ArrayKind.Array, Rank: 1, Element: IrType.Array { Kind: ArrayKind.Array, Rank: 1, Element: IrType.Scalar },
    };

    private static bool IsObject(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Interface or TypeKind.Class or TypeKind.Delegate
        && type.SpecialType != SpecialType.System_String;

    private static bool IsUnsupported(IParameterSymbol parameter, IrType? type) =>
        parameter.Type.TypeKind != TypeKind.Error
        && (type is null
            || ((type is IrType.Array { Rank: > 2 } || (type is IrType.Array { Element: IrType.Array } && !IsJagged(type)))
                && AttributeReader.RoleOf(parameter) == ParameterRole.Differentiable));

    private static string Text(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref",
        RefKind.Out => "out",
        RefKind.In => "in",
        _ => "ref readonly",
    };

    private static string Text(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
