using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Which values are printed where they are read instead of getting a variable.</summary>
internal sealed class InliningPlan(UseCounts uses)
{
    private readonly Dictionary<int, Statement> _inlined = [];
    private readonly Dictionary<int, Statement> _deferrable = [];
    private readonly HashSet<int> _conditionals = [];

    /// <summary>The statement whose expression stands for a value; <c>null</c> if the value has a variable.</summary>
    public Statement? Inlined(Operand operand) =>
        operand is Value value && _inlined.TryGetValue(value.Id, out Statement? definition) ? definition : null;

    /// <summary>Whether the value may also be computed where its block yields it, which is its only use.</summary>
    public bool IsDeferrable(Value value) => _deferrable.ContainsKey(value.Id);

    /// <summary>Whether the statement is written as <c>c ? a : b</c>, or with <c>&amp;&amp;</c> or <c>||</c>.</summary>
    public bool IsConditional(Statement.If branch) =>
        branch.Results.Count == 1 && _conditionals.Contains(branch.Results[0].Id);

    /// <summary>Whether nothing is printed where the statement stands.</summary>
    public bool IsSilent(Statement statement) => statement switch
    {
        Statement.Let let => uses.IsDead(let) || _inlined.ContainsKey(let.Target.Id),
        Statement.If branch => IsConditional(branch)
            && (uses[branch.Results[0]] == 0 || _inlined.ContainsKey(branch.Results[0].Id)),
        Statement.Remark => true,
        _ => false,
    };

    /// <summary>The operands a definition reads.</summary>
    public static IEnumerable<Operand> Reads(Statement definition) => definition is Statement.If branch
        ? [branch.Condition, branch.Then.Yields[0], branch.Else.Yields[0]]
        : Operands.Of(((Statement.Let)definition).Expression);

    public void Inline(Value value, Statement definition) => _inlined[value.Id] = definition;

    /// <summary>Has a deferrable value computed where its block yields it.</summary>
    public void Defer(Value value) => _inlined[value.Id] = _deferrable[value.Id];

    public void MarkDeferrable(Value value, Statement definition) => _deferrable[value.Id] = definition;

    public void MarkConditional(Statement.If branch) => _conditionals.Add(branch.Results[0].Id);
}
