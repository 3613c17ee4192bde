using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Members of an object of which conditions say which one it is: what runs, and what is read or written, is decided in
/// branches, one for each object that it can be.
/// </summary>
internal sealed partial class OperationLowering
{
    private const string NullReference = "new global::System.NullReferenceException()";
    private const string InvalidCast = "new global::System.InvalidCastException()";

    /// <summary>Does something with the object that a reference refers to, whichever it is.</summary>
    private FrontValue Each(
        FrontValue reference, ITypeSymbol? type, string name, IOperation origin, Func<Place.Cell, FrontValue> body) =>
        References.Are(reference)
            ? EachReference(reference, type, name, part => part switch
            {
                FrontValue.Reference { Cell: < 0 } when !ReferenceEquals(part, reference) => Throw(NullReference),
                _ => CellOf(part, origin) is Place.Cell cell ? body(cell) : FrontValue.Reported,
            })
            : CellOf(reference, origin) is null ? FrontValue.Reported : throw new InvalidOperationException("No object.");

    private FrontValue EachReference(
        FrontValue reference, ITypeSymbol? type, string name, Func<FrontValue.Reference, FrontValue> body)
    {
        if (reference is not FrontValue.Choice choice)
        {
            return body((FrontValue.Reference)reference);
        }

        if (type is null or { SpecialType: SpecialType.System_Void })
        {
            Branch(
                choice.Condition,
                () => EachReference(choice.Then, type, name, body),
                () => EachReference(choice.Otherwise, type, name, body));
            return FrontValue.Nothing;
        }

        return BranchValue(
            choice.Condition,
            type,
            name,
            () => EachReference(choice.Then, type, "", body),
            () => EachReference(choice.Otherwise, type, "", body));
    }

    private FrontValue Throw(string exception)
    {
        Emit(new Statement.Throw(exception, []));
        _flow = Flow.Thrown;
        return FrontValue.Nothing;
    }

    private FrontValue LowerObjectCall(IInvocationOperation call, FrontValue self, string name)
    {
        if (self is not FrontValue.Choice)
        {
            return CellOf(self, call) is Place.Cell cell
                ? FindTarget(call.TargetMethod, cell.Type, call.IsVirtual) is IMethodSymbol target
                    ? WhereItIsOwn(
                        target, call, () => Inline(target, call.Arguments, call, name, new Receiver(cell, null)))
                    : RejectTarget(call, cell.Type)
                : FrontValue.Reported;
        }

        List<BoundArgument> bound = BindArguments(call.TargetMethod, call.Arguments);
        return Each(self, call.Type, name, call, cell =>
            FindTarget(call.TargetMethod, cell.Type, call.IsVirtual) is IMethodSymbol target
                ? Obstacle(target, call) ?? WhereItIsOwn(target, call, () => InlineBound(
                    target, Rebind(target, bound), call, name, new Receiver(cell, null)))
                : RejectTarget(call, cell.Type));
    }

    /// <summary>The same arguments for a method that overrides or implements the one they were evaluated for.</summary>
    private static List<BoundArgument> Rebind(IMethodSymbol method, List<BoundArgument> bound)
    {
        IMethodSymbol definition = Written(method);
        return [.. bound.Select(b => b with { Parameter = definition.Parameters[b.Parameter.Ordinal] })];
    }

    /// <summary>The symbol whose parameters stand in the body.</summary>
    private static IMethodSymbol Written(IMethodSymbol method) =>
        method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition;

    /// <summary>The place of a member of an object, whichever it is.</summary>
    private Place PlaceIn(FrontValue reference, ITypeSymbol type, IOperation origin, Func<Place.Cell, Place> member)
    {
        if (reference is FrontValue.Choice choice && References.Are(choice))
        {
            return new Place.Either(choice.Condition, Part(choice.Then), Part(choice.Otherwise), type);
        }

        return CellOf(reference, origin) is Place.Cell cell ? member(cell) : new Place.Discard();

        Place Part(FrontValue part) =>
            part is FrontValue.Reference { Cell: < 0 } ? new Place.Null() : PlaceIn(part, type, origin, member);
    }

