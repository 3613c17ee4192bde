using System.Text;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Models;

/// <summary>
/// What a parameter of a struct or tuple type consists of; the intermediate representation has a parameter for each part.
/// </summary>
/// <param name="Parts">The scalars and arrays in it, in the order of the function's parameters.</param>
/// <param name="Construction">
/// The C# text that makes a value out of the differentiable parts, without them: what stands before, between and behind.
/// </param>
internal sealed record Composite(EquatableArray<CompositePart> Parts, EquatableArray<string> Construction)
{
    /// <summary>Whether some of it is memory, which is read and written where it is.</summary>
    public bool HasArrays => Parts.Any(static part => part.Type is IrType.Array);

    public IEnumerable<CompositePart> Differentiable => Parts.Where(static part => part.IsDifferentiable);

    /// <summary>The C# text of a value with these differentiable parts; the others have their defaults.</summary>
    public string Construct(IEnumerable<string> parts)
    {
        StringBuilder text = new(Construction[0]);

        foreach ((string part, int i) in parts.Select(static (part, i) => (part, i)))
        {
            text.Append(part).Append(Construction[i + 1]);
        }

        return text.ToString();
    }
}

/// <summary>A scalar or an array in a struct or a tuple.</summary>
/// <param name="Path">How to reach it: <c>Position.X</c>.</param>
/// <param name="Type">Its type.</param>
/// <param name="Role">What it is to the derivative.</param>
internal sealed record CompositePart(string Path, IrType Type, ParameterRole Role)
{
    public bool IsDifferentiable => Role == ParameterRole.Differentiable;

    /// <summary>The names on the way to it: <c>Position</c>, <c>X</c>.</summary>
    public IEnumerable<string> Names => Path.Length == 0
        ? []
        : Path.Split('.').Select(static piece => piece == "GetValueOrDefault()" ? "Value" : piece.TrimStart('@'));
}
