using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>A file with methods that seem to be marked. All of them are bound by one semantic model.</summary>
internal sealed class MarkedFile(ProjectInput project, int index, SyntaxTree tree, AttributedMethod[] marked)
{
    private WeakReference<SemanticModel>? _model;

    public ProjectInput Project { get; } = project;

    public int Index { get; } = index;

    public AttributedMethod[] Marked { get; } = marked;

    public IEnumerable<MarkedMethod> Methods => Marked.Select(method => new MarkedMethod(this, method));

    public SemanticModel Model
    {
        get
        {
            if (_model is null || !_model.TryGetTarget(out SemanticModel? model))
            {
                model = Project.Compilation.GetSemanticModel(tree);
                _model = new WeakReference<SemanticModel>(model);
            }

            return model;
        }
    }

    public MethodDeclarationSyntax Syntax(AttributedMethod method) => method.In(tree);
}
