using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Collects diagnostics, each once: a method inlined twice has its errors once.</summary>
internal sealed class DiagnosticSink
{
    private readonly List<DiagnosticInfo> _diagnostics = [];
    private readonly HashSet<DiagnosticInfo> _seen = [];

    public bool HasErrors { get; private set; }

    public EquatableArray<DiagnosticInfo> Diagnostics => _diagnostics.ToEquatable();

    public void Report(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
    {
        DiagnosticInfo diagnostic = new(descriptor, location, arguments.ToEquatable());

        if (_seen.Add(diagnostic))
        {
            _diagnostics.Add(diagnostic);
            HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        }
    }
}
