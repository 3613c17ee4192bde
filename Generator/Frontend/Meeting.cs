using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>Two paths about to meet: the results they need, and what each path yields for them.</summary>
internal sealed class Meeting(Operand condition)
{
    public Operand Condition { get; } = condition;

    public List<Value> Results { get; } = [];

    public List<Operand> Then { get; } = [];

    public List<Operand> Else { get; } = [];

    /// <summary>Truth values that are simply the opposite of the condition; they follow the branch.</summary>
    public List<Statement.Let> Inverted { get; } = [];

    public Value Add(Value result, Operand then, Operand otherwise)
    {
        Results.Add(result);
        Then.Add(then);
        Else.Add(otherwise);
        return result;
    }

    public Value Invert(Value result, Primitive not)
    {
        Inverted.Add(new Statement.Let(result, new Expr.Apply(not, [Condition])));
        return result;
    }
}
