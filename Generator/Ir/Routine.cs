using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Ir;

/// <summary>
/// A method that calls itself, of which methods are generated: one computes its results, one records on the way what
/// the third one, which takes adjoints back, needs.
/// </summary>
/// <param name="Type">The C# text of the type that they are in, and a dot.</param>
/// <param name="Value">The simple name of the first.</param>
/// <param name="Forward">The simple name of the second.</param>
/// <param name="Reverse">The simple name of the third.</param>
/// <param name="Writes">For each argument, whether it is an array that is written to; empty while that is not known.</param>
internal sealed record Routine(
    string Type, string Value, string Forward, string Reverse, EquatableArray<bool> Writes = default)
{
    public bool WritesTo(int argument) => argument < Writes.Count && Writes[argument];
}
