using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.CodeFixes;

/// <summary>Pieces of code that several fixes write.</summary>
internal static class Code
{
    /// <summary>The name of a type of the library at a place: short where the place has it in scope.</summary>
    public static string NameOf(string type, string shortName, SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: type)
            .Any(static found => found.ContainingNamespace is { Name: "Fluxion", ContainingNamespace.IsGlobalNamespace: true })
            ? shortName
            : "Fluxion." + shortName;

    /// <summary><c>Gradient.Stop(value)</c></summary>
    public static ExpressionSyntax Stop(ExpressionSyntax value, SemanticModel model) =>
        Expression($"{NameOf("Gradient", "Gradient", model, value.SpanStart)}.Stop({Inner(value).WithoutTrivia()})").WithTriviaFrom(value);

    public static ExpressionSyntax Expression(string text) => SyntaxFactory.ParseExpression(text);

    /// <summary>What parentheses hold.</summary>
    public static ExpressionSyntax Inner(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: ExpressionSyntax inner } ? Inner(inner) : expression;

    /// <summary>As an operand: in parentheses unless it is a name, a number, a call or the like.</summary>
    public static string Operand(ExpressionSyntax expression) => expression is IdentifierNameSyntax or LiteralExpressionSyntax
        or InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax
        ? expression.WithoutTrivia().ToString()
        : $"({expression.WithoutTrivia()})";

    /// <summary><c>learningRate</c> of <c>_learningRate</c>, <c>LearningRate</c> or <c>GetLearningRateAsync</c>.</summary>
    public static string ParameterName(string member)
    {
        string name = member.TrimStart('_');
        name = name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name;
        name = name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsUpper(name[3]) ? name.Substring(3) : name;
        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    public static bool IsFloating(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
