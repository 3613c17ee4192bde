using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Runs innermost loops in the lanes of vectors where <see cref="VectorLegality"/> allows. The vector loop takes as many
/// whole steps as lie inside every array it walks; the scalar loop goes on from there, so that what would throw throws in
/// the same trip as before. Sums are kept per lane and added up at the end, in a fixed order.
/// </summary>
internal sealed class Vectorize
{
    private readonly AliasClasses _classes;
    private readonly IrBuilder _builder;
    private readonly Dictionary<int, Expr> _definitions = [];
    private readonly HashSet<int> _limits = [];
    private readonly HashSet<AffineIndex> _begun = [];
    private int _loops;

    private Vectorize(Function function)
    {
        _classes = AliasClasses.Of(function);
        _builder = new IrBuilder(function.NextId);
    }

    // for (int i = 0; i < n; i++) { s += x[i]; }      →      while (i <= n - w) { lanes += x[i .. i + w]; i += w; }
    //                                                        s = Σ lanes;
    //                                                        for (; i < n; i++) { s += x[i]; }
    public static Function Run(Function function)
    {
        Vectorize pass = new(function);
        Block body = pass.Rebuild(function.Body);
        return DeadCode.Run(function with { Body = body, NextId = pass._builder.NextId });
    }

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            if (statement is Statement.Let let)
            {
                _definitions[let.Target.Id] = let.Expression;
            }

