using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary><c>new</c>, initializers and <c>with</c>.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>What the members in an initializer belong to, innermost last.</summary>
    private readonly Stack<Place> _receivers = new();

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

        if (IsObject(type))
        {
            Place.Cell cell = Allocate(type, zero);
            Construct(constructor, cell, arguments, creation);
            Initialize(cell, creation.Initializer);
            return ReferenceTo(cell);
        }

        return Build(type, name, zero, place =>
        {
            Construct(constructor, place, arguments, creation);
            Initialize(place, creation.Initializer);
        });
    }

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
                Place target = IsObject(Resolve(nested.InitializedMember.Type))
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

        if (source is FrontValue.Error || Resolve(with.Type) is not ITypeSymbol type
            || (LayoutOf(type) is null && !type.IsTupleType))
        {
            return source is FrontValue.Error ? source : Reject(with, Reasons.Expression(with));
        }

        if (!IsObject(type))
        {
            return Build(type, name, source, place => Initialize(place, with.Initializer));
        }

        return Each(source, type, name, with, cell =>
        {
            // The copy has the type of the object, not that of the variable.
            if (HasOwnCopy(cell.Type))
            {
                return Reject(with, Reasons.Expression(with));
            }

            Place.Cell copy = Allocate(cell.Type, Load(cell, ""));
            Initialize(copy, with.Initializer);
            return ReferenceTo(copy);
        });
    }

    private static bool HasOwnCopy(ITypeSymbol type) => type is INamedTypeSymbol named
        && named.InstanceConstructors.Any(c => !c.IsImplicitlyDeclared && c.Parameters.Length == 1
            && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type));
}
