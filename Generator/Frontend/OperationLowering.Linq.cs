using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>LINQ over arrays and sequences.</summary>
internal sealed partial class OperationLowering
{
    private static bool IsLinq(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } };

    private FrontValue LowerLinq(IInvocationOperation call, string name)
    {
        IMethodSymbol method = call.TargetMethod;
        FrontValue[] arguments = new FrontValue[call.Arguments.Length];

        foreach (IArgumentOperation argument in call.Arguments)
        {
            arguments[argument.Parameter!.Ordinal] = Lower(WithoutImplicitConversions(argument.Value));
        }

        if (arguments.Any(static a => a is FrontValue.Error))
        {
            return FrontValue.Reported;
        }

        // Which of several lists it is, is decided here.
        return arguments is [FrontValue.Choice, ..] && References.Are(arguments[0])
            ? EachReference(arguments[0], call.Type, name, list => Query(call, [list, .. arguments.Skip(1)], name))
            : Query(call, arguments, name);
    }

    private FrontValue Query(IInvocationOperation call, FrontValue[] arguments, string name)
    {
        IMethodSymbol method = call.TargetMethod;

        if (_bodies.Memory(method) is IMethodSymbol own)
        {
            return CallMemory(own, method, arguments, call, name);
        }

        if (method.Name is "Range" or "Repeat")
        {
            FrontValue first = ConvertTo(arguments[0], method.Parameters[0].Type, call);
            return Sequence(method.Name == "Range" ? SequenceKind.Range : SequenceKind.Repeat, null, first, arguments[1]);
        }

        if (AsSequence(arguments[0]) is not FrontValue.Deferred source)
        {
            return RejectCall(call);
        }

        IMethodSymbol? signature = arguments.Length < 2 ? null
            : (method.Parameters[arguments.Length - 1].Type as INamedTypeSymbol)?.DelegateInvokeMethod;

        return (method.Name, arguments.Length) switch
        {
            ("Select", 2) when signature is { Parameters.Length: 1 } =>
                Sequence(SequenceKind.Select, signature, source, arguments[1]),
            ("Where", 2) when signature is { Parameters.Length: 1 } =>
                Sequence(SequenceKind.Where, signature, source, arguments[1]),
            ("Zip", 2 or 3) when AsSequence(arguments[1]) is FrontValue.Deferred other && IsCounted(source) != IsCounted(other) =>
                CallMemory(_bodies.Zip(method, IsCounted(source)), method, arguments, call, name),
            ("Zip", 2) when AsSequence(arguments[1]) is FrontValue.Deferred other =>
                Sequence(SequenceKind.Zip, null, source, other),
            ("Zip", 3) when AsSequence(arguments[1]) is FrontValue.Deferred other && signature is not null =>
                Sequence(SequenceKind.Zip, signature, source, other, arguments[2]),
            ("Aggregate", 3) when method.Parameters.Length == 3 && signature is { Parameters.Length: 2 } =>
                Fold(source, arguments[1], method.ReturnType, name, call, (state, element) =>
                    Invoke(arguments[2], signature, call, state, element)),
            ("Count", 1) => CountElements(source, call, name),
            ("Count", 2) when signature is not null =>
                CountElements(Sequence(SequenceKind.Where, signature, source, arguments[1]), call, name),
            ("ToArray", 1) => LowerToArray(source, ((IArrayTypeSymbol)method.ReturnType).ElementType, call, name),
            ("ToList", 1) => ToList(source, method.TypeArguments[0], call),
            ("Sum" or "Average" or "Max" or "Min", 1) => Reduce(method, source, call, name),
            ("Sum" or "Average" or "Max" or "Min", 2) when signature is { Parameters.Length: 1 } =>
                Reduce(method, Sequence(SequenceKind.Select, signature, source, arguments[1]), call, name),
            _ => RejectCall(call),
        };
    }

    /// <summary>Calls a method of our own that stands for one of the library's.</summary>
    private FrontValue CallMemory(
        IMethodSymbol own, IMethodSymbol method, IReadOnlyList<FrontValue> arguments, IOperation call, string name)
    {
        // Orders are those of numbers.
        if (own.TypeParameters.Zip(own.TypeArguments, (p, a) => p.ConstraintTypes.IsEmpty || TypeOf(a) is { IsFloating: true } or { IsInteger: true })
            .Contains(false) || arguments.Any(static a => a is FrontValue.Error))
        {
            return arguments.Any(static a => a is FrontValue.Error) ? FrontValue.Reported : RejectCall(call);
        }

        BoundArgument[] bound = [.. arguments.Select((argument, i) => new BoundArgument(
            own.OriginalDefinition.Parameters[i], null,
            argument is FrontValue.Leaf { Operand.Type: IrType.Scalar } ? ConvertTo(argument, method.Parameters[i].Type, call) : argument))];
        return InOwnSource(call, () => InlineBound(own, [.. bound], call, name));
    }

    private FrontValue Fold(
        FrontValue.Deferred source,
        FrontValue seed,
        ITypeSymbol type,
        string name,
        IOperation origin,
        Func<FrontValue, FrontValue, FrontValue> next)
    {
        int scope = _variables.Count;
        Variable state = Declare(name, Resolve(type)!, seed);
        Iterate(source, origin, element =>
        {
            // First the call, which may replace the environment.
            FrontValue value = next(Read(state), element);
            _values[state.Slot] = value;
        });
        FrontValue result = Read(state);
        Leave(scope);
        return result;
    }

    private FrontValue CountElements(FrontValue.Deferred source, IOperation call, string name) =>
        CountOf(source, call) is Operand count
            ? new FrontValue.Leaf(count)
            : Fold(source, new FrontValue.Leaf(Constant.Int(0)), call.Type!, name, call, (state, _) => new FrontValue.Leaf(
                Apply(IrType.Int32, PrimitiveTable.Add, name, ToOperand(state), Constant.Int(1))));

    private FrontValue Reduce(IMethodSymbol method, FrontValue.Deferred source, IInvocationOperation call, string name)
    {
        if (TypeOf(method.ReturnType) is not { IsFloating: true } type)
        {
            return RejectCall(call);
        }

        return method.Name is "Sum" or "Average"
            ? AddUp(source, type, method.Name == "Average", call, name)
            : LowerToArray(source, method.ReturnType, call, "") is FrontValue.Leaf { Operand: { Type: IrType.Array { Element: { IsFloating: true } element } } array }
                && element == type
                ? Extreme(array, type, method.Name == "Max", name)
                : RejectCall(call);
    }

    /// <summary>The library adds in double, also numbers of single precision.</summary>
    private FrontValue AddUp(FrontValue.Deferred source, IrType type, bool isAverage, IInvocationOperation call, string name)
    {
        ITypeSymbol real = _compilation.GetSpecialType(SpecialType.System_Double);
        int scope = _variables.Count;
        Variable sum = Declare("sum", real, new FrontValue.Leaf(Constant.Real(0, IrType.Double)));
        Variable count = Declare(
            "count", _compilation.GetSpecialType(SpecialType.System_Int32), new FrontValue.Leaf(Constant.Int(0)));
        Operand? known = isAverage ? CountOf(source, call) : null;

        Iterate(source, call, element =>
        {
            Operand value = Convert(ToOperand(element), IrType.Double, isChecked: false, call, "");
            _values[sum.Slot] = new FrontValue.Leaf(
                Apply(IrType.Double, PrimitiveTable.Add, "sum", ToOperand(Read(sum)), value));

            if (isAverage && known is null)
            {
                Step(count);
            }
        });

        Operand result = ToOperand(Read(sum));

        if (isAverage)
        {
            Operand number = known ?? ToOperand(Read(count));
            ThrowIfEmpty(number);
            result = Apply(
                IrType.Double, PrimitiveTable.Divide, "", result,
                Convert(number, IrType.Double, isChecked: false, call, ""));
        }

        result = Convert(result, type, isChecked: false, call, name);
        Leave(scope);
        return new FrontValue.Leaf(result);
    }

    private void ThrowIfEmpty(Operand count) => Branch(
        Apply(IrType.Boolean, PrimitiveTable.Equal, "", count, Constant.Int(0)),
        () =>
        {
            Emit(new Statement.Throw("new global::System.InvalidOperationException(\"Sequence contains no elements\")", []));
            _flow = Flow.Thrown;
        },
        static () => { });

    private FrontValue LowerToArray(FrontValue.Deferred source, ITypeSymbol type, IOperation call, string name)
    {
        if (((SequenceCode)source.Code).Kind == SequenceKind.Array && IsMemory(source.Parts[0])
            && call.Type is not IArrayTypeSymbol)
        {
            return source.Parts[0];
        }

        ITypeSymbol element = Resolve(type)!;

        if (TypeOf(element) is null && PartsOf(element) is null)
        {
            return RejectElements(call, element);
        }

        if (CountOf(source, call) is not Operand count)
        {
            return CallOn(ToList(source, type, call), "ToArray", call);
        }

        FrontValue array = NewMemory(element, 1, [count], name)!;
        ForEachIndex(count, index => StoreTo(array, [index], ConvertTo(ElementAt(source, index, call), element, call), call));
        return array;
    }

    private FrontValue.Reference ToList(FrontValue.Deferred source, ITypeSymbol element, IOperation call)
    {
        FrontValue.Reference list = NewCollection(ListOf(Resolve(element)!), call);
        Iterate(source, call, item => CallOn(list, "Add", call, ConvertTo(item, element, call)));
        return list;
    }

    /// <summary>
    /// The greatest or smallest element. Which one it is is decided on values without derivative; elements that tie share
    /// the derivative equally, by an addition of zeros that leaves the value as it is.
    /// </summary>
    private FrontValue Extreme(Operand array, IrType type, bool isMax, string name)
    {
        int scope = _variables.Count;
        ITypeSymbol integer = _compilation.GetSpecialType(SpecialType.System_Int32);
        ITypeSymbol real = _compilation.GetSpecialType(
            type == IrType.Single ? SpecialType.System_Single : SpecialType.System_Double);
        Operand length = LengthOf(array);
        ThrowIfEmpty(length);
        Variable best = Declare("best", real, new FrontValue.Leaf(Held(Element(Constant.Int(0)))));
        Variable at = Declare("at", integer, new FrontValue.Leaf(Constant.Int(0)));
        Variable ties = Declare("ties", integer, new FrontValue.Leaf(Constant.Int(0)));

        ForEachIndex(length, index =>
        {
            Value value = Held(Element(index));
            Operand known = ToOperand(Read(best));
            Branch(Beats(value, known, isMax), () => Take(value, index), () => Branch(
                Apply(IrType.Boolean, PrimitiveTable.Equal, "", value, known), () => Step(ties), static () => { }));
        });

        FrontValue result = BranchValue(
            Both(
                Apply(IrType.Boolean, PrimitiveTable.Greater, "", ToOperand(Read(ties)), Constant.Int(1)),
                () => IsFinite(ToOperand(Read(best)))),
            real, name, Shared, () => new FrontValue.Leaf(Element(ToOperand(Read(at)))));
        Leave(scope);
        return result;

        Value Element(Operand index) => LoadFrom(array, [index], "");

        Value Held(Operand operand) => Let(operand.Type, new Expr.Verbatim("{0}", [operand]));

        // Infinities cannot be told apart by adding what they differ in.
        Operand IsFinite(Operand operand) => Apply(
            IrType.Boolean, PrimitiveTable.Equal, "",
            Apply(type, PrimitiveTable.Subtract, "", operand, operand), Constant.Zero(type));

        void Take(Operand value, Operand index)
        {
            _values[best.Slot] = new FrontValue.Leaf(value);
            _values[at.Slot] = new FrontValue.Leaf(index);
            _values[ties.Slot] = new FrontValue.Leaf(Constant.Int(1));
        }

        FrontValue Shared()
        {
            Variable share = Declare("share", real, Read(best));
            Operand count = Convert(ToOperand(Read(ties)), type, isChecked: false, null!, "");
            ForEachIndex(length, index =>
            {
                Value own = Element(index);
                Value held = Held(own);
                Branch(Apply(IrType.Boolean, PrimitiveTable.Equal, "", held, ToOperand(Read(best))), () =>
                {
                    Value zero = Apply(type, PrimitiveTable.Subtract, "", own, held);
                    Value part = Apply(type, PrimitiveTable.Divide, "", zero, count);
                    _values[share.Slot] = new FrontValue.Leaf(
                        Apply(type, PrimitiveTable.Add, "share", ToOperand(Read(share)), part));
                }, static () => { });
            });
            return Read(share);
        }
    }

    /// <summary>NaN is less than everything: a maximum passes it over, a minimum is it.</summary>
    private Operand Beats(Operand value, Operand best, bool isMax)
    {
        Operand isBetter = Apply(
            IrType.Boolean, isMax ? PrimitiveTable.Greater : PrimitiveTable.Less, "", value, best);
        Operand suspect = isMax ? best : value;
        return Either(isBetter, () => Apply(IrType.Boolean, PrimitiveTable.NotEqual, "", suspect, suspect));
    }
}
