using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary><c>foreach</c> over types with a <c>GetEnumerator</c> of their own: an iterator, or one that is asked step by step.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>The method by which a type of the user's is gone through; null where there is none with source.</summary>
    private IMethodSymbol? EnumeratorOf(ITypeSymbol? type)
    {
        for (ITypeSymbol? own = Resolve(type); own is { SpecialType: SpecialType.None }; own = own.BaseType)
        {
            IMethodSymbol? method = own.GetMembers("GetEnumerator").OfType<IMethodSymbol>()
                .FirstOrDefault(static m => m is { IsStatic: false, Parameters.IsEmpty: true, ReturnsVoid: false });

            if (method is not null)
            {
                return _bodies.Of(method) is null ? null : method;
            }
        }

        return null;
    }

    private void LowerForEachBy(IForEachLoopOperation loop, IOperation collection, IMethodSymbol enumerator)
    {
        FrontValue value = Lower(collection);

        if (value is FrontValue.Choice or FrontValue.Conflict)
        {
            Reject(loop.Collection, Reasons.Undecided);
            return;
        }

        Receiver? receiver = value is FrontValue.Reference
            ? CellOf(value, collection) is Place.Cell cell ? new Receiver(cell, null) : null
            : value is FrontValue.Error ? null : new Receiver(null, value, Resolve(collection.Type));

        if (receiver is null)
        {
            return;
        }

        if (_bodies.IsIterator(enumerator))
        {
            LowerForEachOf(loop, Sequence(SequenceKind.Iterator, enumerator, value));
            return;
        }

        FrontValue state = Obstacle(enumerator, loop.Collection) ?? InlineBound(enumerator, [], loop.Collection, "", receiver);
        LowerSteps(loop, state, enumerator);
    }

    /// <summary>Asks an enumerator for one element after the other.</summary>
    private void LowerSteps(IForEachLoopOperation loop, FrontValue state, IMethodSymbol enumerator)
    {
        ITypeSymbol? type = ReturnType(enumerator, frame => AddTypeArguments(frame, enumerator));
        ITypeSymbol? own = CellFor(state)?.Type ?? type;
        IMethodSymbol? next = Member<IMethodSymbol>(own, "MoveNext");
        IMethodSymbol? current = Member<IPropertySymbol>(own, "Current")?.GetMethod;

        if (state is FrontValue.Error || next is null || current is null || _bodies.Of(next) is null || LayoutOf(own) is null
            || Member<IMethodSymbol>(own, "Dispose") is not null)
        {
            if (state is not FrontValue.Error)
            {
                Refuse(DiagnosticDescriptors.UnknownIterator, loop.Collection);
            }

            return;
        }

        Variable variable = Declare("enumerator", own!, state);
        Loop(
            loop,
            () => ToOperand(InlineBound(next, [], loop.Collection, "", Enumerator())),
            () =>
            {
                int scope = _variables.Count;
                FrontValue item = Get(new Place.Property(Enumerator(), (IPropertySymbol)current.AssociatedSymbol!, []), loop.Collection, "");
                BindElement(loop, item);
                LowerStatement(loop.Body);
                Leave(scope);
            },
            static () => { });

        Receiver Enumerator() => new(CellFor(Read(variable)) ?? (Place)new Place.Local(variable), null);
    }

    private Place.Cell? CellFor(FrontValue value) =>
        value is FrontValue.Reference { Cell: >= 0 } reference ? new Place.Cell(reference.Cell, _objectTypes[reference.Type]) : null;

    private static TMember? Member<TMember>(ITypeSymbol? type, string name)
        where TMember : class, ISymbol
    {
        for (ITypeSymbol? own = type; own is { SpecialType: SpecialType.None }; own = own.BaseType)
        {
            if (own.GetMembers(name).OfType<TMember>().FirstOrDefault(static m => !m.IsStatic) is TMember member)
            {
                return member;
            }
        }

        return null;
    }
}
