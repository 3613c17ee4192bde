using System.Threading;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>
/// A marked method in one state of its project. It is lowered at most once; afterwards it keeps the result and what the
/// result depends on, and lets go of the compilation.
/// </summary>
internal sealed class MarkedMethod(MarkedFile file, AttributedMethod method)
{
    private readonly int _index = file.Index;
    private MarkedFile? _file = file;
    private Lowering? _lowering;

    /// <summary>A state of the project in which the result holds.</summary>
    private ProjectOutline _outline = file.Project.Outline;

    /// <summary>Equal are a method that has been lowered and one that is still to be, if that would give the same.</summary>
    public static IEqualityComparer<MarkedMethod> SameResult { get; } = new ResultComparer();

    public ParseResult Lower(CancellationToken cancellation)
    {
        MarkedFile? file = Volatile.Read(ref _file);

        if (file is null)
        {
            return _lowering!.Result;
        }

        MethodBodies bodies = new(file.Project.Compilation, cancellation);
        ParseResult result = MethodParser.Parse(file.Syntax(method), file.Model, bodies, cancellation);
        _lowering = new Lowering(result, bodies.Reads.ToRecord(file.Project));
        Volatile.Write(ref _file, null);
        return result;
    }

    private bool HoldsAs(MarkedMethod newer)
    {
        if (Volatile.Read(ref _file) is not null
            || Volatile.Read(ref newer._file) is not MarkedFile file
            || _index != newer._index
            || method.Key != newer.Method.Key
            || !file.Project.Since(_outline).Spares(method, _lowering!.Reads)
            || !_lowering.Result.Diagnostics.All(diagnostic => IsIn(file.Project, diagnostic.Location)))
        {
            return false;
        }

        // What holds now need not be compared with what once was.
        _outline = file.Project.Outline;
        return true;
    }

    private AttributedMethod Method => method;

    /// <summary>A diagnostic points into a tree; in an edited one it can have moved.</summary>
    private static bool IsIn(ProjectInput project, Location location) =>
        location.SourceTree is not SyntaxTree tree || project.Compilation.ContainsSyntaxTree(tree);

    private sealed record Lowering(ParseResult Result, ReadRecord Reads);

    private sealed class ResultComparer : IEqualityComparer<MarkedMethod>
    {
        public bool Equals(MarkedMethod? x, MarkedMethod? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && (x.HoldsAs(y) || y.HoldsAs(x)));

        public int GetHashCode(MarkedMethod obj) => obj.Method.Key.GetHashCode();
    }
}
