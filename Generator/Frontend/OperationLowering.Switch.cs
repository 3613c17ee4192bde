using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// <c>switch</c>: its sections become the arms of conditions in a row. Sections that others jump to stand behind them, in
/// an order in which every jump goes forward.
/// </summary>
internal sealed partial class OperationLowering
{
    private void LowerSwitch(ISwitchOperation choice)
    {
        int scope = _variables.Count;
        int depth = _open.Count;
        FrontValue input = Lower(choice.Value);

        if (_flow != Flow.Live)
        {
            return;
        }

        foreach (ILocalSymbol local in choice.Locals)
        {
            Predeclare(local);
        }

        Variable left = DeclareFlag("left");
        _exits[choice.ExitLabel] = left;
        SwitchSections sections = SwitchSections.Of(choice);

        if (sections.Cycle is IOperation jump)
        {
            Reject(jump, Reasons.BackwardJump);
        }
        else
        {
            LowerSections(choice, sections, input, depth);
        }

        Land(left, depth);
        Leave(scope);
        GuardExits();
    }

    private void LowerSections(ISwitchOperation choice, SwitchSections sections, FrontValue input, int depth)
    {
        foreach (ISwitchCaseOperation target in sections.Targets)
        {
            Variable flag = DeclareFlag("section");

            foreach (ICaseClauseOperation clause in target.Clauses)
            {
                _exits[clause.Label!] = flag;
            }
        }

        Dispatch(choice, sections, input, position: 0);

        if (sections.Targets.Count > 0 && _flow == Flow.Live)
        {
            Exit(_exits[choice.ExitLabel]);
        }

        foreach (ISwitchCaseOperation target in sections.Targets)
        {
            Variable flag = _exits[target.Clauses[0].Label!];
            Land(flag, depth);
            LowerSection(choice, target);

            if (_flow == Flow.Live)
            {
                Exit(_exits[choice.ExitLabel]);
            }
        }
    }

    /// <summary>Tests the sections from one on, in the order of the text; the default is what is left.</summary>
    private void Dispatch(ISwitchOperation choice, SwitchSections sections, FrontValue input, int position)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();

        if (position == sections.Tested.Count)
        {
            EnterSection(choice, sections, sections.Default);
            return;
        }

        ISwitchCaseOperation section = sections.Tested[position];

        foreach (IOperation part in section.Clauses)
        {
            Predeclare(part);
        }

        Branch(
            MatchSection(section, input),
            () => EnterSection(choice, sections, section),
            () => Dispatch(choice, sections, input, position + 1));
    }

    private void EnterSection(ISwitchOperation choice, SwitchSections sections, ISwitchCaseOperation? section)
    {
        if (section is null)
        {
            return;
        }

        if (sections.Targets.Contains(section))
        {
            Exit(_exits[section.Clauses[0].Label!]);
        }
        else
        {
            LowerSection(choice, section);
        }
    }

    private void LowerSection(ISwitchOperation choice, ISwitchCaseOperation section)
    {
        for (int i = 0; i < section.Body.Length; i++)
        {
            // What follows the last section's end is what 'break' leads to.
            bool isBreak = i == section.Body.Length - 1 && section.Body[i] is IBranchOperation jump
                && SymbolEqualityComparer.Default.Equals(jump.Target, choice.ExitLabel);

            if (!isBreak)
            {
                LowerStatement(section.Body[i]);
            }
        }
    }

    private Operand MatchSection(ISwitchCaseOperation section, FrontValue input)
    {
        Operand matches = Constant.False;

        foreach (ICaseClauseOperation clause in section.Clauses)
        {
            matches = Either(matches, () => MatchClause(clause, input));
        }

        return matches;
    }

    private Operand MatchClause(ICaseClauseOperation clause, FrontValue input) => clause switch
    {
        ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation choice } single
            when input is FrontValue.Aggregate && Underlying(choice.Value.Type) is not null =>
            MatchMissing(single.Value, input, value => MatchValue(single.Value, value)),
        ISingleValueCaseClauseOperation single => MatchValue(single.Value, input),
        IPatternCaseClauseOperation { Guard: IOperation guard } pattern =>
            Both(Match(pattern.Pattern, input), () => LowerOperand(guard)),
        IPatternCaseClauseOperation pattern => Match(pattern.Pattern, input),
        _ => Constant.False,
    };

    private FrontValue LowerSwitchExpression(ISwitchExpressionOperation choice, string name)
    {
        FrontValue input = Lower(choice.Value);
        return LowerArms(choice, input, position: 0, name);
    }

    private FrontValue LowerArms(ISwitchExpressionOperation choice, FrontValue input, int position, string name)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();

        if (position == choice.Arms.Length)
        {
            ThrowUnmatched(input);
            return ZeroOf(choice.Type);
        }

        ISwitchExpressionArmOperation arm = choice.Arms[position];
        Predeclare(arm.Pattern);
        Predeclare(arm.Guard);
        Operand matches = Match(arm.Pattern, input);

        if (arm.Guard is IOperation guard)
        {
            matches = Both(matches, () => LowerOperand(guard));
        }
        else if (choice.IsExhaustive && position == choice.Arms.Length - 1)
        {
            matches = Constant.True;
        }

        return matches is Constant { Bits: not 0 }
            ? Lower(arm.Value, name)
            : BranchValue(
                matches,
                choice.Type!,
                name,
                () => Lower(arm.Value),
                () => LowerArms(choice, input, position + 1, ""));
    }

    private void ThrowUnmatched(FrontValue input)
    {
        const string Type = "global::System.Runtime.CompilerServices.SwitchExpressionException";
        Emit(input is FrontValue.Leaf { Operand: { Type: IrType.Scalar or IrType.Opaque } operand }
            ? new Statement.Throw($"new {Type}({{0}})", [operand])
            : new Statement.Throw($"new {Type}()", []));
        _flow = Flow.Thrown;
    }
}
