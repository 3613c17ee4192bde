namespace Fluxion.Generator.Ir;

/// <summary>Checks what every pass must keep: values are defined once and before use, blocks yield what is expected.</summary>
internal sealed class IrVerifier
{
    private readonly HashSet<int> _defined = [];
    private readonly HashSet<int> _scope = [];

    /// <exception cref="InvalidOperationException">The function is not well formed.</exception>
    public static void Verify(Function function)
    {
        IrVerifier verifier = new();
        verifier.Define(function.Parameters.Select(static p => p.Value));
        verifier.Visit(function.Body, function.Body.Yields.Count);
    }

    private void Visit(Block block, int yields)
    {
        List<int> outer = [.. _scope];

        foreach (Statement statement in block.Statements)
        {
            Use(Operands.Of(statement), statement);
            VisitBlocks(statement);
            Define(Blocks.Defined(statement));
        }

        Use(block.Yields, block.Statements.LastOrDefault());
        Require(block.Yields.Count == yields, $"A block yields {block.Yields.Count} operands where {yields} are expected.");
        _scope.Clear();
        _scope.UnionWith(outer);
    }

    private void VisitBlocks(Statement statement)
    {
        int yields = Blocks.Defined(statement).Count();
        List<int> outer = [.. _scope];
        Define(Blocks.DefinedInside(statement));

        foreach (Block block in Blocks.Of(statement))
        {
            bool isCondition = statement is Statement.While loop && ReferenceEquals(block, loop.Condition);
            Visit(block, isCondition ? 1 : yields);
        }

        _scope.Clear();
        _scope.UnionWith(outer);
    }

    private void Define(IEnumerable<Value> values)
    {
        foreach (Value value in values)
        {
            Require(_defined.Add(value.Id), $"{value} is defined twice.");
            _scope.Add(value.Id);
        }
    }

    private void Use(IEnumerable<Operand> operands, Statement? by)
    {
        foreach (Operand operand in operands)
        {
            Require(operand is not Value value || _scope.Contains(value.Id), $"{operand} is read out of its scope by {by}.");
        }
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }
}