    private FrontValue FetchEither(Place.Either either, string name, IOperation? origin) => IsPlain(either)
        ? Select(either.Condition, name, Fetch(either.Then, "", origin), Fetch(either.Otherwise, "", origin))
        : BranchValue(
            either.Condition, either.Type, name, () => Fetch(either.Then, "", origin), () => Fetch(either.Otherwise, "", origin));

    /// <summary>Whether to read a place runs no code of the user's and cannot fail.</summary>
    private static bool IsPlain(Place place) => place switch
    {
        Place.Property or Place.Null or Place.Element => false,
        Place.Either either => IsPlain(either.Then) && IsPlain(either.Otherwise),
        Place.Member member => IsPlain(member.Whole),
        _ => true,
    };

    /// <summary>Whether a reference is one of the objects that hold.</summary>
    private Operand Test(FrontValue reference, IOperation origin, Func<FrontValue.Reference, Operand> holds)
    {
        switch (reference)
        {
            case FrontValue.Choice choice:
                return Condition(
                    choice.Condition,
                    () => Test(choice.Then, origin, holds),
                    () => Test(choice.Otherwise, origin, holds));
            case FrontValue.Reference own:
                return holds(own);
            default:
                Checked(reference, origin);
                return Constant.False;
        }
    }

    /// <summary>Whether an object is what a type says.</summary>
    private bool Fits(FrontValue.Reference reference, ITypeSymbol? type) =>
        reference.Cell >= 0
        && Resolve(type) is ITypeSymbol target
        && _compilation.ClassifyCommonConversion(_objectTypes[reference.Type], target)
            is { Exists: true, IsImplicit: true, IsUserDefined: false };

    /// <summary>Compares two references.</summary>
    private FrontValue Compare(FrontValue left, FrontValue right, bool equal, IOperation origin)
    {
        Operand same = Test(left, origin, one => Test(right, origin, other => Same(one, other, origin)));
        return new FrontValue.Leaf(equal ? same : Opposite(same));
    }

    private Constant Same(FrontValue.Reference one, FrontValue.Reference other, IOperation origin)
    {
        // A copy stands for its object in everything but this.
        if (one.Cell >= 0 && other.Cell >= 0 && (_copied.Contains(one.Cell) || _copied.Contains(other.Cell)))
        {
            Reject(origin, Reasons.ComparedCopy);
        }

        return Constant.Of(one.Cell == other.Cell);
    }

    /// <summary>A cast of a reference: where the object is of another type, it fails, or gives null.</summary>
    private FrontValue Cast(IConversionOperation conversion, FrontValue value, string name)
    {
        if (conversion.IsImplicit || IsSameType(conversion))
        {
            return value;
        }

        ITypeSymbol type = Resolve(conversion.Type)!;
        return EachReference(value, type, name, part =>
            (part.Cell < 0 && type.IsReferenceType) || Fits(part, type) ? Unboxed(part, type)
            : conversion.IsTryCast ? FrontValue.Null
            : value is FrontValue.Reference ? Reject(conversion, Reasons.WrongCast)
            : Throw(InvalidCast));
    }

    private FrontValue Unboxed(FrontValue objects, ITypeSymbol type) =>
        type.IsReferenceType ? objects : FieldsOf(objects);

    /// <summary>A struct that is seen as an object is copied into one.</summary>
    private FrontValue? Box(FrontValue value, IConversionOperation conversion) =>
        value is FrontValue.Aggregate
            && Resolve(conversion.Type) is { IsReferenceType: true, TypeKind: TypeKind.Interface or TypeKind.Class }
            && Resolve(conversion.Operand.Type) is INamedTypeSymbol { IsValueType: true, IsTupleType: false } type
            ? ReferenceTo(Allocate(type, value))
            : null;
}
