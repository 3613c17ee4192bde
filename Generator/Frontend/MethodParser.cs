using System.Threading;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Reads one marked method: its place, its signature and its body.</summary>
internal static class MethodParser
{
    public static ParseResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        IMethodSymbol method = (IMethodSymbol)context.TargetSymbol;
        DiagnosticSink diagnostics = new();

        try
        {
            MethodModel? model = Read(context, method, diagnostics, cancellation);
            return new ParseResult(model, diagnostics.Diagnostics);
        }
        catch (InsufficientExecutionStackException)
        {
            return Failed(DiagnosticDescriptors.TooDeep, method, method.Name);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Failed(DiagnosticDescriptors.InternalFailure, method, method.Name, failure.Message);
        }
    }

    private static MethodModel? Read(
        GeneratorAttributeSyntaxContext context,
        IMethodSymbol method,
        DiagnosticSink diagnostics,
        CancellationToken cancellation)
    {
        UsageRules.Check(method, context.Attributes[0], context.SemanticModel.Compilation, diagnostics);

        if (diagnostics.HasErrors || UsageRules.HasUnknownTypes(method))
        {
            return null;
        }

        MethodBodies bodies = new(context.SemanticModel.Compilation, cancellation);
        bodies.Use(context.SemanticModel);
        ParameterRole[] roles = [.. method.Parameters.Select(AttributeReader.RoleOf)];
        PullbackRegistry pullbacks = new(method, bodies);
        Function? function = OperationLowering.Lower(method, roles, pullbacks, diagnostics, cancellation);

        GradientOptions options = AttributeReader.OptionsOf(context.Attributes[0]);

        return function is null ? null : new MethodModel(
            TypeContextReader.Read(method, context.SemanticModel, context.TargetNode),
            SignatureReader.Read(method, roles, context.SemanticModel.Compilation),
            function,
            options with { Objective = options.Objective && method.Parameters.All(UsageRules.CanBePacked) },
            pullbacks.Models);
    }

    private static ParseResult Failed(
        DiagnosticDescriptor descriptor, IMethodSymbol method, params string[] arguments) =>
        new(null, [new DiagnosticInfo(descriptor, method.Locations[0], arguments.ToEquatable())]);
}
