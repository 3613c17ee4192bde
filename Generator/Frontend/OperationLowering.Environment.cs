using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Variables and what they hold.</summary>
internal sealed partial class OperationLowering
{
    private readonly List<Variable> _variables = [];
    private List<FrontValue?> _values = [];

    private Variable Declare(string name, ITypeSymbol type, FrontValue? value = null)
    {
        Variable variable = new(name, Resolve(type)!, _variables.Count, isFlag: false);
        _variables.Add(variable);
        _values.Add(value);
        return variable;
    }

    private Variable DeclareFlag(string name)
    {
        ITypeSymbol boolean = _compilation.GetSpecialType(SpecialType.System_Boolean);
        Variable flag = new(name, boolean, _variables.Count, isFlag: true);
        _variables.Add(flag);
        _values.Add(new FrontValue.Leaf(Constant.False));
        return flag;
    }

    /// <summary>Makes a symbol of the method being lowered the name of a variable.</summary>
    private void Bind(ISymbol symbol, Variable variable, FrontValue? value)
    {
        _frame.Places[symbol] = new Place.Local(variable);
        _values[variable.Slot] = value;
    }

    /// <summary>Forgets the variables that were declared since there were only <paramref name="count"/>.</summary>
    private void Leave(int count)
    {
        DetachDelegates(count);
        _variables.RemoveRange(count, _variables.Count - count);

        if (_values.Count > count)
        {
            _values.RemoveRange(count, _values.Count - count);
        }
    }

    private FrontValue Read(Variable variable)
    {
        if (_values[variable.Slot] is FrontValue value)
        {
            return value;
        }

        // Unassigned on a live path is the compiler's to report; after an exit the value does not matter.
        if (_flow == Flow.Live)
        {
            MarkInvalid();
        }

        return ZeroOf(variable.Type);
    }

    private ITypeSymbol? Resolve(ITypeSymbol? type) => type switch
    {
        ITypeParameterSymbol => FindTypeArgument(type) ?? type,
        IArrayTypeSymbol array when Resolve(array.ElementType) is ITypeSymbol element =>
            _compilation.CreateArrayTypeSymbol(element, array.Rank),
        INamedTypeSymbol { IsGenericType: true } named =>
            _bodies.Own(UsesTypeArguments || CollectionTypes.IsKnown(named) ? ResolveNamed(named) : named),
        _ => type,
    };

    private INamedTypeSymbol ResolveNamed(INamedTypeSymbol named)
    {
        INamedTypeSymbol definition = named.ContainingType is { IsGenericType: true } outer
            ? ResolveNamed(outer).GetTypeMembers(named.Name, named.Arity)[0]
            : named.ConstructedFrom;

        return named.Arity == 0
            ? definition
            : definition.Construct([.. named.TypeArguments.Select(argument => Resolve(argument)!)]);
    }

    private bool UsesTypeArguments => _frame.TypeArguments.Count > 0;

    private ITypeSymbol? FindTypeArgument(ITypeSymbol parameter) =>
        _frame.TypeArguments.TryGetValue(parameter, out ITypeSymbol? argument) ? argument : null;

    private IrType? TypeOf(ITypeSymbol? type) => TypeMap.Of(Resolve(type));

    /// <summary>What a variable holds on a path where it does not matter.</summary>
    private FrontValue ZeroOf(ITypeSymbol? type) => FindZero(type) ?? FrontValue.Reported;

    private FrontValue? FindZero(ITypeSymbol? type)
    {
        if (Resolve(type) is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            FrontValue[] elements =
                [.. tuple.TupleElements.Select(element => FindZero(element.Type)).OfType<FrontValue>()];
            return elements.Length == tuple.TupleElements.Length
                ? new FrontValue.Aggregate(elements.ToEquatable())
                : null;
        }

        if (type is INamedTypeSymbol { IsAnonymousType: true })
        {
            FrontValue?[] parts = [.. type.GetMembers().OfType<IPropertySymbol>().Select(part => FindZero(part.Type))];
            return parts.Contains(null) ? null : new FrontValue.Aggregate(parts.OfType<FrontValue>().ToEquatable());
        }

        if (type is not null && !IsObject(Resolve(type)) && FindZeroStruct(type) is FrontValue zero)
        {
            return zero;
        }

        return FindZeroMemory(type) ?? TypeOf(type) switch
        {
            IrType.Scalar scalar => new FrontValue.Leaf(Constant.Zero(scalar)),
            IrType other => new FrontValue.Leaf(new Literal("default", other)),
            null => Resolve(type) is { IsReferenceType: true } ? FrontValue.Null : null,
        };
    }

    private Operand ToOperand(FrontValue value)
    {
        if (value is FrontValue.Leaf leaf)
        {
            return leaf.Operand;
        }

        // Nothing is left out in silence; what has left or was reported does not matter.
        if (value is not FrontValue.Error && _flow == Flow.Live && _position is SyntaxNode position)
        {
            _diagnostics.Report(
                Diagnostics.DiagnosticDescriptors.UnsupportedOperation, position.GetLocation(),
                StatementText.Of(position), Reasons.NotANumber);
        }

        return Constant.Real(0, IrType.Double);
    }

    private static bool IsFalse(FrontValue? flag) =>
        flag is null or FrontValue.Leaf { Operand: Constant { Bits: 0 } };

    private static bool IsTrue(FrontValue? flag) => flag is FrontValue.Leaf { Operand: Constant { Bits: 1 } };
}
