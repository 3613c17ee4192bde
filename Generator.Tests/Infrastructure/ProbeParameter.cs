namespace Fluxion.Generator.Tests.Infrastructure;

/// <summary>A parameter of a method under test.</summary>
internal sealed record ProbeParameter(string Name, string Type, bool IsDifferentiable = true)
{
    public bool IsScalar => Type is "double" or "float";

    /// <summary>The type of the numbers inside.</summary>
    public string Element => IsScalar ? Type : Type[..Type.IndexOf('[', StringComparison.Ordinal)];

    public static ProbeParameter Of(string name, string type) =>
        new(name, type, type.StartsWith("double", StringComparison.Ordinal) || type.StartsWith("float", StringComparison.Ordinal));
}
