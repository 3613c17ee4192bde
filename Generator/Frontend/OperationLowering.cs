using System.Threading;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Lowers the body of a method, and of the methods it calls, to the intermediate representation, by running it on
/// abstract values: an environment says which operand each variable is at present. Where paths meet, variables that
/// differ become results of the branch or of the loop; that is all it takes to assign every value once.
/// </summary>
/// <remarks>
/// Each aspect of the language has a part: statements, branches, exits, loops, expressions, assignments, arrays, calls.
/// </remarks>
internal sealed partial class OperationLowering
{
    private readonly Compilation _compilation;
    private readonly DiagnosticSink _diagnostics;
    private readonly CancellationToken _cancellation;
    private readonly IrBuilder _builder = new();
    private readonly Forwarding _forwarding = new();
    private readonly RoutineRegistry _routines;
    private readonly MethodBodies _bodies;
    private CallFrame _frame;
    private readonly List<int> _owned = [];
    private Flow _flow = Flow.Live;

    private OperationLowering(
        IMethodSymbol method, ITypeSymbol? returned, RoutineRegistry routines, DiagnosticSink diagnostics, CancellationToken cancellation)
    {
        _routines = routines;
        _bodies = routines.Bodies;
        _compilation = _bodies.Compilation;
        _diagnostics = diagnostics;
        _cancellation = cancellation;
        _heap = Declare("", _bodies.Compilation.ObjectType, new FrontValue.Aggregate([]));
        Variable left = DeclareFlag("returned");
        _frame = new CallFrame(method, caller: null, left, result: null);
        _frame = new CallFrame(method, caller: null, left, returned is null ? null : Declare("result", returned));

        if (_frame.Result is Variable result)
        {
            result.IsResult = true;
        }
    }

    /// <summary>A statement with errors of its own, which the compiler reports.</summary>
    private SyntaxNode? _invalid;

    /// <summary>The statement being lowered.</summary>
    private SyntaxNode? _position;

    /// <summary>
    /// The function a method computes; null where diagnostics, ours or the compiler's, say why there is none.
    /// </summary>
    public static Function? Lower(
        IMethodSymbol method,
        IReadOnlyList<ParameterRole> roles,
        RoutineRegistry routines,
        DiagnosticSink diagnostics,
        CancellationToken cancellation)
    {
        OperationLowering lowering = new(method, method.ReturnType, routines, diagnostics, cancellation);
        Function? function = lowering.Run(method, roles);
        return diagnostics.HasErrors ? null : function;
    }

    private Function? Run(IMethodSymbol method, IReadOnlyList<ParameterRole> roles)
    {
        List<Parameter> parameters = [];

        IMethodSymbol definition = method.OriginalDefinition;
        AddTypeArguments(_frame, method);

        foreach (IParameterSymbol parameter in (definition.PartialImplementationPart ?? definition).Parameters)
        {
            ITypeSymbol type = Resolve(parameter.Type)!;
            int first = parameters.Count;
            FrontValue value = SequenceReader.ElementOf(parameter.Type) is ITypeSymbol element
                ? ReceiveElements(parameter, Resolve(element)!, roles[parameter.Ordinal], parameters)
                : Receive(type, parameter.Name, roles[parameter.Ordinal], parameters);
            _owned.AddRange(parameters.Skip(first).Select(_ => parameter.Ordinal));
            Bind(parameter, Declare(parameter.Name, type), value);
        }

        if (_bodies.Of(method) is not IOperation body)
        {
            return null;
        }

        LowerBody(body, depth: 0);
        CheckInvalid(method);

        if (_invalid is not null || _diagnostics.HasErrors)
        {
            return null;
        }

        Operand result = ToOperand(_values[_frame.Result!.Slot] ?? ZeroOf(method.ReturnType));
        Block code = _builder.End(result);
        Block whole = _forwarding.Resolve(new Block([.. _fields.Statements, .. code.Statements], code.Yields));
        Function function = new(method.Name, parameters.ToEquatable(), whole, _builder.NextId);
        return Finish(function);
    }

