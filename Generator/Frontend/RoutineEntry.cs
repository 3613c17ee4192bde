using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>A method that calls itself, for arguments of one shape.</summary>
/// <param name="method">The method.</param>
/// <param name="shape">What its inputs look like.</param>
/// <param name="routine">What the methods generated for it are called.</param>
/// <param name="site">Where it is called first.</param>
internal sealed class RoutineEntry(IMethodSymbol method, FrontValue shape, Routine routine, SyntaxNode site)
{
    public IMethodSymbol Method { get; } = method;

    public FrontValue Shape { get; } = shape;

    public Routine Routine { get; } = routine;

    public SyntaxNode Site { get; } = site;

    /// <summary>The positions in <see cref="RoutineInputs.State"/> that it is known to change.</summary>
    public HashSet<int> Changed { get; } = [];

    /// <summary>The method; null where diagnostics say why there is none.</summary>
    public Function? Function { get; set; }
}
