using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>A parameter of the user's method and what becomes of it in the generated members.</summary>
/// <param name="Name">The name in C# text.</param>
/// <param name="CSharpType">The type in C# text.</param>
/// <param name="Type">The type; that of a struct or tuple is opaque.</param>
/// <param name="Role">What it is to the derivative.</param>
/// <param name="Destination">The name of what receives its derivative; empty if there is none.</param>
/// <param name="IsReadOnly">Whether the derivative only reads its elements.</param>
/// <param name="Composite">What it consists of if it is a struct or a tuple.</param>
internal sealed record ShapeParameter(
    string Name,
    string CSharpType,
    IrType Type,
    ParameterRole Role,
    string Destination,
    bool IsReadOnly,
    Composite? Composite)
{
    public bool IsDifferentiable => Role == ParameterRole.Differentiable;

    public bool IsData => Role == ParameterRole.Data;

    public bool IsArray => Type is IrType.Array;

    /// <summary>Whether it has one dimension, so that a span can show it.</summary>
    public bool IsVector => Type is IrType.Array { Rank: 1, Element: not IrType.Array };

    /// <summary>Whether it is an array of arrays.</summary>
    public bool IsJagged => Type is IrType.Array { Element: IrType.Array };

    public bool IsReadOnlySpan => Type is IrType.Array { Kind: ArrayKind.ReadOnlySpan };

    public bool IsSpan => Type is IrType.Array { Kind: not ArrayKind.Array };

    /// <summary>Whether the objective hands it a slice, so that it should be a span in the method that does the work.</summary>
    public bool IsSpanInCore => IsVector && IsReadOnly && (IsDifferentiable || IsData || IsSpan);

    /// <summary>The type of the numbers in it, or its own.</summary>
    public IrType Element => Type is not IrType.Array array ? Type
        : array.Element is IrType.Array row ? row.Element
        : array.Element;

    /// <summary>The scalars with respect to which one differentiates, each by the type it has; an array is none.</summary>
    public IEnumerable<IrType> Scalars => Composite is not null ? Composite.Differentiable.Select(static part => part.Type)
        : IsArray ? []
        : [Type];

    /// <summary>How C# reads what the function has as parameters.</summary>
    public IEnumerable<string> Reads =>
        Composite is null ? [Name] : Composite.Parts.Select(part => $"{Name}.{part.Path}");

    /// <summary>The names under which an objective packs its scalars.</summary>
    public IEnumerable<string> PackedNames => Composite is null
        ? [PlainName]
        : Composite.Differentiable.Select(part => $"{PlainName}.{part.Path.Replace("@", "")}");

    /// <summary>What receives the derivatives of its scalars: the destination, or locals from which it is put together.</summary>
    public IEnumerable<string> Results => Composite is null
        ? [Destination]
        : Composite.Differentiable.Select(part =>
            Destination + string.Concat(part.Names.Select(DestinationNames.Pascal)));

    /// <summary>The name without <c>@</c>, as part of other names and in doc comments.</summary>
    public string PlainName => DestinationNames.Plain(Name);
}
