using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>What is generated for a method that calls itself.</summary>
/// <param name="Value">Computes its results.</param>
/// <param name="Forward">The same, and records what the reverse sweep needs.</param>
/// <param name="Reverse">Takes the adjoints of the results back to the arguments.</param>
internal sealed record RoutineCode(Function Value, Function Forward, Function Reverse);
