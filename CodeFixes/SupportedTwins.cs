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
            ("Array", "ConvertAll") when arguments.Count == 2 =>
                $"{Operand(arguments[0])}.Select({arguments[1].WithoutTrivia()}).ToArray()",
            ("ParallelEnumerable", _) => Sequential(call),
            ("Enumerable", _) when call.Expression is MemberAccessExpressionSyntax access
                && model.GetTypeInfo(access.Expression).Type is IArrayTypeSymbol => OnArray(
                    Code.Operand(access.Expression), method.Name, arguments),
            _ => null,
        };
    }

    /// <summary>What LINQ does on an array, done by the array.</summary>
    private static string? OnArray(string array, string method, SeparatedSyntaxList<ArgumentSyntax> arguments) =>
        (method, arguments.Count) switch
        {
            ("First", 0) => $"{array}[0]",
            ("Last", 0) => $"{array}[^1]",
            ("ElementAt", 1) => $"{array}[{arguments[0].WithoutTrivia()}]",
            ("Any", 0) => $"{array}.Length > 0",
            ("ToList", 0) => $"{array}.ToArray()",
            _ => null,
        };

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
