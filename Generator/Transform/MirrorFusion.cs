using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Joins a branch or loop of the forward sweep with its mirror in the reverse sweep, where the mirror needs nothing from
/// between and, for a loop, its iterations only add: then one pass computes values and derivatives, without a tape.
/// </summary>
internal sealed class MirrorFusion
{
    // Each pair looks at everything in between; without a limit, a thousand branches in a row would cost a million looks.
    private const int FarthestMirror = 400;

    private readonly IReadOnlyDictionary<int, Mirror> _mirrors;
    private readonly AliasClasses _classes;
    private readonly Dictionary<int, Expr> _definitions;

    private MirrorFusion(OpenDerivative derivative)
    {
        _mirrors = derivative.Mirrors;
        _classes = AliasClasses.Of(derivative.Function);
        _definitions = Blocks.All(derivative.Function.Body).OfType<Statement.Let>()
            .ToDictionary(static let => let.Target.Id, static let => let.Expression);
    }

    // for (…) { sum += f(x[i]); }
    // double sumBar = 1.0 / n;                                   double sumBar = 1.0 / n;
    // for (…) { xBar += f'(x[i]) * sumBar; }          →          for (…) { sum += f(x[i]); xBar += f'(x[i]) * sumBar; }
    public static OpenDerivative Run(OpenDerivative derivative)
    {
        MirrorFusion pass = new(derivative);
        Function function = derivative.Function;
        return derivative with { Function = function with { Body = pass.Fuse(function.Body, isFused: false) } };
    }

    private Block Fuse(Block block, bool isFused)
    {
        List<Statement> statements = [.. block.Statements];
        HashSet<Statement> fused = new(ReferenceComparer.Instance);

        for (int i = 0; i < statements.Count; i++)
        {
            if (FindForward(statements, i) is int forward && TryFuse(statements, forward, i, isFused) is { } joined)
            {
                fused.Add(joined);
            }
        }

        return block with
        {
            Statements = statements
                .Select(s => Blocks.MapBlocks(s, inner => Fuse(inner, isFused || fused.Contains(s))))
                .ToEquatable(),
        };
    }

    private int? FindForward(List<Statement> statements, int position)
    {
        if (LabelOf(statements[position]) is not int label || !_mirrors.TryGetValue(label, out Mirror? mirror))
        {
            return null;
        }

        int nearest = Math.Max(0, position - FarthestMirror);
        int forward = statements.FindIndex(nearest, position - nearest, s => LabelOf(s) == mirror.Label);
        return forward >= 0 ? forward : null;
    }

    private static int? LabelOf(Statement statement) => statement switch
    {
        Statement.If branch => branch.Label,
        Statement.For loop => loop.Label,
        _ => null,
    };

    /// <summary>Replaces the pair by one statement, if it may; the list keeps its other statements in order.</summary>
    private Statement? TryFuse(List<Statement> statements, int forward, int reverse, bool isFused)
    {
        List<Statement> between = statements.GetRange(forward + 1, reverse - forward - 1);
        Statement first = statements[forward];
        Statement second = statements[reverse];

        if (!CanRunTogether(first, second, between) || MovedBefore(second, between, statements.GetRange(0, forward + 1)) is not { } moved)
        {
            return null;
        }

        Statement joined = Join(first, second, isFused);
        List<Statement> rest = [.. between.Where(s => !moved.Contains(s))];
        statements.RemoveRange(forward, reverse - forward + 1);
        statements.InsertRange(forward, [.. moved, joined, .. rest]);
        return joined;
    }

    private bool CanRunTogether(Statement first, Statement second, List<Statement> between)
    {
        MemoryEffects effects = MemoryEffects.Of([second], _classes);

        // What is made in between is no secret from the mirror.
        IEnumerable<Statement> others = between.Where(static s => s is not Statement.Let { Expression: Expr.NewArray });

        if (!effects.CommutesWith(MemoryEffects.Of(others, _classes)))
        {
            return false;
        }

        return (first, second) switch
        {
            (Statement.If, Statement.If) => true,
            (Statement.For, Statement.For loop) => Accumulators.Of(loop).AreAll
                && effects.CommutesWithItself && effects.CommutesWith(MemoryEffects.Of([first], _classes)),
            _ => false,
        };
    }

