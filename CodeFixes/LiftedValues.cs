using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fluxion.CodeFixes;

/// <summary>
/// Values that a method takes from elsewhere and gets as parameters instead, held constant: each by its name and type, with
/// the expressions that become the parameter.
/// </summary>
internal sealed class LiftedValues(MethodDeclarationSyntax method, SemanticModel model)
{
    private readonly List<(string Text, string Name, ITypeSymbol Type)> _values = [];
    private readonly List<(ExpressionSyntax Expression, string Name)> _uses = [];

    public bool Any => _values.Count > 0;

    /// <summary>Adds an expression; equal texts are one value.</summary>
    public void Add(ExpressionSyntax expression, string text, string member, ITypeSymbol type)
    {
        (string Text, string Name, ITypeSymbol Type) known = _values.FirstOrDefault(value => value.Text == text);

        if (known.Text is null)
        {
            known = (text, FreeName(Code.ParameterName(member)), type);
            _values.Add(known);
        }

        _uses.Add((expression, known.Name));
    }

    public void Apply(DocumentEditor editor)
    {
        foreach ((ExpressionSyntax expression, string name) in _uses)
        {
            editor.ReplaceNode(expression, SyntaxFactory.IdentifierName(name).WithTriviaFrom(expression));
        }

        if (_values.Count > 0)
        {
            editor.ReplaceNode(method.ParameterList, (current, _) =>
                ((ParameterListSyntax)current).AddParameters([.. _values.Select(value => Parameter(value.Name, value.Type))]));
        }
    }

    private ParameterSyntax Parameter(string name, ITypeSymbol type)
    {
        string attribute = Code.IsFloating(type) || type is IArrayTypeSymbol { ElementType: { } element } && Code.IsFloating(element)
            ? $"[{Code.NameOf("NoDerivativeAttribute", "NoDerivative", model, method.SpanStart)}] "
            : "";
        string text = $"{attribute}{type.ToMinimalDisplayString(model, method.SpanStart)} {name}";
        return SyntaxFactory.ParseParameterList($"({text})").Parameters[0];
    }

    private string FreeName(string name)
    {
        HashSet<string> taken = [.. method.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)
            && t.Parent is ParameterSyntax or VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax)
            .Select(static t => t.Text), .. _values.Select(static value => value.Name)];
        string free = name;

        for (int i = 2; taken.Contains(free); i++)
        {
            free = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return free;
    }
}
