using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Repeats a statement under new numbers for all that it defines, so that both may stand in one function.</summary>
internal sealed class RenamedCopy
{
    private readonly IrBuilder _builder;
    private readonly Dictionary<int, Value> _values = [];

    private RenamedCopy(IrBuilder builder) => _builder = builder;

    public static Statement.For Of(Statement.For loop, IrBuilder builder) => (Statement.For)new RenamedCopy(builder).Copy(loop);

    /// <summary>Adds statements to what is being built; returns what stands for a value that they compute.</summary>
    public static Operand Of(IEnumerable<Statement> statements, Operand result, IrBuilder builder)
    {
        RenamedCopy copy = new(builder);

        foreach (Statement statement in statements)
        {
            builder.Add(copy.Copy(statement));
        }

        return copy.Resolve(result);
    }

    private Block Copy(Block block) =>
        new(block.Statements.Select(Copy).ToEquatable(), Operands.Map(block.Yields, Resolve));

    private Statement Copy(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let:
                Expr expression = Operands.Map(let.Expression, Resolve);
                return new Statement.Let(Fresh(let.Target), expression);
            case Statement.If branch:
                Operand condition = Resolve(branch.Condition);
                (Block then, Block otherwise) = (Copy(branch.Then), Copy(branch.Else));
                return new Statement.If(_builder.Label(), condition, then, otherwise, branch.Results.Select(Fresh).ToEquatable());
            case Statement.For loop:
                (Operand start, Operand bound) = (Resolve(loop.Start), Resolve(loop.Bound));
                Operand[] initials = [.. loop.Carried.Select(c => Resolve(c.Initial))];
                Value index = Fresh(loop.Index);
                Value[] parameters = [.. loop.Carried.Select(c => Fresh(c.Parameter))];
                Block body = Copy(loop.Body);
                IEnumerable<Carried> carried = loop.Carried.Select((c, i) => new Carried(parameters[i], initials[i], Fresh(c.Result)));
                return loop with
                {
                    Label = _builder.Label(),
                    Index = index,
                    Start = start,
                    Bound = bound,
                    Carried = carried.ToEquatable(),
                    Body = body,
                };
            case Statement.While or Statement.Call or Statement.Pull:
                throw new NotSupportedException("Only what runs in lanes is repeated.");
            default:
                return Operands.Map(statement, Resolve);
        }
    }

    private Value Fresh(Value value) => _values[value.Id] = _builder.Fresh(value.Type, value.Name);

    private Operand Resolve(Operand operand) =>
        operand is Value value && _values.TryGetValue(value.Id, out Value? known) ? known : operand;
}
