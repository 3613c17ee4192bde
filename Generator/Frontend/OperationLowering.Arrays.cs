using System.Collections.Immutable;
using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Arrays and spans.</summary>
internal sealed partial class OperationLowering
{
    /// <summary>What is written to, and where the user says so.</summary>
    private readonly List<(Operand Array, SyntaxNode Syntax)> _stores = [];

    /// <summary>The lengths of arrays whose making says it by a constant.</summary>
    private readonly Dictionary<int, Operand> _lengths = [];

    private Value NewArray(IrType.Array type, EquatableArray<Operand> lengths, string name)
    {
        Value array = Let(type, new Expr.NewArray(lengths), name);

        if (lengths[0] is Constant { Bits: >= 0 } known)
        {
            _lengths[array.Id] = known;
        }

        return array;
    }

    private FrontValue LowerNewArray(IArrayCreationOperation creation, string name)
    {
        if (Resolve(creation.Type) is not IArrayTypeSymbol type || MemoryOf(type) is null)
        {
            return RejectElements(creation, ElementTypeOf(creation.Type));
        }

        Operand[] lengths = [.. creation.DimensionSizes.Select(LengthFrom)];
        FrontValue array = NewMemory(type.ElementType, type.Rank, lengths.ToEquatable(), name)!;

        if (creation.Initializer is IArrayInitializerOperation initializer)
        {
            Initialize(array, initializer, []);
        }

        return array;
    }

    /// <summary>A length is an <c>int</c>; what fits none throws what C# throws.</summary>
    private Operand LengthFrom(IOperation size)
    {
        Operand length = LowerOperand(size);
        return length is Constant { Bits: >= 0 and <= int.MaxValue } known
            ? Constant.Int((int)known.Bits)
            : Convert(length, IrType.Int32, isChecked: true, size, "");
    }

    private void Initialize(FrontValue array, IArrayInitializerOperation initializer, ImmutableArray<Operand> outer)
    {
        for (int i = 0; i < initializer.ElementValues.Length; i++)
        {
            ImmutableArray<Operand> indices = outer.Add(Constant.Int(i));

            if (initializer.ElementValues[i] is IArrayInitializerOperation inner)
            {
                Initialize(array, inner, indices);
            }
            else
            {
                FrontValue value = Lower(initializer.ElementValues[i]);
                StoreTo(array, indices.ToEquatable(), value, initializer.ElementValues[i]);
            }
        }
    }

    private FrontValue LowerCollection(ICollectionExpressionOperation collection, string name)
    {
        if (Resolve(collection.Type) is INamedTypeSymbol list && CollectionTypes.IsCollection(list))
        {
            return LowerListExpression(collection, list);
        }

        if (IsSequenceType(Resolve(collection.Type)) && ElementTypeOf(collection.Type) is ITypeSymbol item)
        {
            return LowerListExpression(collection, ListOf(item));
        }

        if (MemoryOf(collection.Type) is null || ElementTypeOf(collection.Type) is not ITypeSymbol element)
        {
            return Resolve(collection.Type) is IArrayTypeSymbol or INamedTypeSymbol { IsRefLikeType: true }
                ? RejectElements(collection, ElementTypeOf(collection.Type))
                : Reject(collection, Reasons.Collection);
        }

        if (collection.Elements.Any(static element => element is ISpreadOperation))
        {
            return CallOn(LowerListExpression(collection, ListOf(element)), "ToArray", collection);
        }

        FrontValue array = NewMemory(element, 1, [Constant.Int(collection.Elements.Length)], name)!;

        for (int i = 0; i < collection.Elements.Length; i++)
        {
            FrontValue value = ConvertTo(Lower(collection.Elements[i]), element, collection.Elements[i]);
            StoreTo(array, [Constant.Int(i)], value, collection.Elements[i]);
        }

        return array;
    }

    /// <summary>An expression that should give memory; null where it was reported.</summary>
    private FrontValue? LowerArray(IOperation expression)
    {
        FrontValue value = Lower(expression);

        if (IsMemory(value))
        {
            return value;
        }

        if (value is not FrontValue.Error)
        {
            Reject(expression, Reasons.Range);
        }

        return null;
    }

