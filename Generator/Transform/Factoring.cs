using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>Splits the terms that one loop sums into what it changes and what it does not.</summary>
internal sealed class Factoring
{
    private readonly Statement.For _loop;
    private readonly Func<Operand, bool> _isInvariant;
    private readonly Finiteness _finiteness;
    private readonly Dictionary<int, Expr.Apply> _relaxed = [];
    private readonly Dictionary<int, Split> _splits = [];
    private readonly IrBuilder _builder;

    public Factoring(Statement.For loop, Func<Operand, bool> isInvariant, Finiteness finiteness, int nextId)
    {
        _finiteness = finiteness;
        _loop = loop;
        _isInvariant = isInvariant;
        _builder = new IrBuilder(nextId);

        foreach (Statement statement in loop.Body.Statements)
        {
            if (statement is Statement.Let { Expression: Expr.Apply { Exact: false } apply, Target: var target })
            {
                _relaxed[target.Id] = apply;
            }
        }
    }

    public int NextId => _builder.NextId;

    public Statement.For Run(out IReadOnlyList<PulledFactor> pulled)
    {
        List<PulledFactor> factors = [];
        Carried[] carried = [.. _loop.Carried];
        Operand[] yields = [.. _loop.Body.Yields];
        Accumulators sums = Accumulators.Of(_loop);

        for (int i = 0; i < carried.Length; i++)
        {
            if (sums.TermOf(i) is { Operand: Value } term && carried[i].Initial is Constant { IsZero: true }
                && SplitOf(term) is { Factors.Count: > 0, Rest: { } rest } split)
            {
                Value sum = _builder.Fresh(carried[i].Result.ValueType, carried[i].Result.Name);
                factors.Add(new PulledFactor(sum, carried[i].Result, split.Factors, split.MeetsStrongly));
                yields[i] = _builder.Let(
                    sum.Type,
                    new Expr.Apply(PrimitiveTable.Add, [carried[i].Parameter, rest], Exact: false),
                    carried[i].Parameter.Name);
                carried[i] = carried[i] with { Result = sum };
            }
        }

        pulled = factors;
        Block body = new([.. _loop.Body.Statements, .. _builder.Current], yields.ToEquatable());
        return factors.Count == 0 ? _loop : _loop with { Carried = carried.ToEquatable(), Body = body };
    }

    private Split SplitOf(Accumulators.Term term) =>
        term.IsSubtracted ? Negated(SplitOf(term.Operand), term.Operand.Type) : SplitOf(term.Operand);

    private static Split Negated(Split split, IrType type) =>
        split with { Factors = [.. split.Factors, new Factor(Constant.Real(-1, type), false)] };

    private Split SplitOf(Operand operand)
    {
        if (_isInvariant(operand))
        {
            return new Split([new Factor(operand, false)], null);
        }

        if (operand is not Value value || !_relaxed.TryGetValue(value.Id, out Expr.Apply? apply))
        {
            return new Split([], operand);
        }

        if (!_splits.TryGetValue(value.Id, out Split? split))
        {
            split = Take(apply, value);
            _splits.Add(value.Id, split);
        }

        return split;
    }

    private Split Take(Expr.Apply apply, Value value)
    {
        Split whole = new([], value);
        Primitive primitive = apply.Primitive;

        if (primitive == PrimitiveTable.Multiply)
        {
            return Product(SplitOf(apply.Arguments[0]), SplitOf(apply.Arguments[1]), whole);
        }

        if (primitive == PrimitiveTable.StrongMultiply || primitive == PrimitiveTable.SteepMultiply)
        {
            return ChainProduct(apply, SplitOf(apply.Arguments[1]), whole);
        }

        if (primitive == PrimitiveTable.Negate)
        {
            return Negated(SplitOf(apply.Arguments[0]), value.Type);
        }

        if (primitive == PrimitiveTable.Divide && _isInvariant(apply.Arguments[1]))
        {
            Split dividend = SplitOf(apply.Arguments[0]);
            return dividend with { Factors = [.. dividend.Factors, new Factor(apply.Arguments[1], true)] };
        }

        // c ? 0 : x, for the same c in every trip
        if (primitive == PrimitiveTable.Select && apply.Arguments[1] is Constant { IsZero: true } && _isInvariant(apply.Arguments[0]))
        {
            Split chosen = SplitOf(apply.Arguments[2]);
            return chosen with { Factors = [.. chosen.Factors, new Factor(apply.Arguments[0], false)] };
        }

        bool isSum = primitive == PrimitiveTable.Add || primitive == PrimitiveTable.Subtract;
        return isSum ? Sum(primitive, SplitOf(apply.Arguments[0]), SplitOf(apply.Arguments[1]), whole) : whole;
    }

    private Split Product(Split left, Split right, Split whole)
    {
        if (left.Factors.Count == 0 && right.Factors.Count == 0)
        {
            return whole;
        }

        IReadOnlyList<Factor> factors = [.. left.Factors, .. right.Factors];
        Operand? rest = left.Rest is null ? right.Rest
            : right.Rest is null ? left.Rest
            : _builder.Relaxed(whole.Rest!.Type, PrimitiveTable.Multiply, left.Rest, right.Rest);
        return new Split(factors, rest, left.MeetsStrongly || right.MeetsStrongly);
    }

    // p ⊗ (c * a)  →  c * (p ⊗ a): zero still wins inside the sum, and has to win where c meets the sum.
    private Split ChainProduct(Expr.Apply product, Split adjoint, Split whole)
    {
        if (adjoint.Factors.Count == 0)
        {
            return whole;
        }

        Operand partial = product.Arguments[0];
        IrType type = whole.Rest!.Type;
        Operand rest = adjoint.Rest ?? Constant.One(type);
        bool canBeInfinite = product.Primitive == PrimitiveTable.SteepMultiply
            || _finiteness.MayBeInfinite(partial) || _finiteness.IsSteep(product.Arguments[1]);
        return new Split(adjoint.Factors, _builder.Relaxed(type, product.Primitive, partial, rest), adjoint.MeetsStrongly || canBeInfinite);
    }

    // c * a + c * b  →  c * (a + b)
    private Split Sum(Primitive primitive, Split left, Split right, Split whole) =>
        left.Rest is { } first && right.Rest is { } second && left.Factors.Count > 0
        && left.Factors.SequenceEqual(right.Factors)
            ? new Split(
                left.Factors,
                _builder.Relaxed(first.Type, primitive, first, second),
                left.MeetsStrongly || right.MeetsStrongly)
            : whole;

    /// <param name="Factors">What the loop does not change.</param>
    /// <param name="Rest">What it does; nothing for an invariant.</param>
    /// <param name="MeetsStrongly">Whether the rest can be infinite where the factors are zero, which then wins.</param>
    private sealed record Split(IReadOnlyList<Factor> Factors, Operand? Rest, bool MeetsStrongly = false);
}
