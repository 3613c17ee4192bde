using System.Threading;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Models;
using Fluxion.Generator.Symbolic;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Whether a method can have expression trees: asked for by name, it is an error if it cannot.</summary>
internal sealed class ClosedFormCheck(
    IMethodSymbol method, AttributeData attribute, SourcePlaces places, DiagnosticSink diagnostics)
{
    /// <summary>The model with what it is to have; what it cannot have is left out or, if asked for, reported.</summary>
    public MethodModel? Apply(MethodModel model, CancellationToken cancellation)
    {
        if (!AttributeReader.AsksForExpressions(attribute))
        {
            bool isFree = !model.Signature.IsTakenApart && model.Options.Expressions && !IsTaken() && !HasOtherExpressions();
            return model with { Options = model.Options with { Expressions = isFree } };
        }

        if (HasOtherExpressions())
        {
            diagnostics.Report(DiagnosticDescriptors.OverloadedExpressions, method.Locations[0], method.Name);
        }
        else if (model.Signature.Parameters.FirstOrDefault(static p => p.IsTakenApart) is { } apart)
        {
            diagnostics.Report(
                DiagnosticDescriptors.NoClosedForm, method.Locations[0], method.Name, $"'{apart.Name}' is taken apart before it is computed with");
        }
        else if (DerivativePipeline.FindObstacle(model, cancellation) is { } obstacle)
        {
            Location location = places.Find(obstacle) ?? method.Locations[0];
            string construct = obstacle.Construct.Length == 0 ? "" : $"'{obstacle.Construct}' ";
            diagnostics.Report(DiagnosticDescriptors.NoClosedForm, location, method.Name, construct + obstacle.Reason);
        }

        return diagnostics.HasErrors ? null : model;
    }

    private bool IsTaken() =>
        !method.ContainingType.GetMembers(method.Name + "Expressions").IsEmpty;

    private bool HasOtherExpressions() => method.ContainingType.GetMembers(method.Name)
        .OfType<IMethodSymbol>().TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method))
        .Any(AttributeReader.HasExpressions);
}
