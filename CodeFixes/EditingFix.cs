using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Fluxion.CodeFixes;

/// <summary>A fix that edits the document of its diagnostic.</summary>
public abstract class EditingFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);

        if (root is not null && model is not null)
        {
            SyntaxNode node = root.FindNode(context.Span, getInnermostNodeForTie: true);

            foreach (Edit edit in Edits(node, model, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        edit.Title,
                        cancellation => Apply(context.Document, edit, cancellation),
                        equivalenceKey: GetType().Name + edit.Kind),
                    context.Diagnostics);
            }
        }
    }

    /// <summary>What can be done about a diagnostic; nothing where it would not help.</summary>
    /// <param name="node">The innermost node with the diagnostic's span.</param>
    /// <param name="model">The meaning of its document.</param>
    /// <param name="cancellation">Ends the search.</param>
    private protected abstract IEnumerable<Edit> Edits(SyntaxNode node, SemanticModel model, CancellationToken cancellation);

    private static async Task<Document> Apply(Document document, Edit edit, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        edit.Apply(editor);
        return editor.GetChangedDocument();
    }
}
