namespace Fluxion.Generator.Models;

/// <summary>How C# goes through the elements of a parameter.</summary>
internal enum SequenceForm
{
    Array,
    Span,
    List,

    /// <summary>An interface, whose elements are copied first.</summary>
    Interface,
}

/// <summary>
/// What a parameter is that has elements which the intermediate representation keeps in an array for each of their numbers.
/// </summary>
/// <param name="Form">How to go through it.</param>
/// <param name="ElementType">The type of an element, as C# text.</param>
/// <param name="Element">What an element consists of; a number has one part, without a path.</param>
internal sealed record Sequence(SequenceForm Form, string ElementType, Composite Element);
