using System.Collections.Immutable;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Frontend;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Analyzers;

/// <summary>
/// Finds sums over the rows of a data set that are accumulated in <c>float</c>: a sum a million times as large as its terms
/// keeps four bits of each of them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AccumulationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [DiagnosticDescriptors.SingleAccumulator];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(Check);
    }

    private static void Check(OperationBlockAnalysisContext context)
    {
        if (!context.OwningSymbol.GetAttributes().Any(AttributeReader.IsDifferentiable))
        {
            return;
        }

        HashSet<ILocalSymbol> reported = new(SymbolEqualityComparer.Default);

        foreach (IOperation operation in context.OperationBlocks.SelectMany(static block => block.Descendants()))
        {
            if (AccumulatedIn(operation) is ILocalSymbol sum && Rows(operation, sum) is string rows && reported.Add(sum))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DiagnosticDescriptors.SingleAccumulator, operation.Syntax.GetLocation(), sum.Name, rows));
            }
        }
    }

    /// <summary>The variable of type <c>float</c> that an assignment adds to.</summary>
    private static ILocalSymbol? AccumulatedIn(IOperation operation) => operation switch
    {
        ICompoundAssignmentOperation
        {
            OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract,
            Target: ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Single } sum },
        } => sum,
        ISimpleAssignmentOperation
        {
            Target: ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Single } sum },
            Value: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } value,
        } when IsReadOf(sum, value.LeftOperand) || IsReadOf(sum, value.RightOperand) => sum,
        _ => null,
    };

    private static bool IsReadOf(ILocalSymbol local, IOperation operand) =>
        operand is ILocalReferenceOperation read && SymbolEqualityComparer.Default.Equals(read.Local, local);

    /// <summary>What is gone through by a loop around the assignment that the variable outlives.</summary>
    private static string? Rows(IOperation assignment, ILocalSymbol sum)
    {
        for (IOperation? outer = assignment.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IBlockOperation block && block.Locals.Contains(sum, SymbolEqualityComparer.Default))
            {
                return null;
            }

            if (outer is ILoopOperation loop && RowLoop.Over(loop) is string rows)
            {
                return rows;
            }
        }

        return null;
    }
}
