using Fluxion.Generator.Analysis;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>The sums that a vector loop keeps per lane: for the loop's variables and for elements of memory it adds to.</summary>
internal sealed class LaneSums
{
    private readonly List<(int? Variable, VectorAccess? Element, Carried Carried)> _sums = [];
    private readonly List<Operand> _next = [];

    public IEnumerable<Carried> Variables => _sums.Select(static s => s.Carried);

    public IEnumerable<Operand> NextValues => _next;

    public IEnumerable<VectorAccess> Elements => _sums.Where(static s => s.Element is not null).Select(static s => s.Element!).Distinct();

    public Value AddVariable(IrBuilder builder, int position, Carried scalar, Value zero) =>
        Add(builder, position, null, scalar.Parameter.Name, zero);

    public Value AddElement(IrBuilder builder, VectorAccess element, Value zero) =>
        Add(builder, null, element, element.Array is Value { Name: var name } ? name : "", zero);

    /// <summary>Notes what one copy of the body yields, in the order in which its sums were added.</summary>
    public void Next(IEnumerable<Operand> variables, IEnumerable<Operand> elements) => _next.AddRange([.. variables, .. elements]);

    public IEnumerable<Value> OfVariable(int position) =>
        _sums.Where(s => s.Variable == position).Select(static s => s.Carried.Result);

    public IEnumerable<Value> OfElement(VectorAccess element) =>
        _sums.Where(s => ReferenceEquals(s.Element, element)).Select(static s => s.Carried.Result);

    private Value Add(IrBuilder builder, int? variable, VectorAccess? element, string name, Value zero)
    {
        string lanes = name.Length == 0 ? "sumLanes" : name + "Lanes";
        Carried carried = new(builder.Fresh(zero.Type, lanes), zero, builder.Fresh(zero.Type, lanes));
        _sums.Add((variable, element, carried));
        return carried.Parameter;
    }
}
