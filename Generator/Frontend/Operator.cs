using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>A binary operator as it stands in the source, in an expression or a compound assignment.</summary>
internal sealed record Operator(IOperation Origin, BinaryOperatorKind Kind, bool IsChecked);
