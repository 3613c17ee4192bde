using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Lists, stacks and queues: objects of our own source that stand for them. What grows is an array in a cell, which
/// branches and loops hand on as they do any other.
/// </summary>
internal sealed partial class OperationLowering
{
    /// <summary>
    /// The member that runs: that of our own type where one stands for the library's. Null where ours has no such member.
    /// </summary>
    private static TMember? Own<TMember>(TMember member, ITypeSymbol? receiver)
        where TMember : class, ISymbol =>
        !CollectionTypes.IsCollection(receiver) && !CollectionTypes.IsNullable(receiver) || IsOwned(member, receiver!)
            ? member
            : CollectionTypes.Find((INamedTypeSymbol)receiver!, member);

    private static bool IsOwned(ISymbol member, ITypeSymbol receiver) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, receiver.OriginalDefinition);

    private static IMethodSymbol WithTypeArgumentsOf(IMethodSymbol own, IMethodSymbol method) =>
        method.IsGenericMethod && own.IsGenericMethod ? own.ConstructedFrom.Construct([.. method.TypeArguments]) : own;

    /// <summary>A collection expression of which a list is made: its elements are added one by one.</summary>
    private FrontValue LowerListExpression(ICollectionExpressionOperation collection, INamedTypeSymbol type)
    {
        FrontValue list = NewCollection(type, collection);

        foreach (IOperation element in collection.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                AddSpread(list, spread);
            }
            else
            {
                CallOn(list, "Add", collection, ConvertTo(Lower(element), type.TypeArguments[0], element));
            }
        }

        return list;
    }

    private void AddSpread(FrontValue list, ISpreadOperation spread)
    {
        FrontValue value = Lower(WithoutImplicitConversions(spread.Operand));

        if (AsSequence(value) is not FrontValue.Deferred sequence)
        {
            RejectSequence(spread, value);
            return;
        }

        ITypeSymbol? element = CollectionOf(list)!.Type.TypeArguments[0];
        Iterate(sequence, spread, item => CallOn(list, "Add", spread, ConvertTo(item, element, spread)));
    }

    /// <summary>The type of our own for lists of some type.</summary>
    private INamedTypeSymbol ListOf(ITypeSymbol element) =>
        _bodies.Own(_compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")!.Construct(element));

    private ITypeSymbol? ElementTypeOf(ITypeSymbol? memory) => Resolve(memory) switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [ITypeSymbol element] } => element,
        _ => null,
    };

    private void RejectSequence(IOperation origin, FrontValue value)
    {
        if (value is not FrontValue.Error)
        {
            Reject(origin, Reasons.Sequence);
        }
    }

    private FrontValue.Reference NewCollection(INamedTypeSymbol type, IOperation origin)
    {
        Place.Cell cell = Allocate(type, FindZeroStruct(type)!);
        Construct(type.InstanceConstructors.Single(static c => c.Parameters.IsEmpty), cell, [], origin);
        return new FrontValue.Reference(cell.Number, TypeNameOf(type));
    }

    /// <summary>The cell of a collection; null for any other value.</summary>
    private Place.Cell? CollectionOf(FrontValue value) =>
        value is FrontValue.Reference { Cell: >= 0 } reference && CollectionTypes.IsCollection(_objectTypes[reference.Type])
            ? new Place.Cell(reference.Cell, _objectTypes[reference.Type])
            : null;

    /// <summary>Calls a method, or reads a property, of a collection.</summary>
    private FrontValue CallOn(FrontValue collection, string member, IOperation origin, params FrontValue[] arguments)
    {
        Place.Cell cell = CollectionOf(collection)!;
        IMethodSymbol method = cell.Type.GetMembers(member)
            .Select(static found => found as IMethodSymbol ?? ((IPropertySymbol)found).GetMethod!)
            .First(found => found.Parameters.Length == arguments.Length);
        return InOwnSource(origin, () => InlineBound(
            method,
            [.. method.OriginalDefinition.Parameters.Select((p, i) => new BoundArgument(p, null, arguments[i]))],
            origin,
            "",
            new Receiver(cell, null)));
    }

    /// <summary>What source of our own does is shown and reported where the user called it.</summary>
    private FrontValue InOwnSource(IOperation origin, Func<FrontValue> lower)
    {
        bool quotes = _quotes;
        SyntaxNode? site = _libraryCall;
        _quotes = false;
        _libraryCall = SyntaxOf(origin);
        FrontValue value = lower();
        _quotes = quotes;
        _libraryCall = site;
        return value;
    }

    /// <summary>The versions of the collections that a sequence goes through, each with where it is kept.</summary>
    private List<(FrontValue Collection, Operand Version)> VersionsOf(FrontValue sequence, IOperation origin)
    {
        List<(FrontValue, Operand)> versions = [];
        Stack<FrontValue> work = new([sequence]);

        while (work.Count > 0)
        {
            FrontValue value = work.Pop();

            if (CollectionOf(value) is not null)
            {
                versions.Add((value, ToOperand(CallOn(value, "Version", origin))));
            }
            else if (value is FrontValue.Deferred { Code: SequenceCode } deferred)
            {
                foreach (FrontValue part in deferred.Parts)
                {
                    work.Push(part);
                }
            }
        }

        return versions;
    }

    /// <summary>Going through a collection fails once it has been changed.</summary>
    private void ThrowIfChanged(List<(FrontValue Collection, Operand Version)> versions, IOperation origin)
    {
        foreach ((FrontValue collection, Operand version) in versions)
        {
            Operand now = ToOperand(CallOn(collection, "Version", origin));
            const string Exception = "new global::System.InvalidOperationException("
                + "\"Collection was modified; enumeration operation may not execute.\")";
            Block thrown = new([new Statement.Throw(Exception, [])], []);
            Operand differs = Apply(IrType.Boolean, PrimitiveTable.NotEqual, "", now, version);
            Emit(new Statement.If(_builder.Label(), differs, thrown, Block.Empty, []));
        }
    }

    /// <summary><c>foreach</c> over a collection: its count may change inside only if control leaves.</summary>
    private void LowerForEachIn(IForEachLoopOperation loop, FrontValue collection)
    {
        if (CollectionOf(collection) is null)
        {
            Reject(loop.Collection, Reasons.Sequence);
            return;
        }

        ITypeSymbol integer = _compilation.GetSpecialType(SpecialType.System_Int32);
        Variable index = Declare("i", integer, new FrontValue.Leaf(Constant.Int(0)));
        List<(FrontValue, Operand)> versions = VersionsOf(collection, loop.Collection);

        Loop(
            loop,
            () => Apply(
                IrType.Boolean, PrimitiveTable.Less, "", ToOperand(Read(index)),
                ToOperand(CallOn(collection, "Count", loop.Collection))),
            () =>
            {
                int scope = _variables.Count;
                FrontValue item = CallOn(collection, "At", loop.Collection, Read(index));
                BindElement(loop, item);
                LowerStatement(loop.Body);
                Leave(scope);
            },
            () =>
            {
                ThrowIfChanged(versions, loop.Collection);
                Step(index);
            });
    }
}
