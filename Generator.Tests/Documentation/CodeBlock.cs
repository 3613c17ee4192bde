using System.Globalization;

namespace Fluxion.Generator.Tests.Documentation;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The first word of the info string: <c>csharp</c>.</param>
/// <param name="Kind">The rest of it, which readers do not see and which says what the tests do with the block.</param>
/// <param name="Text">What is between the fences.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
internal sealed record CodeBlock(string Language, string Kind, string Text, int Line)
{
    public string Place(string page) => string.Create(CultureInfo.InvariantCulture, $"{page}:{Line}");
}
