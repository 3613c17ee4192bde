using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>A call of a method that calls itself, taken apart.</summary>
internal sealed partial class OperationLowering
{
    private sealed class RoutineCall
    {
        private readonly OperationLowering _lowering;
        private readonly IOperation _origin;
        private readonly Place? _self;
        private readonly List<(ISymbol Symbol, Place Place)> _captured = [];
        private readonly int[] _cells;

        public RoutineCall(
            OperationLowering lowering, IMethodSymbol method, List<BoundArgument> arguments, IOperation origin, Receiver? receiver)
        {
            _lowering = lowering;
            _origin = origin;
            Method = method;
            Arguments = [.. arguments.OrderBy(static b => b.Parameter.Ordinal)];
            bool isLocal = method.MethodKind == MethodKind.LocalFunction;
            Caller = isLocal ? lowering._frame : null;
            _self = isLocal ? lowering._frame.This : receiver?.Place;
            Self = receiver;

            if (isLocal)
            {
                Capture();
            }

            Result = method.ReturnsVoid ? new RoutineResult(null, null) : ResultOf(lowering.ReturnType(method, frame => Prepare(lowering, frame)));
            Outs = [.. Arguments.Where(static b => b.Place is not null).Select(OutOf)];
            (Inputs, _cells) = Read();
        }

        public IMethodSymbol Method { get; }

        public List<BoundArgument> Arguments { get; }

        /// <summary>What it is called on, if it is an instance's.</summary>
        public Receiver? Self { get; }

        /// <summary>The frame around a local function.</summary>
        public CallFrame? Caller { get; }

        public RoutineResult Result { get; }

        /// <summary>What it is given by reference.</summary>
        public IReadOnlyList<RoutineResult> Outs { get; }

        public RoutineInputs Inputs { get; }

        public bool HasForeignDelegate => Inputs.Whole.Elements.Any(HasForeignCode);

        /// <summary>
        /// Whether two of the variables that it is given can be the same one, or an element of an array that it is given.
        /// </summary>
        public bool HasTwoNames
        {
            get
            {
                Place[] places =
                [
                    .. Arguments.Select(static b => b.Place).OfType<Place>().Where(static p => p is not Place.Discard),
                    .. _captured.Select(static c => c.Place),
                    .. _self is null or Place.Cell ? [] : new[] { _self },
                ];
                object?[] roots = [.. places.Select(RootOf)];
                return roots.Contains(null) || roots.Distinct().Count() < roots.Length
                    || roots.OfType<int>().Any(cell => _cells.Contains(cell))
                    || (roots.OfType<IrType>().Any() && OperandsOf(Inputs.Whole).Any(static o => o.Type is IrType.Array));
            }
        }

        /// <summary>Tells a frame what type parameters stand for.</summary>
        public void Prepare(OperationLowering lowering, CallFrame frame)
        {
            foreach (KeyValuePair<ITypeSymbol, ITypeSymbol> argument in Caller?.TypeArguments ?? [])
            {
                frame.TypeArguments[argument.Key] = argument.Value;
            }

            lowering.AddTypeArguments(frame, Method);
        }

        /// <summary>Gives what it has changed its new value; <paramref name="position"/> is that in the state.</summary>
        public void WriteState(int position, FrontValue value)
        {
            value = value.MapReferences(reference =>
                reference.Cell < 0 ? reference : reference with { Cell = _cells[reference.Cell] });
            int first = Inputs.This is null ? 0 : 1;

            if (position < first)
            {
                // A copy is nobody's.
                if (_self is Place place)
                {
                    _lowering.Write(place, value, _origin);
                }
            }
            else if (position < first + _captured.Count)
            {
                _lowering.Write(_captured[position - first].Place, value, _origin);
            }
            else
            {
                int cell = _cells[position - first - _captured.Count];
                _lowering.Write(new Place.Cell(cell, _lowering._compilation.ObjectType), value, _origin);
            }
        }

        private RoutineResult ResultOf(ITypeSymbol type, Place? place = null, string name = "")
        {
            FrontValue? zero = _lowering.FindZero(type);
            bool isOfNumbers = zero is not null && !HasObjects(zero) && OperandsOf(zero).All(static o => o.Type is not IrType.Array);
            return new RoutineResult(_lowering.Resolve(type), isOfNumbers ? zero : null, place, name);
        }

        private RoutineResult OutOf(BoundArgument argument) => argument.Parameter.RefKind == RefKind.Out
            ? ResultOf(argument.Parameter.Type, argument.Place, argument.Parameter.Name)
            : new RoutineResult(
                argument.Parameter.Type, _lowering.Load(argument.Place!, "", _origin), argument.Place, argument.Parameter.Name);

