using Microsoft.CodeAnalysis.Editing;

namespace Fluxion.CodeFixes;

/// <summary>A change that a fix offers.</summary>
/// <param name="title">What people choose it by.</param>
/// <param name="apply">Makes the change.</param>
/// <param name="kind">Tells it from the other changes of the same fix.</param>
internal sealed class Edit(string title, Action<DocumentEditor> apply, string kind = "")
{
    public string Title { get; } = title;

    public string Kind { get; } = kind;

    public void Apply(DocumentEditor editor) => apply(editor);
}