    /// <summary>
    /// The statements in between that compute what the mirror reads, to be moved before the pair; <c>null</c> where they
    /// depend on what the forward statement computes.
    /// </summary>
    private List<Statement>? MovedBefore(Statement second, List<Statement> between, List<Statement> before)
    {
        HashSet<int> blocked = [.. Blocks.Defined(before[before.Count - 1]).Select(static v => v.Id)];
        Dictionary<int, Statement.Let> movable = [];

        foreach (Statement statement in between)
        {
            if (statement is Statement.Let let && (Effects.IsPure(let.Expression) || CanBeMadeBefore(let.Expression, before))
                && !Operands.Of(let).Any(o => o is Value v && blocked.Contains(v.Id)))
            {
                movable[let.Target.Id] = let;
            }
            else
            {
                blocked.UnionWith(Blocks.Defined(statement).Select(static v => v.Id));
            }
        }

        HashSet<Statement> needed = new(ReferenceComparer.Instance);
        Stack<Operand> work = new(OuterOperands(second));

        while (work.Count > 0)
        {
            if (work.Pop() is not Value value)
            {
                continue;
            }

            if (blocked.Contains(value.Id))
            {
                return null;
            }

            if (movable.TryGetValue(value.Id, out Statement.Let? let) && needed.Add(let))
            {
                foreach (Operand operand in Operands.Of(let))
                {
                    work.Push(operand);
                }
            }
        }

        return [.. between.Where(needed.Contains)];
    }

    /// <summary>Whether memory can be made earlier: of a length that has been used before, or that cannot be negative.</summary>
    private bool CanBeMadeBefore(Expr expression, List<Statement> before) => expression is Expr.NewArray array
        && (array.Lengths.All(length => NonNegative.Is(length, DefinitionOf))
            || before.Any(s => s is Statement.Let let && let.Expression == expression));

    private Expr? DefinitionOf(Operand operand) =>
        operand is Value value && _definitions.TryGetValue(value.Id, out Expr? expression) ? expression : null;

    /// <summary>Everything a statement reads; the bounds of a mirroring loop are those of the loop it joins.</summary>
    private static IEnumerable<Operand> OuterOperands(Statement statement)
    {
        IEnumerable<Operand> own = statement is Statement.For loop
            ? loop.Carried.Select(static c => c.Initial)
            : Operands.Of(statement);
        return own.Concat(Blocks.Of(statement).SelectMany(static block =>
            Blocks.All(block).SelectMany(static s => Operands.Of(s).Concat(Blocks.Of(s).SelectMany(static b => b.Yields)))
                .Concat(block.Yields)));
    }

    private static Statement Join(Statement first, Statement second, bool isFused) => (first, second) switch
    {
        (Statement.If forward, Statement.If reverse) => forward with
        {
            Then = Join(forward.Then, reverse.Then, isFused),
            Else = Join(forward.Else, reverse.Else, isFused),
            Results = [.. forward.Results, .. reverse.Results],
        },
        (Statement.For forward, Statement.For reverse) => forward with
        {
            Carried = [.. forward.Carried, .. reverse.Carried],
            Body = Join(
                forward.Body,
                Blocks.Substitute(reverse.Body, o => o == reverse.Index ? forward.Index : o),
                isFused),
        },
        _ => throw new InvalidOperationException("Only branches and counted loops are joined."),
    };

    private static Block Join(Block forward, Block reverse, bool isFused)
    {
        EquatableArray<Statement> heading = isFused || reverse.Statements.Count == 0
            ? []
            : [new Statement.Remark(RemarkKind.Section, "Reverse sweep, in the same pass")];
        return new Block(
            [.. forward.Statements, .. heading, .. reverse.Statements], [.. forward.Yields, .. reverse.Yields]);
    }
}
