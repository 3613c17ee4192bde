using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>
/// The difference between two states of a project, and which lowerings it can change the result of.
/// </summary>
/// <remarks>
/// What a lowering gives depends on the bodies it read and on how names in them bind. If the frames are the same, so are
/// all names but those of methods, fields and properties, and for such a name to be bound otherwise, or at all, a signature
/// of that name must have changed (cf. name hashing in incremental compilers of Scala). So it is enough to look for such
/// names in what was read, and for types whose values consist of something else now.
/// </remarks>
internal sealed class OutlineChange
{
    private readonly ProjectInput _after;
    private readonly SignatureKey[] _signatures;
    private readonly Dictionary<int, HashSet<MemberKey>> _mentions = [];

    private OutlineChange(ProjectOutline before, ProjectInput after, bool isDeep, SignatureKey[] signatures)
    {
        Before = before;
        _after = after;
        IsDeep = isDeep;
        _signatures = signatures;
    }

    public ProjectOutline Before { get; }

    /// <summary>Whether anything can have changed.</summary>
    public bool IsDeep { get; }

    public static OutlineChange Between(ProjectOutline before, ProjectInput after)
    {
        ProjectOutline now = after.Outline;
        bool isDeep = !before.HasSameSettings(now)
            || !before.Files.Zip(now.Files, static (a, b) => a == b || a.Frame == b.Frame).All(static same => same)
            || (now.Files.Any(static file => file.AsksForLines) && !before.Files.SequenceEqual(now.Files));
        SignatureKey[] signatures = isDeep ? [] : ChangedSignatures(before.Files, now.Files);
        bool isCompiled = signatures.Length > 0
            && now.Files.Any(file => signatures.Any(signature => file.Constants.Contains(signature.Name)));
        return new OutlineChange(before, after, isDeep || isCompiled, signatures);
    }

    /// <summary>Whether the lowering of a method that read these bodies would give the same.</summary>
    public bool Spares(AttributedMethod method, ReadRecord read) =>
        !IsDeep
        && read.Bodies.All(IsSame)
        && !_signatures.Any(signature => IsRival(signature, method))
        && !_signatures.Any(signature => signature.IsData && Array.IndexOf(read.Types, signature.Scope) >= 0)
        && !_signatures.Any(signature =>
            signature.Name.Length > 0 && read.Libraries.Any(text => text.Contains(signature.Name)))
        && (_signatures.Length == 0 || !read.Bodies.Any(Mentions));

    private static SignatureKey[] ChangedSignatures(FileOutline[] before, FileOutline[] after)
    {
        HashSet<SignatureKey> changed = [];

        for (int i = 0; i < after.Length; i++)
        {
            if (before[i] != after[i])
            {
                changed.UnionWith(before[i].Signatures.Keys.Where(key => !IsSame(key, before[i], after[i])));
                changed.UnionWith(after[i].Signatures.Keys.Where(key => !IsSame(key, before[i], after[i])));
            }
        }

        return [.. changed];
    }

    private static bool IsSame(SignatureKey key, FileOutline before, FileOutline after) =>
        before.Signatures.TryGetValue(key, out ContentHash old)
        && after.Signatures.TryGetValue(key, out ContentHash now)
        && old == now;

    // Overloads decide on names of files and objectives; a method CostThroughHelper, on that of a pullback.
    private static bool IsRival(SignatureKey signature, AttributedMethod method) =>
        signature.Scope == method.Key.Scope
        && signature.Name.StartsWith(method.Name, StringComparison.OrdinalIgnoreCase);

    private bool IsSame(BodyRead read)
    {
        FileOutline before = Before.Files[read.File];
        FileOutline after = _after.Outline.Files[read.File];

        return before == after
            || (read.Member is MemberKey key
                && before.Find(key) is MemberOutline old
                && after.Find(key) is MemberOutline now
                && old.Hash == now.Hash);
    }

    private bool Mentions(BodyRead read)
    {
        lock (_mentions)
        {
            if (!_mentions.TryGetValue(read.File, out HashSet<MemberKey>? members))
            {
                members = FindMentions(read.File);
                _mentions.Add(read.File, members);
            }

            return read.Member is not MemberKey key || members.Contains(key);
        }
    }

    /// <summary>The members of a file in whose bodies the name of a changed signature stands.</summary>
    private HashSet<MemberKey> FindMentions(int file)
    {
        FileOutline outline = _after.Outline.Files[file];
        string text = _after.Compilation.SyntaxTrees.ElementAt(file).ToString();
        IEnumerable<int> places = _signatures.Select(static signature => signature.Name)
            .Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal)
            .SelectMany(name => Places(text, name, isWord: true))
            .Concat(Places(text, "\\u", isWord: false))
            .Concat(Places(text, "\\U", isWord: false));
        return [.. places.Select(outline.Around).OfType<MemberOutline>().Select(static member => member.Key)];
    }

    /// <summary>Where a name stands, or the beginning of an escape, behind which a name can hide.</summary>
    private static IEnumerable<int> Places(string text, string name, bool isWord)
    {
        for (int i = text.IndexOf(name, StringComparison.Ordinal); i >= 0; i = text.IndexOf(name, i + 1, StringComparison.Ordinal))
        {
            if (!isWord || !(IsPart(text, i - 1) || IsPart(text, i + name.Length)))
            {
                yield return i;
            }
        }
    }

    private static bool IsPart(string text, int index) =>
        index >= 0 && index < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[index]);
}
