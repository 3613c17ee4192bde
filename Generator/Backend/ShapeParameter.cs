using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>A parameter of the user's method and what becomes of it in the generated members.</summary>
/// <param name="Name">The name in C# text.</param>
/// <param name="CSharpType">The type in C# text.</param>
/// <param name="Type">The type.</param>
/// <param name="Role">What it is to the derivative.</param>
/// <param name="Destination">The name of what receives its derivative; empty if there is none.</param>
/// <param name="IsReadOnly">Whether the derivative only reads its elements.</param>
internal sealed record ShapeParameter(
    string Name, string CSharpType, IrType Type, ParameterRole Role, string Destination, bool IsReadOnly)
{
    public bool IsDifferentiable => Role == ParameterRole.Differentiable;

    public bool IsData => Role == ParameterRole.Data;

    public bool IsArray => Type is IrType.Array;

    /// <summary>Whether it has one dimension, so that a span can show it.</summary>
    public bool IsVector => Type is IrType.Array { Rank: 1 };

    public bool IsReadOnlySpan => Type is IrType.Array { Kind: ArrayKind.ReadOnlySpan };

    public bool IsSpan => Type is IrType.Array { Kind: not ArrayKind.Array };

    /// <summary>Whether the objective hands it a slice, so that it should be a span in the method that does the work.</summary>
    public bool IsSpanInCore => IsVector && IsReadOnly && (IsDifferentiable || IsData || IsSpan);

    /// <summary>The type of the numbers in it, or its own.</summary>
    public IrType Element => Type is IrType.Array array ? array.Element : Type;

    /// <summary>The name without <c>@</c>, as part of other names and in doc comments.</summary>
    public string PlainName => DestinationNames.Plain(Name);
}
