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

    /// <summary>The fields of an object that was not made on this path.</summary>
    public static readonly FrontValue Absent = new Missing();

    /// <summary>
    /// Of an expression that was reported: whatever is computed from it is wrong for the same reason.
    /// </summary>
    public static readonly FrontValue Reported = new Error();

    /// <summary>What paths that meet do not agree on, and no operand can stand for: an error once it is read.</summary>
    public static readonly FrontValue Undecided = new Conflict();

    /// <summary>The reference to no object.</summary>
    public static readonly FrontValue Null = new Reference(-1, "");

    /// <summary>A scalar, an array or a span.</summary>
    internal sealed record Leaf(Operand Operand) : FrontValue;

    internal sealed record Error : FrontValue;

    internal sealed record Conflict : FrontValue;

    internal sealed record Missing : FrontValue;

    /// <summary>The elements of a tuple or the fields of a struct, in their order.</summary>
    /// <param name="Elements">The elements.</param>
    /// <param name="Names">What people call them; none for a tuple.</param>
    internal sealed record Aggregate(EquatableArray<FrontValue> Elements, EquatableArray<string> Names = default)
        : FrontValue
    {
        /// <summary>The same but for one element.</summary>
        public Aggregate With(int index, FrontValue element) =>
            this with { Elements = Elements.Select((own, i) => i == index ? element : own).ToEquatable() };

        /// <summary>What a leaf of an element is called.</summary>
        public string NameOf(int index, string whole) => index >= Names.Count ? whole
            : whole.Length == 0 ? Identifiers.Camel(Names[index])
            : whole + Identifiers.Pascal(Names[index]);
    }

    /// <summary>An object, by the number of the cell that holds its fields.</summary>
    internal sealed record Reference(int Cell, string Type) : FrontValue;

    /// <summary>Memory whose elements have parts: an array for each, in the form of an element.</summary>
    internal sealed record Columns(FrontValue Parts) : FrontValue;

    /// <summary>Constant memory of structs that the user's program owns; the leaves of an element are the texts to reach them.</summary>
    internal sealed record Rows(Operand Array, FrontValue Paths, int Rank) : FrontValue;

    /// <summary>Some consecutive elements of an array or a span.</summary>
    internal sealed record View(FrontValue Memory, Operand Offset, Operand Length) : FrontValue;

    /// <summary>Code that runs later, and the values it takes along.</summary>
    internal sealed record Deferred(DeferredCode Code, EquatableArray<FrontValue> Parts) : FrontValue;

    /// <summary>
    /// One of two values of different shape, by a condition that has been decided. Of objects there is a row of these, in
    /// the order of their cells.
    /// </summary>
    internal sealed record Choice(Operand Condition, FrontValue Then, FrontValue Otherwise) : FrontValue;

    /// <summary>The same tree over other leaves; each is told what it may be called.</summary>
    public FrontValue Map(string name, Func<string, Operand, Operand> leaf) => this switch
    {
        Leaf own => new Leaf(leaf(name, own.Operand)),
        Aggregate own => own with
        {
            Elements = own.Elements.Select((e, i) => e.Map(own.NameOf(i, name), leaf)).ToEquatable(),
        },
        Columns own => new Columns(own.Parts.Map(name, leaf)),
        Rows own => own with { Array = leaf(name, own.Array) },
        View own => new View(own.Memory.Map(name, leaf), leaf("offset", own.Offset), leaf("length", own.Length)),
        Deferred own => own with { Parts = own.Parts.Select(e => e.Map(name, leaf)).ToEquatable() },
        Choice own => new Choice(leaf("", own.Condition), own.Then.Map(name, leaf), own.Otherwise.Map(name, leaf)),
        _ => this,
    };

    /// <summary>The same tree over other leaves.</summary>
    public FrontValue Map(Func<Operand, Operand> leaf) => Map("", (_, operand) => leaf(operand));

    /// <summary>The same tree over other references.</summary>
    public FrontValue MapReferences(Func<Reference, Reference> map) => this switch
    {
        Reference own => map(own),
        Aggregate own => own with { Elements = own.Elements.Select(e => e.MapReferences(map)).ToEquatable() },
        Deferred own => own with { Parts = own.Parts.Select(e => e.MapReferences(map)).ToEquatable() },
        Choice own => own with { Then = own.Then.MapReferences(map), Otherwise = own.Otherwise.MapReferences(map) },
        _ => this,
    };

    /// <summary>Whether two trees differ in their leaves only.</summary>
    public bool HasShapeOf(FrontValue other) =>
        Map(static _ => Constant.False).Equals(other.Map(static _ => Constant.False));

    /// <summary>
    /// Joins two trees leaf by leaf. What has another shape on either side is what <paramref name="mismatch"/> makes of it,
    /// or undecided.
    /// </summary>
    public FrontValue Zip(
        string name,
        FrontValue other,
        Func<string, Operand, Operand, Operand> leaf,
        Func<string, FrontValue, FrontValue, FrontValue?>? mismatch = null) =>
        (this, other) switch
        {
            (Error, _) or (_, Error) => Reported,
            (Leaf own, Leaf its) => new Leaf(leaf(name, own.Operand, its.Operand)),
            (Columns own, Columns its) => new Columns(own.Parts.Zip(name, its.Parts, leaf)),
            (Rows own, Rows its) when own.Paths.Equals(its.Paths) && own.Rank == its.Rank =>
                own with { Array = leaf(name, own.Array, its.Array) },
            (View own, View its) => new View(
                own.Memory.Zip(name, its.Memory, leaf),
                leaf("offset", own.Offset, its.Offset),
                leaf("length", own.Length, its.Length)),
            (Aggregate own, Aggregate its) when own.Names == its.Names => own with
            {
                Elements = own.Elements
                    .Select((e, i) => i < its.Elements.Count
                        ? e.Zip(own.NameOf(i, name), its.Elements[i], leaf, mismatch)
                        : e)
                    .Concat(its.Elements.Skip(own.Elements.Count)).ToEquatable(),
            },
            (Deferred own, Deferred its) when own.Code.Equals(its.Code) => own with
            {
                Parts = own.Parts.Select((e, i) => e.Zip(name, its.Parts[i], leaf, mismatch)).ToEquatable(),
            },
            (Choice own, Choice its) when own.HasShapeOf(its) => new Choice(
                leaf("", own.Condition, its.Condition),
                own.Then.Zip(name, its.Then, leaf, mismatch),
                own.Otherwise.Zip(name, its.Otherwise, leaf, mismatch)),
            _ => Equals(other) ? this : mismatch?.Invoke(name, this, other) ?? Undecided,
        };
}
