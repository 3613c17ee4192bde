namespace Fluxion.Generator.Frontend.Caching;

/// <summary>Which member of a file is meant, wherever in it the member stands after an edit.</summary>
/// <param name="Scope">The types and namespaces around it.</param>
/// <param name="Name">Its kind and its name in them.</param>
/// <param name="Ordinal">Which one of those with the same name.</param>
internal readonly record struct MemberKey(ulong Scope, ulong Name, int Ordinal)
{
    public const ulong Root = 14695981039346656037;

    public static string TypeName(string name, int arity) => $"{name}`{arity}";

    /// <summary>A scope or a name within another (FNV-1a).</summary>
    public static ulong Extend(ulong outer, string name)
    {
        ulong hash = outer;

        foreach (char character in name)
        {
            hash = unchecked((hash ^ character) * 1099511628211);
        }

        return unchecked((hash ^ '/') * 1099511628211);
    }
}
