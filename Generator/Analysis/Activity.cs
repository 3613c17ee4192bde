using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Which values carry derivatives. A value is <i>varied</i> if it depends on a differentiable parameter, <i>useful</i> if
/// the result depends on it, both through operations that have a derivative, and <i>active</i> if both. Memory is varied
/// or useful a class at a time. Griewank and Walther, <i>Evaluating Derivatives</i>, 2nd edition, section 6.2.
/// </summary>
internal sealed class Activity
{
    private readonly FlowGraph _graph;
    private readonly HashSet<int> _varied;
    private readonly HashSet<int> _useful;

    private Activity(Function function, AliasClasses classes)
    {
        _graph = FlowGraph.Of(function, classes);
        _varied = _graph.Reach(
            function.Parameters.Where(static p => p.Role == ParameterRole.Differentiable).Select(static p => p.Value),
            forward: true);
        IEnumerable<Operand> seen = function.Memory == ParameterMemory.Own
            ? []
            : function.Parameters.Select(static p => p.Value).Where(static v => v.Type is IrType.Array);
        _useful = _graph.Reach(function.Body.Yields.Concat(seen), forward: false);
    }

    public static Activity Of(Function function, AliasClasses classes) => new(function, classes);

    /// <summary>Whether the operand is a value, or memory, that carries a derivative.</summary>
    public bool IsActive(Operand operand) =>
        operand is Value && _varied.Contains(_graph.Node(operand)) && _useful.Contains(_graph.Node(operand));

    /// <summary>Whether the operand depends on a differentiable parameter.</summary>
    public bool IsVaried(Operand operand) => operand is Value && _varied.Contains(_graph.Node(operand));
}
