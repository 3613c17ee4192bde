using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// <c>new</c>, initializers and <c>with</c>. Objects live in numbered cells, which are merged and carried as variables are;
/// a reference is the number. Where two paths meet, a cell is whichever object its path made under that number: that is
/// what makes the objects of <c>c ? new A(x) : new A(y)</c> one.
/// </summary>
internal sealed partial class OperationLowering
{
    /// <summary>The variable that holds the cells of all objects.</summary>
    private readonly Variable _heap;

    /// <summary>What the members in an initializer belong to, innermost last.</summary>
    private readonly Stack<Place> _receivers = new();

    private FrontValue.Aggregate Heap => (FrontValue.Aggregate)_values[_heap.Slot]!;

    private Place.Cell Allocate(INamedTypeSymbol type, FrontValue fields)
    {
        FrontValue.Aggregate heap = Heap;
        _values[_heap.Slot] = heap with { Elements = [.. heap.Elements, fields] };
        _objectTypes[TypeNameOf(type)] = type;
        return new Place.Cell(heap.Elements.Count, type);
    }

    private FrontValue LowerNew(IObjectCreationOperation creation, string name)
    {
        if (Resolve(creation.Type) is not INamedTypeSymbol type || creation.Constructor is not IMethodSymbol written
            || FindZeroStruct(type) is not FrontValue zero)
        {
            return TypeMap.SpanKind(Resolve(creation.Type)) is not null || Resolve(creation.Type) is not INamedTypeSymbol known
                ? Reject(creation, Reasons.Expression(creation))
                : RejectType(creation, known);
        }

        // The constructor that every struct has is nobody's own.
        if ((written.IsImplicitlyDeclared ? written : Own(written, type)) is not IMethodSymbol constructor)
        {
            return RejectCall(creation);
        }

        List<BoundArgument> arguments = BindArguments(constructor, creation.Arguments);

        if (Layout.IsObject(type))
        {
            Place.Cell cell = Allocate(type, zero);
            Construct(constructor, cell, arguments, creation);
            Initialize(cell, creation.Initializer);
            return new FrontValue.Reference(cell.Number, TypeNameOf(type));
        }

        return Build(type, name, zero, place =>
        {
            Construct(constructor, place, arguments, creation);
            Initialize(place, creation.Initializer);
        });
    }

    private string TypeNameOf(ITypeSymbol? type) => Resolve(type)!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>A struct that is put together in a variable of its own.</summary>
    private FrontValue Build(ITypeSymbol type, string name, FrontValue start, Action<Place> fill)
    {
        int scope = _variables.Count;
        Variable variable = Declare(name, type, start);
        fill(new Place.Local(variable));
        FrontValue value = Read(variable);

        // What an argument declares stays until the end of the block.
        if (_variables.Count == scope + 1)
        {
            Leave(scope);
        }

        return value;
    }

    private void Initialize(Place receiver, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null)
        {
            return;
        }

        _receivers.Push(receiver);

        foreach (IOperation part in initializer.Initializers)
        {
            if (part is IMemberInitializerOperation nested)
            {
                Place member = LowerPlace(nested.InitializedMember);
                Place target = Layout.IsObject(Resolve(nested.InitializedMember.Type))
                    ? CellOf(Load(member, ""), part) ?? new Place.Discard()
                    : member;
                Initialize(target, nested.Initializer);
            }
            else
            {
                Lower(part);
            }
        }

        _receivers.Pop();
    }

    private FrontValue LowerWith(IWithOperation with, string name)
    {
        FrontValue source = Lower(with.Operand);

        if (source is FrontValue.Error || Resolve(with.Type) is not ITypeSymbol type || LayoutOf(type) is null)
        {
            return source is FrontValue.Error ? source : Reject(with, Reasons.Expression(with));
        }

        if (!Layout.IsObject(type))
        {
            return Build(type, name, source, place => Initialize(place, with.Initializer));
        }

        if (CellOf(source, with) is not Place.Cell original || HasOwnCopy(type))
        {
            return Reject(with, Reasons.Expression(with));
        }

        Place.Cell copy = Allocate((INamedTypeSymbol)type, Load(original, ""));
        Initialize(copy, with.Initializer);
        return new FrontValue.Reference(copy.Number, TypeNameOf(type));
    }

    private static bool HasOwnCopy(ITypeSymbol type) => type is INamedTypeSymbol named
        && named.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared && c.Parameters.Length == 1
            && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type));
}
