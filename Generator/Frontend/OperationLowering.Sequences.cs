using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Sequences: arrays, what LINQ makes of them, and iterators. Going through one lowers what is done with an element at the
/// place where the element comes up, so that nothing is left of the sequence but loops.
/// </summary>
internal sealed partial class OperationLowering
{
    private static FrontValue.Deferred Sequence(SequenceKind kind, IMethodSymbol? method, params FrontValue[] parts) =>
        new(new SequenceCode(kind, method), parts.ToEquatable());

    /// <summary>An array is a sequence too; null for what is none.</summary>
    private FrontValue.Deferred? AsSequence(FrontValue value) => value switch
    {
        FrontValue.Reference when CollectionOf(value) is not null => Sequence(SequenceKind.Collection, null, value),
        FrontValue.Deferred { Code: SequenceCode } sequence => sequence,
        FrontValue.View => Sequence(SequenceKind.Array, null, value),
        _ when IsMemory(value) && RankOf(value) == 1 => Sequence(SequenceKind.Array, null, value),
        _ => null,
    };

    private void Iterate(FrontValue.Deferred sequence, IOperation origin, Action<FrontValue> body)
    {
        SequenceCode code = (SequenceCode)sequence.Code;

        if (CountOf(sequence, origin) is Operand count)
        {
            List<(FrontValue, Operand)> versions = VersionsOf(sequence, origin);
            ForEachIndex(count, index =>
            {
                body(ElementAt(sequence, index, origin));

                if (_flow == Flow.Live)
                {
                    ThrowIfChanged(versions, origin);
                }
            });
        }
        else if (code.Kind == SequenceKind.Iterator)
        {
            RunIterator(code, sequence, origin, body);
        }
        else if (AsSequence(sequence.Parts[0]) is not FrontValue.Deferred source)
        {
            Reject(origin, Reasons.Sequence);
        }
        else if (code.Kind == SequenceKind.Select)
        {
            Iterate(source, origin, element => body(Invoke(sequence.Parts[1], code.Method!, origin, element)));
        }
        else if (code.Kind == SequenceKind.Where)
        {
            Iterate(source, origin, element => Branch(
                ToOperand(Invoke(sequence.Parts[1], code.Method!, origin, element)),
                () => body(element),
                static () => { }));
        }
        else
        {
            Reject(origin, Reasons.Sequence);
        }
    }

    /// <summary>The number of elements where it is known before; null elsewhere.</summary>
    private Operand? CountOf(FrontValue.Deferred sequence, IOperation origin)
    {
        switch (((SequenceCode)sequence.Code).Kind)
        {
            case SequenceKind.Array:
                return sequence.Parts[0] is FrontValue.View view ? view.Length : LengthOf(sequence.Parts[0]);
            case SequenceKind.Collection:
                return ToOperand(CallOn(sequence.Parts[0], "Count", origin));
            case SequenceKind.Range or SequenceKind.Repeat:
                return ToOperand(sequence.Parts[1]);
            case SequenceKind.Select when AsSequence(sequence.Parts[0]) is FrontValue.Deferred source:
                return CountOf(source, origin);
            case SequenceKind.Zip when AsSequence(sequence.Parts[0]) is FrontValue.Deferred first
                && AsSequence(sequence.Parts[1]) is FrontValue.Deferred second:
                return CountOf(first, origin) is Operand left && CountOf(second, origin) is Operand right
                    ? Apply(IrType.Int32, PrimitiveTable.Min, "", left, right)
                    : null;
            default:
                return null;
        }
    }

