using Fluxion.Generator.Infrastructure;

namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>What a piece of a program can see where it stands.</summary>
internal sealed record Scope
{
    /// <summary>Floating variables that can be read.</summary>
    public EquatableArray<string> Reals { get; init; } = [];

    /// <summary>Those, and fields and elements, that can be written.</summary>
    public EquatableArray<string> Targets { get; init; } = [];

    /// <summary>Arrays and spans of three elements or more.</summary>
    public EquatableArray<string> Memories { get; init; } = [];

    /// <summary>Arrays of n elements.</summary>
    public EquatableArray<string> Vectors { get; init; } = [];

    /// <summary>Integers that are 0, 1 or 2.</summary>
    public EquatableArray<string> Indices { get; init; } = [];

    /// <summary>Integers from 0 to n − 1.</summary>
    public EquatableArray<string> Wholes { get; init; } = [];

    /// <summary>Expressions from 0 to n − 1 that walk a step behind.</summary>
    public EquatableArray<string> Predecessors { get; init; } = [];

    /// <summary>How many blocks may still be nested.</summary>
    public int Depth { get; init; } = 3;

    public bool IsInLoop { get; init; }

    /// <summary>Whether this is the method itself, which can call its helpers, or one of these.</summary>
    public bool IsOuter { get; init; }

    /// <summary>Whether only what can run in the lanes of vectors is wanted.</summary>
    public bool IsVector { get; init; }

    public Scope Variable(string name) => this with { Reals = [.. Reals, name], Targets = [.. Targets, name] };

    public Scope Loop(string index) => this with { Indices = [.. Indices, index], IsInLoop = true };

    public Scope WholeLoop(string index) => this with { Wholes = [.. Wholes, index], IsInLoop = true };

    public Scope Recurrence(string index) =>
        WholeLoop(index) with { Predecessors = [.. Predecessors, index + " - 1"] };

    /// <summary>A loop whose only variables are sums: <c>u</c> and <c>w</c>, which are not read in it.</summary>
    public Scope Lanes(string index) => this with
    {
        Reals = [.. Reals.Where(static name => name is not ("u" or "w"))],
        Targets = [],
        Indices = [],
        Wholes = [index],
        Predecessors = [],
        IsVector = true,
        IsInLoop = true,
    };
}
