using Fluxion.Generator.Backend.Formulas;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>What the writers of members need to know of the method: its parameters with all their names.</summary>
internal sealed class DerivativeShape
{
    public DerivativeShape(MethodModel model, Function derivative)
    {
        Model = model;
        Derivative = derivative;
        string[] destinations = DestinationNames.Of(model.Signature.Pieces);
        ArrayUse use = ArrayUse.Of(derivative);
        int position = 0;
        Parameters = [.. model.Signature.Pieces.Select((p, i) =>
        {
            Value value = derivative.Parameters[position].Value;
            position += p.Composite?.Parts.Count ?? 1;
            IrType type = p.Composite is null ? value.Type : new IrType.Opaque(p.Type);
            return new ShapeParameter(
                p.Name, p.Type, type, p.Role, destinations[i], use.IsReadOnly(value), p.Composite);
        })];
        Differentiable = [.. Parameters.Where(static p => p.IsDifferentiable)];
        HasCore = model.Options.Objective && Parameters.Any(static p => p.IsSpanInCore && !p.IsReadOnlySpan);
        Number = model.Signature.ReturnType == "double" || Differentiable.Any(static p => p.Element == IrType.Double || p.Scalars.Contains(IrType.Double))
            ? IrType.Double
            : IrType.Single;
    }

    public MethodModel Model { get; }

    public MethodSignature Signature => Model.Signature;

    public Function Derivative { get; }

    public IReadOnlyList<ShapeParameter> Parameters { get; }

    public IReadOnlyList<ShapeParameter> Differentiable { get; }

    public bool HasData => Parameters.Any(static p => p.Role == ParameterRole.Data);

    /// <summary>
    /// Whether the derivative's body stands in a method of its own that takes spans: the objective passes slices of
    /// packed parameters and of data where the user's method asks for arrays.
    /// </summary>
    public bool HasCore { get; }

    /// <summary>The type in which the objective packs parameters: the widest that occurs.</summary>
    public IrType Number { get; }

    public string ValueAndGradient => Signature.Name + "ValueAndGradient";

    public string Core => HasCore ? Signature.Name + "ValueAndGradientCore" : ValueAndGradient;

    public string Gradient => Signature.Name + "Gradient";

    public string Expressions => Signature.Name + "Expressions";

    public string Objective => Signature.Name + "Objective";

    /// <summary>Whether <c>Func</c> has room for the parameters and the position of an element.</summary>
    public bool CanHaveExpressions => Parameters.Count + 2 <= ExpressionsWriter.MostParameters;

    /// <summary>The signature as a doc comment quotes it.</summary>
    public string Display => DocText.Escape(Signature.Display);
}
