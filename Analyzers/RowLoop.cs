using Fluxion.Generator.Frontend;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Analyzers;

/// <summary>
/// Loops that may have very many trips: over data that is held constant, of a length that nobody knows. Arrays that are
/// differentiated are weights, of which there are not millions in one sum.
/// </summary>
internal static class RowLoop
{
    private const int Many = 100_000;

    /// <summary>The data, or the number of trips, that a loop goes through; null for a loop that is taken for short.</summary>
    public static string? Over(ILoopOperation loop) => loop switch
    {
        IForEachLoopOperation each => Data(each.Collection),
        IForLoopOperation { Condition: IBinaryOperation condition } counted =>
            OfBound(counted, condition.LeftOperand) ?? OfBound(counted, condition.RightOperand),
        _ => null,
    };

    private static string? OfBound(IForLoopOperation loop, IOperation bound) => Plain(bound) switch
    {
        { ConstantValue: { HasValue: true, Value: int count } } => count >= Many ? $"{count}" : null,
        IPropertyReferenceOperation { Property.Name: "Length", Instance: IOperation array } => Data(array),
        ILocalReferenceOperation { Local: ILocalSymbol index } when loop.Locals.Contains(index, SymbolEqualityComparer.Default) => null,
        ILocalReferenceOperation or IParameterReferenceOperation => Indexed(loop),
        _ => null,
    };

    /// <summary>Data that the body reads at the loop's index.</summary>
    private static string? Indexed(IForLoopOperation loop) => loop.Body.Descendants()
        .Where(part => part switch
        {
            IArrayElementReferenceOperation element => element.Indices.Any(i => IsIndex(loop, i)),
            IPropertyReferenceOperation { Property.IsIndexer: true } item => item.Arguments.Any(a => IsIndex(loop, a.Value)),
            _ => false,
        })
        .Select(static part => Data(part.ChildOperations.First()))
        .FirstOrDefault(static name => name is not null);

    private static bool IsIndex(IForLoopOperation loop, IOperation index) =>
        Plain(index) is ILocalReferenceOperation { Local: ILocalSymbol local }
        && loop.Locals.Contains(local, SymbolEqualityComparer.Default);

    private static string? Data(IOperation array) => Plain(array) switch
    {
        IParameterReferenceOperation { Parameter: IParameterSymbol parameter }
            when AttributeReader.RoleOf(parameter) != ParameterRole.Differentiable => parameter.Name,
        IFieldReferenceOperation { Field: IFieldSymbol field } when !(Count(field) < Many) => field.Name,
        _ => null,
    };

    /// <summary>The number of elements that a field is given where it is declared, if they stand there.</summary>
    private static int? Count(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).OfType<VariableDeclaratorSyntax>()
            .Select(static declarator => declarator.Initializer?.Value).FirstOrDefault() switch
        {
            CollectionExpressionSyntax list when list.Elements.All(static e => e is ExpressionElementSyntax) => list.Elements.Count,
            InitializerExpressionSyntax list => list.Expressions.Count,
            ImplicitArrayCreationExpressionSyntax { Initializer: { } list } => list.Expressions.Count,
            ArrayCreationExpressionSyntax { Initializer: { } list } => list.Expressions.Count,
            ArrayCreationExpressionSyntax { Type.RankSpecifiers: [{ Sizes: [LiteralExpressionSyntax { Token.Value: int length }] }] } => length,
            _ => null,
        };

    private static IOperation Plain(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }
}