            if (statement is Statement.For loop && VectorLegality.Of(loop, _classes) is { Reason: null } legality)
            {
                Emit(loop, legality);
            }
            else
            {
                bool isLoop = statement is Statement.For or Statement.While;
                _loops += isLoop ? 1 : 0;
                _builder.Add(Blocks.MapBlocks(statement, Rebuild));
                _loops -= isLoop ? 1 : 0;
            }
        }

        return _builder.End([.. block.Yields]);
    }

    private void Emit(Statement.For loop, VectorLegality legality)
    {
        VectorLoop vectors = new(_builder, loop, legality) { IsInner = _loops > 0 };
        Operand[] results = _loops > 0 ? EmitIfLong(loop, legality, vectors) : EmitVectors(loop, legality, vectors);
        EquatableArray<Carried> carried = loop.Carried.Select((c, i) => c with { Initial = results[i + 1] }).ToEquatable();
        _builder.Add(loop with { Start = results[0], Carried = carried });
    }

    /// <summary>The vector loop; the index from which to go on, and the sums so far.</summary>
    private Operand[] EmitVectors(Statement.For loop, VectorLegality legality, VectorLoop vectors)
    {
        Value next = vectors.Emit(End(loop, legality, vectors));
        return [next, .. vectors.EmitSums(next)];
    }

    /// <summary>Inside another loop one of a few trips is not to prepare for many, again and again.</summary>
    private Operand[] EmitIfLong(Statement.For loop, VectorLegality legality, VectorLoop vectors)
    {
        Operand trips = loop.Start is Constant { IsZero: true } ? loop.Bound : Binary(PrimitiveTable.Subtract, loop.Bound, loop.Start);
        Value isLong = _builder.Exact(IrType.Boolean, PrimitiveTable.GreaterOrEqual, trips, vectors.Step());
        Operand[] short_ = [loop.Start, .. loop.Carried.Select(static c => c.Initial)];
        _builder.Begin();
        Block then = _builder.End(IsStaggered(loop, legality) ? EmitAligned(loop, legality, vectors) : EmitVectors(loop, legality, vectors));
        Value[] results = [_builder.Fresh(IrType.Int32, loop.Index.Name), .. loop.Carried.Select(c => _builder.Fresh(c.Result.Type, c.Parameter.Name))];
        _builder.Add(new Statement.If(_builder.Label(), isLong, then, new Block([], short_.ToEquatable()), results.ToEquatable()));
        return results;
    }

    /// <summary>
    /// Whether a loop around walks over the same elements again, from another start: what a vector reads then lies across
    /// two that were just written, which the processor cannot hand on before both are in the cache.
    /// </summary>
    private static bool IsStaggered(Statement.For loop, VectorLegality legality) => loop.Start is Value
        && legality.Accesses.Any(static a => a.IsWrite && a.Index is { IsUnitStride: true, Offset.Count: 0 });

    /// <summary>First up to a multiple of the vectors' length, whatever the start: vectors meet the same elements each time.</summary>
    private Operand[] EmitAligned(Statement.For loop, VectorLegality legality, VectorLoop vectors)
    {
        _builder.Add(new Statement.Remark(RemarkKind.Note, "Up to where vectors always start"));
        Operand aligned = _builder.Let(IrType.Int32, vectors.Aligned(loop.Start), "first");
        Statement.For head = RenamedCopy.Of(loop, _builder);
        Operand end = loop.Test == LoopTest.Less ? loop.Bound : Binary(PrimitiveTable.Add, loop.Bound, Constant.Int(1));
        Operand bound = _builder.Let(IrType.Int32, new Expr.Apply(PrimitiveTable.Min, [aligned, end]));
        _builder.Add(head with { Test = LoopTest.Less, Bound = bound });
        EquatableArray<Carried> carried = loop.Carried.Select((c, i) => c with { Initial = head.Carried[i].Result }).ToEquatable();
        Statement.For rest = loop with { Start = aligned, Carried = carried };
        return EmitVectors(rest, legality, new VectorLoop(_builder, rest, legality) { IsInner = true });
    }

    /// <summary>The index before which every access of the loop lies inside its array; the start, if one lies before it.</summary>
    private Operand End(Statement.For loop, VectorLegality legality, VectorLoop vectors)
    {
        Operand end = loop.Test == LoopTest.Less ? loop.Bound : Binary(PrimitiveTable.Add, loop.Bound, Constant.Int(1));
        HashSet<(Operand, Operand?, AffineIndex)> seen = [];
        _begun.Clear();

        foreach (VectorAccess access in legality.Accesses.Where(static a => a.Index.IsUnitStride))
        {
            if (seen.Add((access.Array, access.Row, access.Index)))
            {
                end = Limit(end, loop, access, vectors.MemoryOf(access.Array, access.Row));
            }
        }

        // An end before the start, less a vector, might wrap around.
        return loop.Start is Constant { IsZero: true } && IsLengths(end)
            ? end
            : _builder.Let(IrType.Int32, new Expr.Apply(PrimitiveTable.Max, [end, loop.Start]), "end");
    }

    /// <summary>Whether an end is the smallest of lengths, and so not negative.</summary>
    private bool IsLengths(Operand end) => end is Constant { Number: >= 0 }
        || (end is Value value && (_limits.Contains(value.Id) || (_definitions.TryGetValue(value.Id, out Expr? definition) && definition is Expr.Length)));

    private Operand Limit(Operand end, Statement.For loop, VectorAccess access, Operand memory)
    {
        bool isWhole = access.Index.Offset.Count == 0;

        if (!isWhole || loop.Test != LoopTest.Less || !IsLengthOf(loop.Bound, access))
        {
            Operand limit = _builder.Let(IrType.Int32, new Expr.Length(memory));
            limit = Moved(limit, access.Index, PrimitiveTable.Subtract, PrimitiveTable.Add);
            bool isLength = isWhole && IsLengths(end);
            end = _builder.Let(IrType.Int32, new Expr.Apply(PrimitiveTable.Min, [end, limit]), "end");

            if (isLength)
            {
                _limits.Add(((Value)end).Id);
            }
        }

        if (isWhole && loop.Start is Constant { Number: >= 0 })
        {
            return end;
        }

        return StartsInside(loop, access.Index, end);
    }

    /// <summary>The end, or the start of the loop where its first element would lie before the array's.</summary>
    private Operand StartsInside(Statement.For loop, AffineIndex index, Operand end)
    {
        if (!_begun.Add(index))
        {
            return end;
        }

        IntegerSum first = new(DefinitionOf);
        first.Add(loop.Start, isNegative: false);

        foreach ((Operand term, bool isNegative) in index.Offset)
        {
            first.Add(term, isNegative);
        }

        if (first.IsConstant)
        {
            return first.Constant < 0 ? loop.Start : end;
        }

        Value isBefore = _builder.Exact(IrType.Boolean, PrimitiveTable.Less, first.Emit(_builder), Constant.Int(0));
        return _builder.Exact(IrType.Int32, PrimitiveTable.Select, isBefore, loop.Start, end);
    }

    private Expr? DefinitionOf(Operand operand) =>
        operand is Value value && _definitions.TryGetValue(value.Id, out Expr? definition) ? definition : null;

    /// <summary>Whether the loop runs to the very end of an array: its length, or what it was made with.</summary>
    private bool IsLengthOf(Operand bound, VectorAccess access) =>
        access.Row is null && ((bound is Value value && _definitions.TryGetValue(value.Id, out Expr? definition)
            && definition is Expr.Length length && length.Array == access.Array)
        || (access.Array is Value made && _definitions.TryGetValue(made.Id, out Expr? making)
            && ((making is Expr.NewArray { Lengths.Count: 1 } fresh && fresh.Lengths[0] == bound)
                || (making is Expr.NewScratch scratch && scratch.Count == bound))));

    private Operand Moved(Operand origin, AffineIndex index, Primitive forward, Primitive backward)
    {
        foreach ((Operand term, bool isNegative) in index.Offset)
        {
            bool isPlain = origin is Constant { IsZero: true } && (isNegative ? backward : forward) == PrimitiveTable.Add;
            origin = isPlain ? term : Binary(isNegative ? backward : forward, origin, term);
        }

        return origin;
    }

    private Value Binary(Primitive primitive, Operand left, Operand right) =>
        _builder.Exact(IrType.Int32, primitive, left, right);
}
