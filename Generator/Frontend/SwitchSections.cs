using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>The sections of a <c>switch</c> statement by how control gets to them.</summary>
/// <param name="Tested">Those with conditions, in the order of the text.</param>
/// <param name="Default">The one for what no condition fits.</param>
/// <param name="Targets">Those that are jumped to, from several places, each before those it jumps to itself.</param>
/// <param name="Cycle">A jump that goes round in a circle.</param>
internal sealed record SwitchSections(
    IReadOnlyList<ISwitchCaseOperation> Tested,
    ISwitchCaseOperation? Default,
    IReadOnlyList<ISwitchCaseOperation> Targets,
    IOperation? Cycle)
{
    public static SwitchSections Of(ISwitchOperation choice)
    {
        ISwitchCaseOperation? fallback = choice.Cases.FirstOrDefault(static section =>
            section.Clauses.Any(static clause => clause.CaseKind == CaseKind.Default));

        // Constants beside the default need no test, as no other section has them.
        bool isTested = fallback is not null
            && fallback.Clauses.Any(static clause => clause.CaseKind is not (CaseKind.Default or CaseKind.SingleValue))
            || choice.Cases.Any(static section => section.Clauses.Any(static c => c.CaseKind == CaseKind.Pattern));
        bool standsTwice = fallback is { Clauses.Length: > 1 } && isTested;
        Visitor visitor = new(choice);

        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            visitor.Visit(section);
        }

        List<ISwitchCaseOperation> targets = [.. visitor.Order.Where(visitor.IsTarget)];

        if (standsTwice && !targets.Contains(fallback!))
        {
            targets.Insert(0, fallback!);
        }

        return new SwitchSections(
            [.. choice.Cases.Where(section => section != fallback || standsTwice)], fallback, targets, visitor.Cycle);
    }

    /// <summary>Orders the sections by their jumps, depth first.</summary>
    private sealed class Visitor(ISwitchOperation choice)
    {
        private readonly HashSet<ISwitchCaseOperation> _targets = [];
        private readonly HashSet<ISwitchCaseOperation> _entered = [];
        private readonly List<ISwitchCaseOperation> _finished = [];

        public IOperation? Cycle { get; private set; }

        public IEnumerable<ISwitchCaseOperation> Order => Enumerable.Reverse(_finished);

        public bool IsTarget(ISwitchCaseOperation section) => _targets.Contains(section);

        public void Visit(ISwitchCaseOperation section)
        {
            if (!_entered.Add(section))
            {
                return;
            }

            foreach (IBranchOperation jump in section.Descendants().OfType<IBranchOperation>())
            {
                if (TargetOf(jump) is ISwitchCaseOperation target)
                {
                    _targets.Add(target);
                    Cycle ??= _entered.Contains(target) && !_finished.Contains(target) ? jump : null;
                    Visit(target);
                }
            }

            _finished.Add(section);
        }

        private ISwitchCaseOperation? TargetOf(IBranchOperation jump) => choice.Cases.FirstOrDefault(section =>
            section.Clauses.Any(clause => SymbolEqualityComparer.Default.Equals(clause.Label, jump.Target)));
    }
}
