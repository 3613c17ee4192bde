namespace Fluxion.Generator.Tests.Documentation;

/// <summary>Programs that print to the console, which there is one of, run one after another.</summary>
[CollectionDefinition(nameof(ConsoleOutput), DisableParallelization = true)]
public sealed class ConsoleOutput;
