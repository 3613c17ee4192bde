using System.Globalization;
using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>The methods that call themselves and are called by a marked one: each is lowered once for a shape of arguments.</summary>
internal sealed class RoutineRegistry(IMethodSymbol root, MethodBodies bodies)
{
    private readonly List<RoutineEntry> _entries = [];

    /// <summary>The marked method; generated code stands in its type.</summary>
    public IMethodSymbol Root { get; } = root;

    public MethodBodies Bodies { get; } = bodies;

    public IReadOnlyList<RoutineEntry> Entries => _entries;

    /// <summary>The classes of which objects are made.</summary>
    public IReadOnlyList<INamedTypeSymbol> CreatedTypes => field ??= Frontend.CreatedTypes.From(Root, Bodies);

    /// <summary>The classes of the objects in an array, by the names of its parts.</summary>
    public Dictionary<EquatableArray<string>, INamedTypeSymbol[]> Kinds { get; } = [];

    public EquatableArray<RoutineModel> Models { get; private set; }

    public RoutineEntry? Find(IMethodSymbol method, FrontValue shape) => _entries.Find(
        entry => SymbolEqualityComparer.Default.Equals(entry.Method, method) && entry.Shape.Equals(shape));

    public int CountOf(IMethodSymbol method) =>
        _entries.Count(entry => SymbolEqualityComparer.Default.Equals(entry.Method, method));

    public RoutineEntry Add(IMethodSymbol method, FrontValue shape, SyntaxNode site)
    {
        string stem = method.MethodKind == MethodKind.Ordinary || method.Name.Length > 0 ? Identifiers.Pascal(PlainName(method)) : "Lambda";
        string own = Root.Name + Overload();
        string number = "";

        for (int i = 2; !IsFree(own, stem + number); i++)
        {
            number = i.ToString(CultureInfo.InvariantCulture);
        }

        Routine routine = new(
            Root.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ".",
            $"{own}Value{stem}{number}", $"{own}Forward{stem}{number}", $"{own}Reverse{stem}{number}");
        RoutineEntry entry = new(method, shape, routine, site);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>Forgets what was added since there were only <paramref name="count"/>.</summary>
    public void Rewind(int count) => _entries.RemoveRange(count, _entries.Count - count);

    /// <summary>The marked method, once it is known what each of the others writes to.</summary>
    public Function Complete(Function function, DiagnosticSink diagnostics)
    {
        if (_entries.Count == 0)
        {
            return function;
        }

        RoutineMemory memory = RoutineMemory.Of(function, [.. _entries.Where(static e => e.Function is not null)]);
        HashSet<string> writing = [.. memory.WritesToFields(function).Concat(_entries.Where(static e => e.Function is not null)
            .SelectMany(entry => memory.WritesToFields(memory.Complete(entry))))];

        foreach (RoutineEntry entry in _entries.Where(entry => writing.Contains(entry.Routine.Value)))
        {
            diagnostics.Report(
                DiagnosticDescriptors.StaticState, entry.Site.GetLocation(), StatementText.Of(entry.Site), Reasons.StaticWrite);
        }

        Models = [.. _entries.Where(static e => e.Function is not null).Select(entry =>
            new RoutineModel(memory.Known(entry.Routine), SignatureReader.Display(entry.Method), memory.Complete(entry)))];
        return memory.Complete(function);
    }

    // get_Item → Item
    private static string PlainName(IMethodSymbol method) =>
        method.AssociatedSymbol is IPropertySymbol property ? property.MetadataName : method.Name.Split('.').Last();

    /// <summary>Each marked method has routines of its own; overloads of it are told apart by their place.</summary>
    private string Overload()
    {
        string[] overloads =
        [
            .. Root.ContainingType.GetMembers(Root.Name).OfType<IMethodSymbol>()
                .Select(static method => method.ToDisplayString()).OrderBy(static text => text, StringComparer.Ordinal),
        ];

        return overloads.Length < 2
            ? ""
            : (Array.IndexOf(overloads, Root.ToDisplayString()) + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static readonly string[] Parts = ["Value", "Forward", "Reverse"];

    private bool IsFree(string own, string stem) => Parts.All(kind =>
        Root.ContainingType.GetMembers(own + kind + stem).IsEmpty && _entries.All(e => e.Routine.Value != own + kind + stem));
}
