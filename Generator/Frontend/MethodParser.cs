using System.Threading;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend;

/// <summary>Reads one marked method: its place, its signature and its body.</summary>
internal static class MethodParser
{
    public static ParseResult Parse(
        MethodDeclarationSyntax syntax, SemanticModel semantics, MethodBodies bodies, CancellationToken cancellation)
    {
        if (semantics.GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol method
            || AttributeReader.MarkOn(syntax, method, cancellation) is not AttributeData mark)
        {
            return new ParseResult(null, []);
        }

        DiagnosticSink diagnostics = new();
        bodies.Use(semantics);
        bodies.Reads.Add(method);

        try
        {
            // The usage analyzer reports these, while they are typed.
            DiagnosticSink usage = new();
            UsageRules.Check(method, mark, bodies.Compilation, usage);

            if (usage.HasErrors || UsageRules.HasUnknownTypes(method))
            {
                return new ParseResult(null, []);
            }

            TypeContext type = TypeContextReader.Read(method, semantics, syntax);
            MethodModel? model = Read(method, type, AttributeReader.OptionsOf(mark), bodies, diagnostics, cancellation);
            MethodModel? possible = model is null
                ? null
                : new ClosedFormCheck(method, mark, bodies.Places, diagnostics).Apply(model, cancellation);
            return new ParseResult(possible, diagnostics.Diagnostics);
        }
        catch (InsufficientExecutionStackException)
        {
            return Failed(DiagnosticDescriptors.TooDeep, method, method.Name);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Code that does not compile can have any shape; the compiler says so itself.
            return bodies.HasErrorsAround(syntax)
                ? new ParseResult(null, [])
                : Failed(DiagnosticDescriptors.InternalFailure, method, method.Name, failure.Message);
        }
    }

    private static MethodModel? Read(
        IMethodSymbol method,
        TypeContext type,
        GradientOptions options,
        MethodBodies bodies,
        DiagnosticSink diagnostics,
        CancellationToken cancellation)
    {
        ParameterRole[] roles = [.. method.Parameters.Select(AttributeReader.RoleOf)];
        RoutineRegistry routines = new(method, bodies);
        Function? function = OperationLowering.Lower(method, roles, routines, diagnostics, cancellation);

        return function is null ? null : new MethodModel(
            type,
            SignatureReader.Read(method, roles, bodies.Compilation),
            function,
            options with { Objective = options.Objective && method.Parameters.All(UsageRules.CanBePacked) },
            routines.Models);
    }

    private static ParseResult Failed(
        DiagnosticDescriptor descriptor, IMethodSymbol method, params string[] arguments) =>
        new(null, [new DiagnosticInfo(descriptor, method.Locations[0], arguments.ToEquatable())]);
}
