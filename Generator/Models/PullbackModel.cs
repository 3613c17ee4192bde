using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Models;

/// <summary>A method that calls itself, for which a pullback is generated beside the derivative that needs it.</summary>
/// <param name="Name">The simple name of the pullback, unique within the type.</param>
/// <param name="Display">The user's method, as a comment quotes it.</param>
/// <param name="Function">The method; calls of itself are <see cref="Expr.Invoke"/>.</param>
/// <param name="Parameters">Its parameters as C# text; parallel to those of the function.</param>
internal sealed record PullbackModel(
    string Name, string Display, Function Function, EquatableArray<MethodParameter> Parameters);
