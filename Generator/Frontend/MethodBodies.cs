using System.Threading;
using Fluxion.Generator.Frontend.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// The bodies of methods whose source is in the compilation, each bound once. Whatever the lowering learns from the inside
/// of a member it learns here, so that it is known what a result depends on.
/// </summary>
internal sealed class MethodBodies(Compilation compilation, CancellationToken cancellation)
{
    private readonly Dictionary<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public Compilation Compilation { get; } = compilation;

    /// <summary>The members that have been looked into.</summary>
    public BodyReads Reads { get; } = new();

    /// <summary>Where what is lowered comes from.</summary>
    public SourcePlaces Places { get; } = new();

    /// <summary>Whether a method gives its results one by one.</summary>
    public bool IsIterator(IMethodSymbol method) => method.ReturnType.Name is "IEnumerable" or "IEnumerator"
        && Of(method) is IOperation body
        && body.Descendants().Any(static part => part.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak);

    /// <summary>Who calls whom among them.</summary>
    public CallGraph Calls => field ??= new CallGraph(this);

    /// <summary>The body as written, type parameters and all; null where there is none.</summary>
    public IOperation? Of(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;

        if (!_bodies.TryGetValue(definition, out IOperation? body))
        {
            body = Bind(definition);
            _bodies.Add(definition, body);
        }

        return body;
    }

    private readonly Dictionary<string, Compilation> _libraries = [];

    /// <summary>The method that does what a member of <c>System.Numerics</c> does; null where there is none.</summary>
    public IMethodSymbol? Numerics(IMethodSymbol member, int count)
    {
        string[] types = [.. member.Parameters.Select(static p => p.Type.ToDisplayString())];
        return Numerics(member.ContainingType, member.Name).FirstOrDefault(m => m.Parameters.Length == count
                && m.Parameters.Skip(count - types.Length).Select(static p => p.Type.ToDisplayString()).SequenceEqual(types));
    }

    /// <summary>The methods that do what members of one name of <c>System.Numerics</c> do.</summary>
    public IEnumerable<IMethodSymbol> Numerics(INamedTypeSymbol type, string name) =>
        MembersOf(NumericTypes.IsTensors(type) ? TensorSource.Text : NumericSource.Text, type, name);

    /// <summary>The method that does what one of LINQ, <c>Array</c> or the like does; null where there is none.</summary>
    public IMethodSymbol? Memory(IMethodSymbol method)
    {
        IMethodSymbol? own = MemoryTypes.Contains(method.ContainingType.ToDisplayString())
            ? MembersOf(MemorySource, method.ContainingType, method.Name).FirstOrDefault(m => CollectionTypes.IsLike(m, method))
            : null;
        return own is { IsGenericMethod: true } ? own.Construct([.. method.TypeArguments]) : own;
    }

    /// <summary>A zip of which only one sequence is known to end.</summary>
    public IMethodSymbol Zip(IMethodSymbol method, bool isFirstCounted) =>
        MembersOf(MemorySource, method.ContainingType, isFirstCounted ? "ZipWithAny" : "ZipAnyWith")
            .Single(m => m.Arity == method.Arity).Construct([.. method.TypeArguments]);

    private static readonly string[] MemoryTypes = ["System.Linq.Enumerable", "System.Array", "System.MemoryExtensions", "System.ArgumentOutOfRangeException"];

    // One of them uses the other.
    private static readonly string MemorySource = string.Join("\n", SequenceSource.Text, ArraySource.Members);

    private IEnumerable<IMethodSymbol> MembersOf(string text, INamedTypeSymbol type, string name) =>
        Library(text).GetTypeByMetadataName($"{NumericSource.Namespace}.{type.Name}Members")
            ?.GetMembers(name).OfType<IMethodSymbol>() ?? [];

    /// <summary>The type of our own that stands for one of the library's; any other type itself.</summary>
    public INamedTypeSymbol Own(INamedTypeSymbol type) => CollectionTypes.IsKnown(type)
        ? Library(CollectionSource.Text).GetTypeByMetadataName($"{NumericSource.Namespace}.{type.MetadataName}")!
            .Construct([.. type.TypeArguments])
        : type;

    /// <summary>The compilation together with source of our own.</summary>
    private Compilation Library(string text)
    {
        Reads.AddLibrary(text);

        if (!_libraries.TryGetValue(text, out Compilation? library))
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(
                text, (CSharpParseOptions?)Compilation.SyntaxTrees.FirstOrDefault()?.Options, cancellationToken: cancellation);
            library = Compilation.AddSyntaxTrees(tree);
            _libraries.Add(text, library);
            _models[tree] = library.GetSemanticModel(tree);
        }

        return library;
    }

    /// <summary>What a field or an automatic property is given before the constructor runs; null for nothing.</summary>
    public IOperation? Initializer(ISymbol member)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            EqualsValueClauseSyntax? value = reference.GetSyntax(cancellation) switch
            {
                VariableDeclaratorSyntax field => field.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };

            if (value is not null)
            {
                return Operation(value) is ISymbolInitializerOperation initializer ? initializer.Value : null;
            }
        }

        return null;
    }

    /// <summary>
    /// The semantic model the pipeline already has is better than a new one: what it has bound stays bound.
    /// </summary>
    public void Use(SemanticModel model) => _models[model.SyntaxTree] = model;

    /// <summary>Whether the compiler finds errors in the member around some syntax.</summary>
    public bool HasErrors(SyntaxNode syntax)
    {
        SyntaxNode member = syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? syntax;

        Reads.Add(syntax);
        return ModelOf(syntax.SyntaxTree)?.GetDiagnostics(member.Span, cancellation)
            .Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) == true;
    }

    /// <summary>
    /// Whether the compiler finds errors in a member, in what has been read beside it, or in any declaration: then what makes
    /// no sense here need not be our fault.
    /// </summary>
    public bool HasErrorsAround(SyntaxNode syntax) => HasErrors(syntax)
        || _bodies.Keys.SelectMany(static m => m.DeclaringSyntaxReferences).Any(r => HasErrors(r.GetSyntax(cancellation)))
        || Compilation.GetDeclarationDiagnostics(cancellation).Any(static d => d.Severity == DiagnosticSeverity.Error);

    private IOperation? Bind(IMethodSymbol method)
    {
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode syntax = reference.GetSyntax(cancellation);

            if (Operation(syntax) is IOperation operation && HasBody(operation))
            {
                return operation;
            }
        }

        return null;
    }

    private static bool HasBody(IOperation operation) => operation switch
    {
        IMethodBodyOperation body => body.BlockBody is not null || body.ExpressionBody is not null,
        IConstructorBodyOperation => true,
        IBlockOperation => true,
        ILocalFunctionOperation function => function.Body is not null,
        _ => false,
    };

    private IOperation? Operation(SyntaxNode syntax)
    {
        Reads.Add(syntax);

        if (ModelOf(syntax.SyntaxTree)?.GetOperation(syntax, cancellation) is not IOperation operation)
        {
            return null;
        }

        Reads.Add(operation);
        return operation;
    }

    /// <summary>Null for source of another project, of which a build of this one sees the metadata only.</summary>
    private SemanticModel? ModelOf(SyntaxTree tree)
    {
        if (!_models.TryGetValue(tree, out SemanticModel? model))
        {
            if (!Compilation.ContainsSyntaxTree(tree))
            {
                return null;
            }

            model = Compilation.GetSemanticModel(tree);
            _models.Add(tree, model);
        }

        return model;
    }
}