    private FrontValue ElementAt(FrontValue.Deferred sequence, Operand index, IOperation origin)
    {
        SequenceCode code = (SequenceCode)sequence.Code;

        switch (code.Kind)
        {
            case SequenceKind.Array:
                return sequence.Parts[0] is FrontValue.View view
                    ? LoadFrom(view.Memory, [Sum(view.Offset, index)], "")
                    : LoadFrom(sequence.Parts[0], [index], "");
            case SequenceKind.Collection:
                return CallOn(sequence.Parts[0], "At", origin, new FrontValue.Leaf(index));
            case SequenceKind.Range:
                return new FrontValue.Leaf(
                    Apply(IrType.Int32, PrimitiveTable.Add, "", ToOperand(sequence.Parts[0]), index));
            case SequenceKind.Repeat:
                return sequence.Parts[0];
            case SequenceKind.Select:
                return Invoke(sequence.Parts[1], code.Method!, origin, ElementAt(AsSequence(sequence.Parts[0])!, index, origin));
            default:
                FrontValue first = ElementAt(AsSequence(sequence.Parts[0])!, index, origin);
                FrontValue second = ElementAt(AsSequence(sequence.Parts[1])!, index, origin);
                return code.Method is null
                    ? new FrontValue.Aggregate([first, second])
                    : Invoke(sequence.Parts[2], code.Method, origin, first, second);
        }
    }

    /// <summary>Calls the delegate that was given to a method of the library.</summary>
    private FrontValue Invoke(FrontValue target, IMethodSymbol signature, IOperation origin, params FrontValue[] arguments) =>
        Invoke(
            target,
            [.. arguments.Select((argument, i) => new BoundArgument(signature.Parameters[i], null, argument))],
            origin,
            signature.ReturnType,
            "");

    private void ForEachIndex(Operand count, Action<Operand> body)
    {
        int scope = _variables.Count;
        int depth = _open.Count;
        ITypeSymbol integer = _compilation.GetSpecialType(SpecialType.System_Int32);
        Variable index = Declare("i", integer, new FrontValue.Leaf(Constant.Int(0)));
        LoopHead head = EnterLoop();
        Begin();
        Operand test = Apply(IrType.Boolean, PrimitiveTable.Less, "", ToOperand(Read(index)), count);
        Block condition = _builder.End(test);
        Begin();
        body(ToOperand(Read(index)));

        if (_flow == Flow.Live)
        {
            Step(index);
        }

        CloseDownTo(depth);

        if (Disagreement(head) is { } shapes)
        {
            Rewind(head, shapes, scope);
            ForEachIndex(count, body);
            return;
        }

        FinishLoop(head, condition, testFlags: true);
        Leave(scope);
        GuardExits();
    }

    private void RunIterator(
        SequenceCode code, FrontValue.Deferred sequence, IOperation origin, Action<FrontValue> body)
    {
        IMethodSymbol method = code.Method!;
        IMethodSymbol definition = Written(method);
        bool isInstance = !method.IsStatic && method.MethodKind != MethodKind.LocalFunction;
        List<BoundArgument> arguments = [.. sequence.Parts.Skip(isInstance ? 1 : 0)
            .Select((part, i) => new BoundArgument(definition.Parameters[i], null, part))];

        if (isInstance && sequence.Parts[0] is not (FrontValue.Reference or FrontValue.Aggregate))
        {
            Reject(origin, Reasons.Undecided);
            return;
        }

        Receiver? receiver = !isInstance ? null
            : sequence.Parts[0] is FrontValue.Reference self ? CellOf(self, origin) is Place.Cell cell ? new Receiver(cell, null) : null
            : new Receiver(null, sequence.Parts[0]);

        if (isInstance && receiver is null)
        {
            return;
        }

        CallFrame consumer = _frame;
        (bool quotes, SyntaxNode? site) = (_quotes, _libraryCall);
        Activation activation = new(method, arguments, "", Prepare, receiver);
        Action run = () => EnterFrame(activation, depth => LowerBody(_bodies.Of(method)!, depth));

        if (method.ContainingNamespace.ToDisplayString() == NumericSource.Namespace)
        {
            InOwnSource(origin, () =>
            {
                run();
                return FrontValue.Nothing;
            });
        }
        else
        {
            run();
        }

        void Prepare(CallFrame frame)
        {
            if (code.Around is CallFrame around)
            {
                frame.Surround(around);
            }

            AddTypeArguments(frame, method);
            frame.Yield = element =>
            {
                CallFrame iterator = _frame;
                (bool ownQuotes, SyntaxNode? ownSite) = (_quotes, _libraryCall);

                if (CountInlined(method, origin) is null)
                {
                    (_frame, _quotes, _libraryCall) = (consumer, quotes, site);
                    body(element);
                    (_frame, _quotes, _libraryCall) = (iterator, ownQuotes, ownSite);
                }
            };
        }
    }