    /// <summary>The number of all elements, whatever the rank.</summary>
    private Operand CountOf(FrontValue array, string name)
    {
        int rank = RankOf(array);
        Operand count = array is FrontValue.Rows
            ? LengthOf(array)
            : Let(IrType.Int32, new Expr.Length(FirstArray(array)), rank == 1 ? name : "");

        for (int dimension = 1; dimension < rank; dimension++)
        {
            count = Apply(IrType.Int32, PrimitiveTable.Multiply, name, count, LengthOf(array, dimension));
        }

        return count;
    }

    /// <summary>Methods of arrays and spans themselves; null for any other.</summary>
    private FrontValue? LowerArrayMethod(IInvocationOperation call, IOperation instance, string name)
    {
        if (MemoryOf(WithoutImplicitConversions(instance).Type) is not IrType.Array type)
        {
            return null;
        }

        return call.TargetMethod.Name switch
        {
            "GetLength" when Dimension(call) is int dimension =>
                OfArray(instance, array => new FrontValue.Leaf(LengthOf(array, dimension))),
            "GetLongLength" when Dimension(call) is int dimension => OfArray(instance, array => new FrontValue.Leaf(
                Apply(new IrType.Scalar(ScalarKind.Int64), PrimitiveTable.Convert, name, LengthOf(array, dimension)))),
            "GetLowerBound" when Dimension(call) is not null => OfArray(instance, static _ => new FrontValue.Leaf(Constant.Int(0))),
            "GetUpperBound" when Dimension(call) is int dimension => OfArray(instance, array => new FrontValue.Leaf(
                Subtract(LengthOf(array, dimension), Constant.Int(1)))),
            "Clone" when type.Element is IrType.Scalar => OfArray(instance, array => array is FrontValue.Rows
                ? CopyOf(ViewOf(array), name)
                : array.Map(name, (part, column) => Let(column.Type, new Expr.CopyOf(column), part))),
            _ => LowerMemoryMethod(
                call.TargetMethod, [instance, .. InOrder(call)], call, name),
        };
    }

    private FrontValue OfArray(IOperation expression, Func<FrontValue, FrontValue> compute) =>
        LowerArray(expression) is FrontValue array ? compute(array) : FrontValue.Reported;

    private static int? Dimension(IInvocationOperation call) =>
        call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: int dimension } }] ? dimension : null;

    private void ReportStaticStores(Function function)
    {
        if (_stores.Count == 0)
        {
            return;
        }

        AliasClasses classes = AliasClasses.Of(function);
        HashSet<int> fields = [.. _fields.Statements.OfType<Statement.Let>()
            .Where(static let => let.Target.Type is IrType.Array)
            .Select(let => classes[let.Target])];

        HashSet<int> jagged = [.. function.Parameters
            .Where(static p => p.Value.Type is IrType.Array { Element: IrType.Array }).Select(p => classes[p.Value])];
        HashSet<int> rows = [.. Blocks.All(function.Body).OfType<Statement.Let>()
            .Where(let => let is { Expression: Expr.Load load, Target.Type: IrType.Array } && jagged.Contains(classes[load.Array]))
            .Select(let => classes[let.Target])];

        foreach ((Operand array, SyntaxNode syntax) in _stores)
        {
            int written = classes[_forwarding.Resolve(array)];

            if (rows.Contains(written) || jagged.Contains(written))
            {
                _diagnostics.Report(
                    DiagnosticDescriptors.UnsupportedOperation, syntax.GetLocation(), StatementText.Of(syntax), Reasons.JaggedWrite);
            }

            if (fields.Contains(classes[_forwarding.Resolve(array)]))
            {
                string text = StatementText.Of(syntax);
                _diagnostics.Report(
                    DiagnosticDescriptors.StaticState, syntax.GetLocation(), text, Reasons.StaticWrite);
            }
        }
    }
}
