using System.Runtime.CompilerServices;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Patterns: each is a condition on the value that is matched, and may name parts of it.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>What the members that a property pattern names are members of, innermost last.</summary>
    private readonly Stack<FrontValue> _patternInputs = new();

    private FrontValue.Leaf LowerIsPattern(IIsPatternOperation test)
    {
        Predeclare(test.Pattern);
        return new FrontValue.Leaf(Match(test.Pattern, Lower(test.Value)));
    }

    private FrontValue LowerIsType(IIsTypeOperation test)
    {
        FrontValue value = Lower(test.ValueOperand);

        if (test.TypeOperand.Name == "ICollection" && IsSequenceType(test.TypeOperand)
            && AsSequence(value) is { Code: SequenceCode { Kind: SequenceKind kind } })
        {
            bool isKept = kind is SequenceKind.Array or SequenceKind.Collection;
            return new FrontValue.Leaf(Constant.Of(isKept != test.IsNegated));
        }

        Operand matches = value is FrontValue.Aggregate && Underlying(test.ValueOperand.Type) is not null
            ? Both(HasValue(value), () => MatchType(test, test.TypeOperand, test.ValueOperand.Type, ValueOf(value)))
            : MatchType(test, test.TypeOperand, test.ValueOperand.Type, value);
        return new FrontValue.Leaf(test.IsNegated ? Opposite(matches) : matches);
    }

    /// <summary>Whether a value matches; what the pattern declares must have been declared before.</summary>
    private Operand Match(IPatternOperation pattern, FrontValue input)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();

        return input is FrontValue.Error ? Constant.False
            : input is FrontValue.Aggregate && Underlying(pattern.InputType) is not null && NeedsValue(pattern)
                ? MatchMissing(pattern is IConstantPatternOperation constant ? constant.Value : null, input, value =>
                    MatchPlain(pattern, value))
            : MatchPlain(pattern, input);
    }

    /// <summary>Whether a pattern looks at the value: what is missing matches none but null.</summary>
    private static bool NeedsValue(IPatternOperation pattern) => pattern is not (IDiscardPatternOperation
        or INegatedPatternOperation or IBinaryPatternOperation or IDeclarationPatternOperation { MatchesNull: true });

    private Operand MatchMissing(IOperation? constant, FrontValue input, Func<FrontValue, Operand> match) =>
        constant is not null && IsNull(WithoutImplicitConversions(constant))
            ? Opposite(HasValue(input))
            : Both(HasValue(input), () => match(ValueOf(input)));

    private Operand MatchPlain(IPatternOperation pattern, FrontValue input) => pattern switch
    {
        IDiscardPatternOperation => Constant.True,
        IConstantPatternOperation constant => MatchValue(constant.Value, input),
        IRelationalPatternOperation relation => MatchRelation(relation, input),
        INegatedPatternOperation negated => Opposite(Match(negated.Pattern, input)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            Either(Match(either.LeftPattern, input), () => Match(either.RightPattern, input)),
        IBinaryPatternOperation both =>
            Both(Match(both.LeftPattern, input), () => Match(both.RightPattern, input)),
        IDeclarationPatternOperation declaration => MatchDeclaration(declaration, input),
        ITypePatternOperation type => MatchType(type, type.MatchedType, type.InputType, input),
        IRecursivePatternOperation recursive => MatchParts(recursive, input),
        IListPatternOperation list => MatchList(list, input),
        _ => RejectPattern(pattern),
    };

    private Constant RejectPattern(IOperation pattern)
    {
        Reject(pattern, Reasons.Pattern);
        return Constant.False;
    }

    private Operand MatchValue(IOperation value, FrontValue input) => input switch
    {
        FrontValue.Leaf { Operand: Operand operand } => MatchConstant(value, operand),
        FrontValue.Columns or FrontValue.Rows when IsNull(WithoutImplicitConversions(value)) =>
            Opposite(IsThere(input, value)!),
        _ when References.Are(input) && IsNull(WithoutImplicitConversions(value)) =>
            Test(input, value, static r => Constant.Of(r.Cell < 0)),
        _ => RejectPattern(value),
    };

    private Operand MatchConstant(IOperation constant, Operand operand)
    {
        if (operand.Type is IrType.Array && IsNull(constant))
        {
            return Opposite(IsThere(new FrontValue.Leaf(operand), constant)!);
        }

        Operand value = Underlying(constant.Type) is null
            ? LowerOperand(constant)
            : Convert(LowerOperand(WithoutImplicitConversions(constant)), operand.Type, isChecked: false, constant, "");

        return (operand, value) switch
        {
            (Constant own, Constant its) when own.Kind == its.Kind => Constant.Of(own.Number.Equals(its.Number)),
            (_, Constant { Kind: ScalarKind.Boolean } truth) => truth.Bits != 0 ? operand : Opposite(operand),
            // As a pattern NaN equals itself.
            (_, Constant { Number: double.NaN }) => Apply(IrType.Boolean, PrimitiveTable.NotEqual, "", operand, operand),
            _ => Compare(constant, BinaryOperatorKind.Equals, operand, value),
        };
    }

    private Operand MatchRelation(IRelationalPatternOperation pattern, FrontValue input) =>
        input is FrontValue.Leaf { Operand: Operand operand }
            ? Compare(pattern, pattern.OperatorKind, operand, LowerOperand(pattern.Value))
            : RejectPattern(pattern);

    private Operand Compare(IOperation origin, BinaryOperatorKind kind, Operand left, Operand right) =>
        left.Type == right.Type
            ? ToOperand(Binary(new Operator(origin, kind, IsChecked: false), IrType.Boolean, left, right, ""))
            : RejectPattern(origin);

    private Operand MatchDeclaration(IDeclarationPatternOperation pattern, FrontValue input)
    {
        Operand matches = pattern.MatchesNull || pattern.MatchedType is null
            ? Constant.True
            : MatchType(pattern, pattern.MatchedType, pattern.InputType, input);
        Name(pattern.DeclaredSymbol, pattern.MatchesNull ? input : Narrowed(input, pattern.MatchedType));
        return matches;
    }

    /// <summary>Where a pattern has matched, it is one of the objects that do.</summary>
    private FrontValue Narrowed(FrontValue input, ITypeSymbol? type) => !References.Are(input) || type is null
        ? input
        : References.Narrow(input, r => Fits(r, type)) is FrontValue narrowed ? Unboxed(narrowed, Resolve(type)!)
        : ZeroOf(type);

    private void Name(ISymbol? symbol, FrontValue? value)
    {
        if (symbol is not null && _frame.Places.TryGetValue(symbol, out Place? place) && place is Place.Local local)
        {
            _values[local.Variable.Slot] = value;
        }
    }

    /// <summary>A value type is what it says; what an object is shows where it was made.</summary>
    private Operand MatchType(IOperation origin, ITypeSymbol type, ITypeSymbol? declared, FrontValue input) =>
        References.Are(input) ? Test(input, origin, r => Constant.Of(Fits(r, type)))
            : (Underlying(declared) ?? Resolve(declared)) is { IsValueType: true } known
            && SymbolEqualityComparer.Default.Equals(Resolve(type), known)
            && input is FrontValue.Leaf or FrontValue.Aggregate
            ? Constant.True
            : RejectPattern(origin);

    /// <summary>The rest of a pattern, where the object is known to be of its type.</summary>
    private Operand MatchPositions(IRecursivePatternOperation pattern, FrontValue input)
    {
        Operand matches = Constant.True;

        if (Resolve(pattern.MatchedType) is not INamedTypeSymbol type
            || Deconstruct(input, type, pattern.DeconstructionSubpatterns.Length, pattern) is not FrontValue.Aggregate parts)
        {
            return RejectPattern(pattern);
        }

        for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            int index = i;
            matches = Both(matches, () => Match(pattern.DeconstructionSubpatterns[index], parts.Elements[index]));
        }

        foreach (IPropertySubpatternOperation part in pattern.PropertySubpatterns)
        {
            matches = Both(matches, () => Match(part.Pattern, LowerMember(part.Member, input)));
        }

        Name(pattern.DeclaredSymbol, input);
        return matches;
    }

    private Operand MatchParts(IRecursivePatternOperation pattern, FrontValue input)
    {
        ITypeSymbol? declared = Underlying(pattern.InputType) ?? Resolve(pattern.InputType);
        Operand matches = declared is { IsValueType: true }
            && SymbolEqualityComparer.Default.Equals(Resolve(pattern.MatchedType), declared)
                ? Constant.True
                : IsMemory(input) ? IsThere(input, pattern)!
                    : MatchType(pattern, pattern.MatchedType, pattern.InputType, input);

        input = Narrowed(input, pattern.MatchedType);
        FrontValue parts = input;

        if (pattern.DeconstructSymbol is not null)
        {
            if (matches is not Constant decided)
            {
                return input is FrontValue.Reference
                    ? Both(matches, () => MatchPositions(pattern, input))
                    : RejectPattern(pattern);
            }

            parts = decided.Bits != 0 && Resolve(pattern.MatchedType) is INamedTypeSymbol type
                ? Deconstruct(input, type, pattern.DeconstructionSubpatterns.Length, pattern)
                : input;
        }

        for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            IPatternOperation part = pattern.DeconstructionSubpatterns[i];
            int index = i;
            matches = matches is Constant { Bits: 0 } || parts is FrontValue.Error ? Constant.False
                : parts is FrontValue.Aggregate tuple && i < tuple.Elements.Count
                ? Both(matches, () => Match(part, tuple.Elements[index]))
                : RejectPattern(part);
        }

        foreach (IPropertySubpatternOperation part in pattern.PropertySubpatterns)
        {
            matches = Both(matches, () => Match(part.Pattern, LowerMember(part.Member, input)));
        }

        Name(pattern.DeclaredSymbol, input);
        return matches;
    }

    /// <summary>A list pattern: first the length, then the elements from both ends, then what is between.</summary>
    private Operand MatchList(IListPatternOperation pattern, FrontValue input)
    {
        if (MemoryOf(pattern.InputType) is not { Rank: 1 } type || AsView(input, pattern) is not FrontValue.View view)
        {
            return RejectPattern(pattern);
        }

        int slice = Enumerable.Range(0, pattern.Patterns.Length)
            .Where(i => pattern.Patterns[i] is ISlicePatternOperation).DefaultIfEmpty(-1).First();
        int count = slice < 0 ? pattern.Patterns.Length : pattern.Patterns.Length - 1;
        BinaryOperatorKind kind = slice < 0 ? BinaryOperatorKind.Equals : BinaryOperatorKind.GreaterThanOrEqual;
        Operand matches = ToOperand(Binary(
            new Operator(pattern, kind, IsChecked: false), IrType.Boolean, view.Length, Constant.Int(count), ""));

        for (int i = 0; i < pattern.Patterns.Length; i++)
        {
            IPatternOperation part = pattern.Patterns[i];
            int position = i;
            matches = part is ISlicePatternOperation between
                ? between.Pattern is null ? matches : Both(matches, () => Match(between.Pattern, Between(position)))
                : Both(matches, () => Match(part, Element(position)));
        }

        Name(pattern.DeclaredSymbol, input);
        return matches;

        FrontValue Element(int i)
        {
            Operand at = slice >= 0 && i > slice
                ? Subtract(view.Length, Constant.Int(pattern.Patterns.Length - i))
                : Constant.Int(i);
            return LoadFrom(view.Memory, [Sum(view.Offset, at)], "");
        }

        FrontValue Between(int i)
        {
            FrontValue.View rest = view with
            {
                Offset = Sum(view.Offset, Constant.Int(i)),
                Length = Subtract(view.Length, Constant.Int(count)),
            };
            return type.Kind == ArrayKind.Array ? CopyOf(rest, "") : rest;
        }
    }

    private FrontValue LowerMember(IOperation member, FrontValue whole)
    {
        _patternInputs.Push(whole);
        FrontValue value = Lower(member);
        _patternInputs.Pop();
        return value;
    }

    private Operand Both(Operand first, Func<Operand> second) => first is Constant { Bits: 0 }
        ? first
        : Condition(first, second, static () => Constant.False);

    private Operand Either(Operand first, Func<Operand> second) => first is Constant { Bits: not 0 }
        ? first
        : Condition(first, static () => Constant.True, second);

    private Operand Condition(Operand first, Func<Operand> then, Func<Operand> otherwise) => ToOperand(BranchValue(
        first,
        _compilation.GetSpecialType(SpecialType.System_Boolean),
        "",
        () => new FrontValue.Leaf(then()),
        () => new FrontValue.Leaf(otherwise())));

    private Operand Opposite(Operand condition) => condition is Constant known
        ? Constant.Of(known.Bits == 0)
        : Not(condition);
}
