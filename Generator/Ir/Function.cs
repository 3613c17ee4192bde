using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>What a parameter is to the derivative.</summary>
internal enum ParameterRole
{
    /// <summary>The result is differentiated with respect to it.</summary>
    Differentiable,

    /// <summary>Held constant.</summary>
    Constant,

    /// <summary>Held constant; its first dimension is the rows of a data set.</summary>
    Data,

    /// <summary>Memory that receives a derivative.</summary>
    Destination,
}

/// <summary>A parameter of a function.</summary>
internal sealed record Parameter(Value Value, ParameterRole Role);

/// <summary>
/// A function of the intermediate representation: structured, typed, each value assigned once, equal by content.
/// The body yields the results. <paramref name="NextId"/> is above every value's and label's number.
/// </summary>
internal sealed record Function(
    string Name, EquatableArray<Parameter> Parameters, Block Body, int NextId, ParameterMemory Memory = ParameterMemory.Own);

/// <summary>What the arrays are that a function is given.</summary>
internal enum ParameterMemory
{
    /// <summary>No two of them are the same, and nobody else sees what the function writes to them.</summary>
    Own,

    /// <summary>No two of them are the same; the caller sees what is written to them.</summary>
    Apart,

    /// <summary>Two of them can be the same.</summary>
    Shared,
}
