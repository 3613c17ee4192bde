using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Models;

/// <summary>A method that calls itself, for which methods are generated beside the derivative that needs them.</summary>
/// <param name="Routine">What they are called.</param>
/// <param name="Display">The user's method, as a comment quotes it.</param>
/// <param name="Function">The method; calls of itself are <see cref="Statement.Call"/>.</param>
internal sealed record RoutineModel(Routine Routine, string Display, Function Function);
