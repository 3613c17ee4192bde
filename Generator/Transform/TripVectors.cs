using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Runs several trips of an outer loop side by side, one in each lane of the machine's vectors, where
/// <see cref="TripLegality"/> allows: inner loops too short for vectors, branches and functions included. Memory of a trip
/// gets a vector for each element; so does what is added to, added up at the end in a fixed order. The loop as it was takes
/// the trips that are left, and all of them where they are few or the memory of vectors would not fit the cache.
/// </summary>
internal sealed class TripVectors
{
    // A megabyte of vectors of four doubles: what a processor's second cache holds.
    private const int MostElements = 32_768;

    private readonly AliasClasses _classes;
    private readonly UseCounts _uses;
    private readonly IrBuilder _builder;
    private readonly Dictionary<int, Statement.Let> _definitions = [];
    private int _loops;

    private TripVectors(Function function)
    {
        _classes = AliasClasses.Of(function);
        _uses = UseCounts.Of(function);
        _builder = new IrBuilder(function.NextId);
    }

    // for (int n = 0; n < count; n++)                 while (n <= count - w)
    // {                                               {
    //     for (int j = 0; j < d; j++)         →           for (int j = 0; j < d; j++) { lanes += x[n*d + j, (n+1)*d + j, …]; }
    //     { s += x[n * d + j]; }                          n += w;
    // }                                               }
    //                                                 s = Σ lanes;
    //                                                 for (; n < count; n++) { … }
    public static Function Run(Function function)
    {
        TripVectors pass = new(function);
        Block body = pass.Rebuild(function.Body);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.Let let)
            {
                _definitions[let.Target.Id] = let;
            }

            if (statement is Statement.For loop)
            {
                Rebuild(loop);
            }
            else
            {
                _builder.Add(RebuildInside(statement));
            }
        }

        return _builder.End([.. block.Yields]);
    }

    private void Rebuild(Statement.For loop)
    {
        Statement.For rebuilt = (Statement.For)RebuildInside(loop);

        if (VectorLegality.Of(loop, _classes).Reason is not null
            && TripLegality.Of(loop, TripMemory.Of(loop, _classes, _definitions, _uses), _loops > 0) is { Reason: null } legality)
        {
            rebuilt = Emit(loop, legality, rebuilt);
        }

        _builder.Add(rebuilt);
    }

    private Statement RebuildInside(Statement statement)
    {
        bool isLoop = statement is Statement.For or Statement.While;
        _loops += isLoop ? 1 : 0;
        Statement rebuilt = Blocks.MapBlocks(statement, Rebuild);
        _loops -= isLoop ? 1 : 0;
        return rebuilt;
    }

    /// <summary>Adds the vectors' loop; what is left is the other one's.</summary>
    private Statement.For Emit(Statement.For loop, TripLegality legality, Statement.For rest)
    {
        Operand end = loop.Test == LoopTest.Less ? loop.Bound : Integer(PrimitiveTable.Add, loop.Bound, Constant.Int(1));
        Value isWorth = IsWorth(loop, end, legality);
        _builder.Begin();
        TripLoop vectors = new(_builder, loop, legality);
        Block then = _builder.End(vectors.Emit(end));
        Operand[] otherwise = [loop.Start, .. loop.Carried.Select(static c => c.Initial)];
        Value[] results =
        [
            _builder.Fresh(IrType.Int32, loop.Index.Name),
            .. loop.Carried.Select(c => _builder.Fresh(c.Result.Type, c.Parameter.Name)),
        ];
        _builder.Add(new Statement.If(_builder.Label(), isWorth, then, new Block([], otherwise.ToEquatable()), results.ToEquatable()));
        EquatableArray<Carried> carried = loop.Carried.Select((c, i) => c with { Initial = results[i + 1] }).ToEquatable();
        return rest with { Start = results[0], Carried = carried };
    }

    /// <summary>Whether there are trips enough, and memory little enough.</summary>
    private Value IsWorth(Statement.For loop, Operand end, TripLegality legality)
    {
        Operand trips = loop.Start is Constant { IsZero: true } ? end : Integer(PrimitiveTable.Subtract, end, loop.Start);
        Value fewest = _builder.Let(
            IrType.Int32,
            new Expr.Lanes(LaneOperation.Count, [Constant.Int(TripLegality.FewestVectors), Constant.Zero(new IrType.Scalar(legality.Lane))]));
        Value areMany = _builder.Exact(IrType.Boolean, PrimitiveTable.GreaterOrEqual, trips, fewest);
        Operand[] lengths = [.. Lengths(legality)];

        if (lengths.Length == 0)
        {
            return areMany;
        }

        Operand total = lengths.Aggregate((sum, length) => Integer(PrimitiveTable.Add, sum, length));
        Value isSmall = _builder.Exact(IrType.Boolean, PrimitiveTable.LessOrEqual, total, Constant.Int(MostElements));
        return _builder.Exact(IrType.Boolean, PrimitiveTable.And, areMany, isSmall);
    }

    private IEnumerable<Operand> Lengths(TripLegality legality)
    {
        foreach (Value sum in legality.Summed)
        {
            yield return _builder.Let(IrType.Int32, new Expr.Length(sum));
        }

        foreach (Statement.Let let in legality.Private)
        {
            // How high a stack will be, nobody knows.
            if (let.Expression is not Expr.NewStack)
            {
                yield return Operands.Of(let.Expression).First();
            }
        }
    }

    private Value Integer(Primitive primitive, Operand left, Operand right) => _builder.Exact(IrType.Int32, primitive, left, right);
}
