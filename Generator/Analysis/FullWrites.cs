using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Whether statements write every element of an array before they read one. They do if the first of them that touches it
/// fills it, or is a counted loop over all its indices whose body stores to the element of its index first and touches no
/// other. Whatever comes after finds nothing that was there before. Privatization of arrays as in Padua and Wolfe,
/// <i>Advanced compiler optimizations for supercomputers</i>, CACM 1986, for the case that needs no symbolic regions.
/// </summary>
/// <param name="definitionOf">The expression that defines a value, where one does.</param>
internal sealed class FullWrites(Func<Operand, Expr?> definitionOf)
{
    /// <summary>Whether the array is written as a whole before anything else happens to it; also if nothing does.</summary>
    public bool ComeFirst(IEnumerable<Statement> statements, Value array, Operand length) =>
        FirstTouch(statements, array) is not { } first
        || IsFill(first, array)
        || (first is Statement.For loop && IsOverAll(loop, array, length) && WriteOf(loop, array) is Statement.Store);

    /// <summary>The loop that adds to each element once before anything else happens to the array, if there is one.</summary>
    public Statement.For? FirstAdditions(IEnumerable<Statement> statements, Value array, Operand length) =>
        FirstTouch(statements, array) is Statement.For loop && IsOverAll(loop, array, length)
        && WriteOf(loop, array) is Statement.Accumulate { Exact: false } ? loop : null;

    /// <summary>The write to the element of the index with which the body of a loop begins to touch an array.</summary>
    public static Statement? WriteOf(Statement.For loop, Value array)
    {
        Statement? first = FirstTouch(loop.Body.Statements, array);
        bool isWrite = first switch
        {
            Statement.Store store => store.Array == array,
            Statement.Accumulate update => update.Array == array,
            _ => false,
        };
        return isWrite && Blocks.All(loop.Body).All(s => IndicesInto(s, array) is not { } indices || IsAt(indices, loop))
            && Blocks.All(loop.Body).All(s => s is not (Statement.Fill or Statement.Call or Statement.Pull) || !Operands.Of(s).Contains(array))
            ? first
            : null;
    }

    private static Statement? FirstTouch(IEnumerable<Statement> statements, Value array) =>
        statements.FirstOrDefault(s => Touches(s, array) || Blocks.Of(s).SelectMany(Blocks.All).Any(n => Touches(n, array)));

    private static bool Touches(Statement statement, Value array) =>
        statement is not Statement.Let { Expression: Expr.Length } && Operands.Of(statement).Any(o => o == array);

    private static bool IsFill(Statement statement, Value array) => statement is Statement.Fill fill && fill.Array == array;

    private static EquatableArray<Operand>? IndicesInto(Statement statement, Value array) => statement switch
    {
        Statement.Let { Expression: Expr.Load load } when load.Array == array => load.Indices,
        Statement.Store store when store.Array == array => store.Indices,
        Statement.Accumulate update when update.Array == array => update.Indices,
        _ => null,
    };

    private static bool IsAt(EquatableArray<Operand> indices, Statement.For loop) =>
        indices.Count == 1 && indices[0] == loop.Index;

    /// <summary>Whether the index of a loop runs over all indices of an array.</summary>
    public bool IsOverAll(Statement.For loop, Value array, Operand length) => loop.Step switch
    {
        1 => loop.Start is Constant { IsZero: true } && loop.Test == LoopTest.Less && IsLength(loop.Bound, array, length),
        -1 => loop.Bound is Constant { IsZero: true } && loop.Test == LoopTest.GreaterOrEqual && IsLast(loop.Start, array, length),
        _ => false,
    };

    private bool IsLength(Operand operand, Value array, Operand length) =>
        operand == length || (definitionOf(operand) is Expr.Length measured && measured.Array == array);

    private bool IsLast(Operand operand, Value array, Operand length) =>
        definitionOf(operand) is Expr.Apply { Arguments: { Count: 2 } arguments } apply
        && apply.Primitive == PrimitiveTable.Subtract && arguments[1] is Constant { IsOne: true }
        && IsLength(arguments[0], array, length);
}
