using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>How users can spell our attributes. That they are ours is for the symbols to say.</summary>
internal static class AttributeNames
{
    public const string Differentiable = nameof(Differentiable);
    public const string DerivativeOf = nameof(DerivativeOf);

    private const string Suffix = "Attribute";

    /// <summary>The last part of a name, without <c>Attribute</c>.</summary>
    public static string Simple(TypeSyntax name) => Simple(name.GetLastToken().ValueText);

    public static string Simple(string name) => name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
        ? name.Substring(0, name.Length - Suffix.Length)
        : name;

    /// <summary>The attribute's name and those that stand for it; an alias can be one of an alias around it.</summary>
    public static HashSet<string> Of(string attribute, AliasOutline[] aliases)
    {
        HashSet<string> names = [attribute];

        while (aliases.Any(alias => names.Contains(alias.Target) && names.Add(alias.Alias)))
        {
        }

        return names;
    }
}
