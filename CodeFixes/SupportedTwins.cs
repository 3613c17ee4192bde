using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.CodeFixes;

/// <summary>Library calls without a derivative, and the code with one that computes the same.</summary>
internal static class SupportedTwins
{
    public static string? Of(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;

        return (method.ContainingType.Name, method.Name) switch
        {
            ("Convert", "ToDouble") when IsNumber(arguments, model) => $"(double){Operand(arguments[0])}",
            ("Convert", "ToSingle") when IsNumber(arguments, model) => $"(float){Operand(arguments[0])}",
            ("ParallelEnumerable", _) => Sequential(call),
            _ => null,
        };
    }

    /// <summary>The query without <c>AsParallel()</c>.</summary>
    private static string? Sequential(InvocationExpressionSyntax query)
    {
        InvocationExpressionSyntax? parallel = query.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsParallel" });
        return parallel is null || parallel == query
            ? null
            : query.ReplaceNode(parallel, ((MemberAccessExpressionSyntax)parallel.Expression).Expression).WithoutTrivia().ToString();
    }

    private static bool IsNumber(SeparatedSyntaxList<ArgumentSyntax> arguments, SemanticModel model) =>
        arguments.Count == 1 && model.GetTypeInfo(arguments[0].Expression).Type?.SpecialType
            is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double;

    private static string Operand(ArgumentSyntax argument) => Code.Operand(argument.Expression);
}
