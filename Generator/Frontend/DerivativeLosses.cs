using Fluxion.Generator.Analysis;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Where a derivative ends though the value goes on: at conversions to integers, at functions with steps, and at points
/// that an exact comparison takes out of the function around them. Which of these places matter shows when the whole
/// function is known.
/// </summary>
internal sealed class DerivativeLosses
{
    private readonly List<(Operand Source, Value Integer, SyntaxNode Syntax)> _conversions = [];
    private readonly List<(Operand Source, SyntaxNode Syntax)> _steps = [];
    private readonly List<(Operand Left, Operand Right, SyntaxNode Syntax)> _comparisons = [];

    public void AddConversion(Operand source, Value integer, SyntaxNode syntax) =>
        _conversions.Add((source, integer, syntax));

    public void AddStep(Operand source, SyntaxNode syntax) => _steps.Add((source, syntax));

    public void AddComparison(Operand left, Operand right, SyntaxNode syntax)
    {
        // A number that does not equal itself is NaN, and a guard that throws gives nothing to differentiate.
        if (left != right && !GuardsThrow(syntax))
        {
            _comparisons.Add((left, right, syntax));
        }
    }

    public void Report(Function function, Forwarding forwarding, DiagnosticSink diagnostics)
    {
        if (_conversions.Count == 0 && _steps.Count == 0 && _comparisons.Count == 0)
        {
            return;
        }

        Activity activity = Activity.Of(function, AliasClasses.Of(function));
        IntegerUses uses = IntegerUses.Of(function);

        foreach ((Operand source, Value integer, SyntaxNode syntax) in _conversions)
        {
            if (activity.IsVaried(forwarding.Resolve(source)) && uses.ReachNumbers(integer))
            {
                Report(diagnostics, integer.Type, syntax);
            }
        }

        foreach ((Operand source, SyntaxNode syntax) in _steps)
        {
            if (activity.IsVaried(forwarding.Resolve(source)))
            {
                diagnostics.Report(DiagnosticDescriptors.StepFunction, syntax.GetLocation(), StatementText.Of(syntax));
            }
        }

        foreach ((Operand left, Operand right, SyntaxNode syntax) in _comparisons)
        {
            if (activity.IsVaried(forwarding.Resolve(left)) || activity.IsVaried(forwarding.Resolve(right)))
            {
                diagnostics.Report(
                    DiagnosticDescriptors.ExactComparison, syntax.GetLocation(), StatementText.Of(syntax));
            }
        }
    }

    private static bool GuardsThrow(SyntaxNode condition)
    {
        SyntaxNode whole = condition;

        while (whole.Parent is ParenthesizedExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.LogicalAndExpression })
        {
            whole = whole.Parent;
        }

        return whole.Parent is IfStatementSyntax branch && branch.Condition == whole
            && branch.Statement is ThrowStatementSyntax or BlockSyntax { Statements: [ThrowStatementSyntax] };
    }

    private static void Report(DiagnosticSink diagnostics, IrType type, SyntaxNode syntax)
    {
        if (type is IrType.Opaque opaque)
        {
            string name = opaque.Name.Substring(opaque.Name.LastIndexOf('.') + 1);
            diagnostics.Report(DiagnosticDescriptors.PrecisionCut, syntax.GetLocation(), StatementText.Of(syntax), name);
        }
        else
        {
            diagnostics.Report(DiagnosticDescriptors.DerivativeLost, syntax.GetLocation(), StatementText.Of(syntax));
        }
    }
}