        private void Capture()
        {
            Dictionary<ISymbol, Place> places = new(SymbolEqualityComparer.Default);
            HashSet<ISymbol> functions = new(SymbolEqualityComparer.Default) { Method.OriginalDefinition };
            _lowering.Collect(_lowering._bodies.Of(Method), places, functions);
            _captured.AddRange(places.Where(entry => !IsInside(entry.Key, functions))
                .OrderBy(static entry => entry.Key.Locations[0].SourceSpan.Start)
                .Select(static entry => (entry.Key, entry.Value)));
        }

        private static bool IsInside(ISymbol symbol, HashSet<ISymbol> functions)
        {
            for (ISymbol? around = symbol.ContainingSymbol; around is not null; around = around.ContainingSymbol)
            {
                if (functions.Contains(around.OriginalDefinition))
                {
                    return true;
                }
            }

            return false;
        }

        private (RoutineInputs Inputs, int[] Cells) Read()
        {
            FrontValue[] arguments = [.. Arguments.Select(ValueOf)];
            FrontValue? self = _self switch
            {
                Place.Cell cell => _lowering.ReferenceTo(cell),
                Place place => _lowering.Load(place, "", _origin),
                null => Self?.Value,
            };
            KeyValuePair<ISymbol, FrontValue>[] captured = [.. _captured.Select(c => new KeyValuePair<ISymbol, FrontValue>(
                c.Symbol, Portable(_lowering.Load(c.Place, c.Symbol.Name, _origin))))];
            FrontValue whole = new FrontValue.Aggregate(
                [.. arguments, .. self is null ? [] : new[] { self }, .. captured.Select(static c => c.Value)]);
            int[] cells = _lowering.CellsFrom(whole);
            RoutineInputs inputs = new(
                arguments.ToEquatable(), self, captured, [.. cells.Select(_lowering.FieldsOf)], _lowering._objectTypes,
                [.. cells.Select((cell, i) => _lowering._copied.Contains(cell) ? i : -1).Where(static i => i >= 0)]);

            // Numbered anew in the same order, so that a call with a new object looks like the one before.
            return (inputs.Map((value, _) => value.MapReferences(reference =>
                reference.Cell < 0 ? reference : reference with { Cell = Array.IndexOf(cells, reference.Cell) })), cells);
        }

        private FrontValue ValueOf(BoundArgument argument)
        {
            if (argument.Parameter.RefKind == RefKind.Out)
            {
                return FrontValue.Nothing;
            }

            FrontValue value = Portable(argument.Value ?? _lowering.Load(argument.Place!, "", _origin));
            return TypeMap.SpanKind(_lowering.Resolve(argument.Parameter.Type)) is not null && IsMemory(value)
                ? _lowering.ViewOf(value)
                : value;
        }

        /// <summary>A delegate takes along what it has captured.</summary>
        private FrontValue Portable(FrontValue value) => _lowering.Detach(value, _lowering._values, 0);

        private static bool HasObjects(FrontValue value) => value switch
        {
            FrontValue.Reference or FrontValue.Deferred or FrontValue.View or FrontValue.Columns or FrontValue.Rows => true,
            FrontValue.Aggregate aggregate => aggregate.Elements.Any(HasObjects),
            FrontValue.Choice choice => HasObjects(choice.Then) || HasObjects(choice.Otherwise),
            _ => false,
        };

        private static bool HasForeignCode(FrontValue value) => value switch
        {
            FrontValue.Deferred { Code: DelegateCode code } closure =>
                code.This is not null || code.Places.Count > 0 || code.Held.Any(code.Changes) || closure.Parts.Any(HasForeignCode),
            FrontValue.Deferred sequence => sequence.Parts.Any(HasForeignCode),
            FrontValue.Aggregate aggregate => aggregate.Elements.Any(HasForeignCode),
            FrontValue.Choice choice => HasForeignCode(choice.Then) || HasForeignCode(choice.Otherwise),
            _ => false,
        };

        /// <summary>The variable or object that a place is in, or the type of an element; null for what is not known.</summary>
        private static object? RootOf(Place place) => place switch
        {
            Place.Local local => local.Variable,
            Place.Member member => RootOf(member.Whole),
            Place.Cell cell => cell.Number,
            Place.Element { Memory: FrontValue.Leaf { Operand.Type: IrType.Array array } } => array.Element,
            _ => null,
        };
    }

    /// <summary>The objects that a value leads to, in order.</summary>
    private int[] CellsFrom(FrontValue value)
    {
        HashSet<int> reached = [];
        Stack<int> work = new(ReferredCells.Of(value));

        while (work.Count > 0)
        {
            int cell = work.Pop();

            if (reached.Add(cell) && cell < Heap.Elements.Count)
            {
                foreach (int next in ReferredCells.Of(Heap.Elements[cell]))
                {
                    work.Push(next);
                }
            }
        }

        return [.. reached.OrderBy(static cell => cell)];
    }
}
