namespace Fluxion.Generator.Backend;

/// <summary>
/// The variables a function begins with: one per parameter, and one per result where the result goes to an out parameter
/// (<c>null</c> for the value that is returned).
/// </summary>
internal sealed record FunctionVariables(IReadOnlyList<Variable> Parameters, IReadOnlyList<Variable?> Results);
