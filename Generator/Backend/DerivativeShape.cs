using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>A parameter of the user's method and what becomes of it in the generated members.</summary>
/// <param name="Name">The name in C# text.</param>
/// <param name="CSharpType">The type in C# text.</param>
/// <param name="Type">The type.</param>
/// <param name="Role">What it is to the derivative.</param>
/// <param name="Destination">The name of what receives its derivative; empty if there is none.</param>
internal sealed record ShapeParameter(string Name, string CSharpType, IrType Type, ParameterRole Role, string Destination)
{
    public bool IsDifferentiable => Role == ParameterRole.Differentiable;

    public bool IsArray => Type is IrType.Array;

    /// <summary>The type of the numbers in it, or its own.</summary>
    public IrType Element => Type is IrType.Array array ? array.Element : Type;

    /// <summary>The name without <c>@</c>, as part of other names and in doc comments.</summary>
    public string PlainName => DestinationNames.Plain(Name);
}

/// <summary>What the writers of members need to know of the method: its parameters with all their names.</summary>
internal sealed class DerivativeShape
{
    public DerivativeShape(MethodModel model)
    {
        Model = model;
        string[] destinations = DestinationNames.Of(model.Signature);
        Parameters = [.. model.Signature.Parameters.Select((p, i) => new ShapeParameter(
            p.Name, p.Type, model.Function.Parameters[i].Value.Type, p.Role, destinations[i]))];
        Differentiable = [.. Parameters.Where(static p => p.IsDifferentiable)];
    }

    public MethodModel Model { get; }

    public MethodSignature Signature => Model.Signature;

    public IReadOnlyList<ShapeParameter> Parameters { get; }

    public IReadOnlyList<ShapeParameter> Differentiable { get; }

    public string ValueAndGradient => Signature.Name + "ValueAndGradient";

    public string Gradient => Signature.Name + "Gradient";

    public string Objective => Signature.Name + "Objective";

    /// <summary>The signature as a doc comment quotes it.</summary>
    public string Display => Signature.Display.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