    /// <summary>A parameter of the function for each scalar in a parameter of the method.</summary>
    private FrontValue Receive(ITypeSymbol type, string name, ParameterRole role, List<Parameter> parameters)
    {
        if (TypeMap.Of(type) is IrType known)
        {
            Value value = _builder.Fresh(known, name);
            bool isHeld = role == ParameterRole.Differentiable && !known.IsFloating && !known.IsFloatingArray;
            parameters.Add(new Parameter(value, isHeld ? ParameterRole.Constant : role));
            return new FrontValue.Leaf(value);
        }

        EquatableArray<FrontValue> elements = CompositeMembers.Of(type)!
            .Select(member => Receive(member.Type, name + Identifiers.Pascal(member.Name), role, parameters)).ToEquatable();
        return new FrontValue.Aggregate(elements, type.IsTupleType ? default : LayoutOf(type)!.Names);
    }

    /// <summary>An array for each number in an element; of a list, the list that has it.</summary>
    private FrontValue ReceiveElements(
        IParameterSymbol parameter, ITypeSymbol element, ParameterRole role, List<Parameter> parameters)
    {
        FrontValue memory = TypeOf(element) is IrType number
            ? new FrontValue.Leaf(Column(parameter.Name, number))
            : new FrontValue.Columns(PartsOf(element)!.Map(parameter.Name, (name, part) => Column(name, part.Type)));

        if (!SequenceReader.IsIndexed(parameter.Type))
        {
            return memory;
        }

        INamedTypeSymbol list = ListOf(element);
        Layout layout = LayoutOf(list)!;
        IEnumerable<FrontValue> fields = layout.Fields.Select(field => field.Name switch
        {
            "items" => memory,
            "count" => new FrontValue.Leaf(LengthOf(memory)),
            _ => FindZero(field.Type)!,
        });
        return ReferenceTo(Allocate(list, new FrontValue.Aggregate(fields.ToEquatable(), layout.Names)));

        Value Column(string name, IrType type)
        {
            Value array = _builder.Fresh(new IrType.Array(type, ArrayKind.Array), name);
            parameters.Add(new Parameter(array, type.IsFloating || role != ParameterRole.Differentiable ? role : ParameterRole.Constant));
            return array;
        }
    }

    private void MarkInvalid() => _invalid ??= _position;

    /// <summary>
    /// Nothing is left out in silence: what the compiler does not complain about either is our failure.
    /// </summary>
    private void CheckInvalid(IMethodSymbol method)
    {
        if (_invalid is not null && !_diagnostics.HasErrors && !_bodies.HasErrorsAround(_invalid))
        {
            _diagnostics.Report(
                DiagnosticDescriptors.InternalFailure, _invalid.GetLocation(), method.Name,
                $"'{StatementText.Of(_invalid)}' makes no sense to it.");
        }
    }

    /// <summary>What only the whole function tells: which arrays are written to, and where derivatives end.</summary>
    private Function Finish(Function function)
    {
        function = _routines.Complete(function, _diagnostics);
        ReportStaticStores(function);
        _losses.Report(function, _forwarding, _diagnostics);
        Function copied = Meetings.AsArrays(ParameterCopies.Insert(function));
        UnusedParameters.Report(copied, _frame.Method, _owned, _diagnostics);
        return copied;
    }

    /// <summary>
    /// Lowers a method's body; afterwards control is live again, with what was returned in the frame's result.
    /// </summary>
    private void LowerBody(IOperation body, int depth)
    {
        switch (body)
        {
            case IMethodBodyOperation { BlockBody: IBlockOperation block }:
                LowerStatement(block);
                break;
            case IMethodBodyOperation { ExpressionBody: IBlockOperation block }:
                LowerStatement(block);
                break;
            case ILocalFunctionOperation { Body: IBlockOperation block }:
                LowerStatement(block);
                break;
            default:
                LowerStatement(body);
                break;
        }

        Land(_frame.Returned, depth);
        CloseDownTo(depth);
    }
}
