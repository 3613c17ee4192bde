using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>
/// What of a file the binding of code elsewhere can depend on, apart from what only the readers of a body depend on.
/// Plain data: neither nodes nor symbols, so that an outline can outlive its tree.
/// </summary>
/// <remarks>
/// A file falls into three parts. The frame is everything that has an effect by merely being there: usings, types and their
/// bases, constants, attributes, operators, directives. Signatures are the headers of ordinary methods, fields and
/// properties: only code that spells their name can notice them, or works on values of the type. Bodies are what stands in braces, behind an arrow or as an initializer: only
/// those who read them can tell one from another. Comments and white space are in bodies only.
/// </remarks>
internal sealed class FileOutline
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileOutline> OfTrees = new();

    private Dictionary<MemberKey, MemberOutline>? _byKey;

    public required ContentHash Frame { get; init; }

    public required IReadOnlyDictionary<SignatureKey, ContentHash> Signatures { get; init; }

    /// <summary>In the order of the file.</summary>
    public required MemberOutline[] Members { get; init; }

    public required AttributedMethod[] Attributed { get; init; }

    public required AliasOutline[] Aliases { get; init; }

    /// <summary>Names in constant expressions of the frame and of signatures: <c>nameof(Cost)</c>, <c>"Create"</c>.</summary>
    public required HashSet<string> Constants { get; init; }

    /// <summary>Whether a parameter asks for the caller's line, so that a place in a file is part of what code means.</summary>
    public required bool AsksForLines { get; init; }

    /// <summary>The outline of a tree; a tree that nobody edits is read once.</summary>
    public static FileOutline Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!OfTrees.TryGetValue(tree, out FileOutline? outline))
        {
            outline = OutlineReader.Read(tree, cancellation);
            outline = OfTrees.GetValue(tree, _ => outline);
        }

        return outline;
    }

    /// <summary>Whether two states of a file differ in bodies at most.</summary>
    public static bool DeclareTheSame(FileOutline before, FileOutline after) =>
        before == after
        || (before.Frame == after.Frame
            && before.Signatures.Count == after.Signatures.Count
            && before.Signatures.All(pair => after.Signatures.TryGetValue(pair.Key, out ContentHash now) && now == pair.Value));

    public MemberOutline? Find(MemberKey key)
    {
        _byKey ??= Members.ToDictionary(static member => member.Key);
        return _byKey.TryGetValue(key, out MemberOutline? member) ? member : null;
    }

    /// <summary>The member that begins at a place.</summary>
    public MemberOutline? At(int start) => Before(start) is MemberOutline member && member.Start == start ? member : null;

    /// <summary>The member in whose bodies a place is.</summary>
    public MemberOutline? Around(int position) =>
        Before(position) is MemberOutline member && member.Bodies.Contains(position) ? member : null;

    /// <summary>The last member that begins at a place or before it.</summary>
    private MemberOutline? Before(int position)
    {
        int low = 0;
        int high = Members.Length;

        while (low < high)
        {
            int middle = (low + high) / 2;

            if (Members[middle].Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : Members[low - 1];
    }

    /// <summary>The methods that carry an attribute, as far as syntax can tell.</summary>
    public IEnumerable<AttributedMethod> Carrying(string attribute, IReadOnlyCollection<AliasOutline> globalAliases)
    {
        if (Attributed.Length == 0)
        {
            return [];
        }

        HashSet<string> names = AttributeNames.Of(attribute, [.. globalAliases, .. Aliases]);
        return Attributed.Where(method => method.Attributes.Any(names.Contains));
    }
}
