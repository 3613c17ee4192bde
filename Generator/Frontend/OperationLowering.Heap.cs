using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Objects live in numbered cells, which are merged and carried as variables are; a reference is the number. No number is
/// given twice, so that the objects of two paths are told apart where the paths meet. What is made on both and has one
/// type becomes one object there, so that <c>c ? new A(x) : new A(y)</c> costs no more than <c>c ? x : y</c>.
/// </summary>
internal sealed partial class OperationLowering
{
    /// <summary>The variable that holds the cells of all objects.</summary>
    private readonly Variable _heap;

    /// <summary>The exact types of objects that have been made, by name.</summary>
    private readonly Dictionary<string, INamedTypeSymbol> _objectTypes = new(StringComparer.Ordinal);

    private int _nextCell;

    private FrontValue.Aggregate Heap => (FrontValue.Aggregate)_values[_heap.Slot]!;

    private Place.Cell Allocate(INamedTypeSymbol type, FrontValue fields)
    {
        Place.Cell cell = new(_nextCell++, type);
        _objectTypes[TypeNameOf(type)] = type;
        Put(cell.Number, fields);
        return cell;
    }

    private void Put(int cell, FrontValue fields)
    {
        FrontValue.Aggregate heap = Heap;
        _values[_heap.Slot] = cell < heap.Elements.Count
            ? heap.With(cell, fields)
            : heap with
            {
                Elements =
                [
                    .. heap.Elements,
                    .. Enumerable.Repeat(FrontValue.Absent, cell - heap.Elements.Count),
                    fields,
                ],
            };
    }

    /// <summary>The fields of an object; undecided where it may not have been made.</summary>
    private FrontValue FieldsOf(int cell) => IsMade(cell) ? Heap.Elements[cell] : FrontValue.Undecided;

    private bool IsMade(int cell) => cell < Heap.Elements.Count && Heap.Elements[cell] is not FrontValue.Missing;

    private FrontValue.Reference ReferenceTo(Place.Cell cell) => new(cell.Number, TypeNameOf(cell.Type));

    private string TypeNameOf(ITypeSymbol? type) => Resolve(type)!.ToDisplayString(TypeNames);

    // The names of a tuple's elements are no part of its type.
    private static readonly SymbolDisplayFormat TypeNames = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    /// <summary>
    /// Gives objects that were made on one path each the same cell, if what refers to them has the same name and type.
    /// </summary>
    private (List<FrontValue?> Then, List<FrontValue?> Otherwise) Align(
        List<FrontValue?> then, List<FrontValue?> otherwise)
    {
        FrontValue first = then[_heap.Slot]!;
        FrontValue second = otherwise[_heap.Slot]!;

        if (ReferenceEquals(first, second) || first.Equals(second))
        {
            return (then, otherwise);
        }

        FreshObjects fresh = new(then, otherwise, _heap.Slot);
        return (fresh.Then, fresh.Otherwise);
    }
}
