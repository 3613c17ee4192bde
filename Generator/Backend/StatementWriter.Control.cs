using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="StatementWriter"/>: branches and loops.</summary>
internal sealed partial class StatementWriter
{
    private void Write(Statement.If branch, bool isContinued)
    {
        bool isSkippedThen = IsEmpty(branch.Then, branch.Results);
        bool isSkippedElse = IsEmpty(branch.Else, branch.Results);

        if (isSkippedThen && isSkippedElse)
        {
            return;
        }

        isSkippedElse |= DeclareResults(branch);
        string condition = isSkippedThen
            ? Expressions.WriteNegated(branch.Condition)
            : Expressions.Write(branch.Condition);
        string header = isContinued ? $"else if ({condition})" : $"if ({condition})";

        WriteArm(header, isContinued, isSkippedThen ? branch.Else : branch.Then, branch.Results);
        _held.Clear();

        if (!isSkippedThen && !isSkippedElse)
        {
            WriteElse(branch);
        }
    }

    private void WriteElse(Statement.If branch)
    {
        Statement[] visible = [.. branch.Else.Statements.Where(s => !_inlining.IsSilent(s))];

        if (visible is [Statement.If inner] && !_inlining.IsConditional(inner)
            && inner.Results.All(r => _variables[r].IsDeclared)
            && !IsEmpty(inner.Then, inner.Results)
            && Assignments(branch.Else, branch.Results).All(_parallel.IsIdentity))
        {
            Write(inner, isContinued: true);
        }
        else
        {
            WriteArm("else", isContinued: true, branch.Else, branch.Results);
        }
    }

    private void WriteArm(string header, bool isContinued, Block arm, EquatableArray<Value> results)
    {
        names.Enter();

        using (isContinued ? writer.Continue(header) : writer.Block(header))
        {
            Write(arm.Statements);

            if (arm.Statements.LastOrDefault(static s => s is not Statement.Remark) is not Statement.Throw)
            {
                Assign(Assignments(arm, results));
            }
        }

        names.Leave();
    }

    /// <summary>Declares what the arms assign; with the values of the second arm, if it does nothing else.</summary>
    private bool DeclareResults(Statement.If branch)
    {
        List<Assignment> fresh =
            [.. Assignments(branch.Else, branch.Results).Where(static a => !a.Target.IsDeclared)];
        bool isSimple = fresh.All(a => _inlining.Inlined(a.Source) is null)
            && branch.Else.Statements.All(_inlining.IsSilent)
            && Assignments(branch.Else, branch.Results).All(a => !a.Target.IsDeclared || _parallel.IsIdentity(a));

        foreach (Assignment assignment in fresh)
        {
            if (isSimple)
            {
                Assign(assignment.Target, assignment.Source);
                _held[assignment.Target] = assignment.Source;
            }
            else
            {
                Declare(assignment.Target, "choice");
                writer.Line($"{types.Type(assignment.Target.Type)} {assignment.Target.Name};");
            }
        }

        return isSimple;
    }

    private bool IsEmpty(Block arm, EquatableArray<Value> results) =>
        arm.Statements.All(_inlining.IsSilent) && Assignments(arm, results).All(_parallel.IsIdentity);

    private IEnumerable<Assignment> Assignments(Block arm, EquatableArray<Value> results) =>
        results.Select((result, i) => new Assignment(_variables[result], arm.Yields[i]));

    private void Write(Statement.For loop)
    {
        Start(loop.Carried);
        _held.Clear();
        string start = Expressions.WriteWidened(loop.Start);
        names.Enter();
        Variable index = new(loop.Index.Type) { Hint = loop.Index.Name };
        _variables.Assign(loop.Index, index);
        Declare(index, "i");
        string test = $"{index.Name} {Symbol(loop.Test)} {Expressions.Text(loop.Bound).At(Precedence.Shift)}";

        using (writer.Block($"for ({types.Type(index.Type)} {index.Name} = {start}; {test}; {Advance(index.Name, loop.Step)})", isLoop: true))
        {
            WriteBody(loop.Body, loop.Carried);
        }

        names.Leave();
    }

    private void Write(Statement.While loop)
    {
        Start(loop.Carried);
        _held.Clear();
        Operand condition = loop.Condition.Yields[0];
        bool isSimple = loop.Condition.Statements.All(_inlining.IsSilent);
        names.Enter();

        using (writer.Block(isSimple ? $"while ({Expressions.Write(condition)})" : "while (true)", isLoop: true))
        {
            if (!isSimple)
            {
                Write(loop.Condition.Statements);

                using (writer.Block($"if ({Expressions.WriteNegated(condition)})"))
                {
                    writer.Line("break;");
                }
            }

            WriteBody(loop.Body, loop.Carried);
        }

        names.Leave();
    }

    private void Start(EquatableArray<Carried> carried) =>
        Assign(carried.Select(c => new Assignment(_variables[c.Parameter], c.Initial)));

    private void WriteBody(Block body, EquatableArray<Carried> carried)
    {
        Write(body.Statements);
        Assign(carried.Select((c, i) => new Assignment(_variables[c.Parameter], body.Yields[i])));
    }

    private static string Symbol(LoopTest test) => test switch
    {
        LoopTest.Less => "<",
        LoopTest.LessOrEqual => "<=",
        LoopTest.Greater => ">",
        _ => ">=",
    };

    private static string Advance(string index, int step) => step switch
    {
        1 => index + "++",
        -1 => index + "--",
        > 0 => $"{index} += {LiteralFormatter.FormatInteger(step)}",
        _ => $"{index} -= {LiteralFormatter.FormatInteger(-(long)step)}",
    };
}