    /// <summary>The call of an iterator runs nothing yet.</summary>
    private FrontValue? LowerIteratorCall(IMethodSymbol method, List<BoundArgument> bound, IOperation call, Receiver? receiver)
    {
        if (!_bodies.IsIterator(method))
        {
            return null;
        }

        bool isPlain = method is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, ReturnType.Name: "IEnumerable" }
            && bound.All(static b => b.Place is null)
            && !_bodies.Calls.IsRecursive(method);
        FrontValue? self = method.IsStatic || method.MethodKind == MethodKind.LocalFunction ? null
            : receiver?.Place is Place.Cell cell ? ReferenceTo(cell)
            : receiver?.Value ?? (receiver?.Place is Place place ? Load(place, "", call) : null);

        return isPlain
            ? Sequence(
                SequenceKind.Iterator,
                WithTypeArguments(method),
                [.. self is null ? [] : new[] { self }, .. bound.OrderBy(static b => b.Parameter.Ordinal).Select(static b => b.Value!)])
                with
            {
                Code = new SequenceCode(SequenceKind.Iterator, WithTypeArguments(method))
                {
                    Around = method.MethodKind == MethodKind.LocalFunction ? _frame : null,
                },
            }
            : Refuse(Diagnostics.DiagnosticDescriptors.UnknownIterator, call);
    }

    private static bool IsSequenceType(ITypeSymbol? type) => type is INamedTypeSymbol { TypeArguments.Length: 1 } named
        && (named.ContainingNamespace.ToDisplayString(), named.Name) is
            ("System.Collections.Generic", "IEnumerable" or "IReadOnlyList" or "IList" or "IReadOnlyCollection" or "ICollection")
            or ("System.Linq", "IOrderedEnumerable");

    /// <summary>Whether the number of elements is known before they are gone through.</summary>
    private bool IsCounted(FrontValue.Deferred sequence) => ((SequenceCode)sequence.Code).Kind switch
    {
        SequenceKind.Array or SequenceKind.Collection or SequenceKind.Range or SequenceKind.Repeat => true,
        SequenceKind.Select => AsSequence(sequence.Parts[0]) is FrontValue.Deferred source && IsCounted(source),
        SequenceKind.Zip => sequence.Parts.Take(2).All(part => AsSequence(part) is FrontValue.Deferred source && IsCounted(source)),
        _ => false,
    };

    private void LowerForEachOf(IForEachLoopOperation loop, IOperation collection)
    {
        FrontValue value = Lower(collection);

        if (CollectionOf(value) is not null)
        {
            LowerForEachIn(loop, value);
            return;
        }

        if (value is FrontValue.Choice && References.Are(value))
        {
            EachReference(value, type: null, "", list =>
            {
                LowerForEachIn(loop, list);
                return FrontValue.Nothing;
            });
            return;
        }

        if (AsSequence(value) is FrontValue.Deferred sequence)
        {
            LowerForEachOf(loop, sequence);
        }
        else
        {
            RejectSequence(collection, value);
        }
    }

    private void LowerForEachOf(IForEachLoopOperation loop, FrontValue.Deferred sequence)
    {
        int scope = _variables.Count;
        int depth = _open.Count;
        (Variable broke, Variable continued) = DeclareExits(loop);

        Iterate(sequence, loop.Collection, item =>
        {
            int inside = _variables.Count;
            int open = _open.Count;
            BindElement(loop, item);
            LowerStatement(loop.Body);
            Leave(inside);
            Land(continued, open);
        });

        Land(broke, depth);
        Leave(scope);
    }
}
