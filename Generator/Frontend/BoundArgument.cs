using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>An argument, evaluated: a place if it is passed by reference, a value otherwise.</summary>
internal sealed record BoundArgument(IParameterSymbol Parameter, Place? Place, FrontValue? Value);
