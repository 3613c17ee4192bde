using Fluxion.Generator.Analysis;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Removes what no result and no visible memory depends on.</summary>
internal static class DeadCode
{
    // double a = x * x;
    // double b = Math.Sin(a);      →      double a = x * x;
    // return a;                           return a;
    public static Function Run(Function function) => Run(function, Liveness.Of(function));

    /// <summary>The same for the user's method, of which what may throw stays.</summary>
    public static Function RunOnMethod(Function function) =>
        Run(function, Liveness.Of(function, ThrowingStatements.Of(function).All));

    private static Function Run(Function function, Liveness live)
    {
        return function with { Body = Sweep(function.Body, live, static yields => yields) };
    }

    private static Block Sweep(Block block, Liveness live, Func<EquatableArray<Operand>, EquatableArray<Operand>> keep)
    {
        List<Statement> statements = new(block.Statements.Count);

        foreach (Statement statement in block.Statements)
        {
            if (live.IsNeeded(statement))
            {
                statements.Add(Sweep(statement, live));
            }
        }

        return new Block(statements.ToEquatable(), keep(block.Yields));
    }

    private static Statement Sweep(Statement statement, Liveness live)
    {
        switch (statement)
        {
            case Statement.If branch:
                bool[] results = [.. branch.Results.Select(live.IsLive)];
                return branch with
                {
                    Then = Sweep(branch.Then, live, yields => Keep(yields, results)),
                    Else = Sweep(branch.Else, live, yields => Keep(yields, results)),
                    Results = Keep(branch.Results, results),
                };
            case Statement.For loop:
                bool[] counted = [.. loop.Carried.Select(live.IsLive)];
                return loop with
                {
                    Carried = Keep(loop.Carried, counted),
                    Body = Sweep(loop.Body, live, yields => Keep(yields, counted)),
                };
            case Statement.While loop:
                bool[] carried = [.. loop.Carried.Select(live.IsLive)];
                return loop with
                {
                    Carried = Keep(loop.Carried, carried),
                    Condition = Sweep(loop.Condition, live, static yields => yields),
                    Body = Sweep(loop.Body, live, yields => Keep(yields, carried)),
                };
            default:
                return statement;
        }
    }

    private static EquatableArray<T> Keep<T>(EquatableArray<T> items, bool[] keep)
        where T : IEquatable<T> => items.Where((_, i) => keep[i]).ToEquatable();
}
