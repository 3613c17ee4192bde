using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// What a C# expression is while a method is lowered. The intermediate representation knows scalars and memory only: a
/// tuple or a struct is a tree here, whose leaves are merged, carried and forwarded one by one.
/// </summary>
internal abstract record FrontValue
{
    /// <summary>What a call of a <c>void</c> method gives.</summary>
    public static readonly FrontValue Nothing = new Aggregate([]);

    /// <summary>
    /// Of an expression that was reported: whatever is computed from it is wrong for the same reason.
    /// </summary>
    public static readonly FrontValue Reported = new Error();

    /// <summary>A scalar, an array or a span.</summary>
    internal sealed record Leaf(Operand Operand) : FrontValue;

    internal sealed record Error : FrontValue;

    /// <summary>The elements of a tuple or the fields of a struct, in their order.</summary>
    internal sealed record Aggregate(EquatableArray<FrontValue> Elements) : FrontValue
    {
        /// <summary>The same but for one element.</summary>
        public Aggregate With(int index, FrontValue element) =>
            new(Elements.Select((own, i) => i == index ? element : own).ToEquatable());
    }

    /// <summary>Code that runs later, and the values it takes along.</summary>
    internal sealed record Deferred(DeferredCode Code, EquatableArray<FrontValue> Parts) : FrontValue;

    /// <summary>One of two values of different shape, by a condition that has been decided.</summary>
    internal sealed record Choice(Operand Condition, FrontValue Then, FrontValue Otherwise) : FrontValue;

    /// <summary>What paths that meet do not agree on, and no operand can stand for: an error once it is read.</summary>
    public static readonly FrontValue Undecided = new Conflict();

    internal sealed record Conflict : FrontValue;

    /// <summary>The same tree over other leaves.</summary>
    public FrontValue Map(Func<Operand, Operand> leaf) => this switch
    {
        Leaf own => new Leaf(leaf(own.Operand)),
        Error => this,
        Aggregate own => new Aggregate(own.Elements.Select(e => e.Map(leaf)).ToEquatable()),
        Deferred own => own with { Parts = own.Parts.Select(e => e.Map(leaf)).ToEquatable() },
        Choice own => new Choice(leaf(own.Condition), own.Then.Map(leaf), own.Otherwise.Map(leaf)),
        _ => this,
    };

    /// <summary>Joins two trees of the same shape leaf by leaf.</summary>
    public FrontValue Zip(FrontValue other, Func<Operand, Operand, Operand> leaf) => (this, other) switch
    {
        (Error, _) or (_, Error) => Reported,
        (Leaf own, Leaf its) => new Leaf(leaf(own.Operand, its.Operand)),
        (Aggregate own, Aggregate its) => new Aggregate(
            own.Elements.Zip(its.Elements, (a, b) => a.Zip(b, leaf)).ToEquatable()),
        (Deferred own, Deferred its) when own.Code.Equals(its.Code) => own with
        {
            Parts = own.Parts.Zip(its.Parts, (a, b) => a.Zip(b, leaf)).ToEquatable(),
        },
        (Choice own, Choice its) => new Choice(
            leaf(own.Condition, its.Condition), own.Then.Zip(its.Then, leaf), own.Otherwise.Zip(its.Otherwise, leaf)),
        _ => Equals(other) ? this : Undecided,
    };
}
