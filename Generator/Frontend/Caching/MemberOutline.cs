using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>A member that has a body, an initializer or both.</summary>
/// <param name="Start">Where the member begins, without the trivia before it.</param>
/// <param name="Bodies">From where its first body begins to where its last one ends.</param>
/// <param name="Hash">The text of its bodies.</param>
internal sealed record MemberOutline(MemberKey Key, int Start, TextSpan Bodies, ContentHash Hash);
