namespace Fluxion.Generator.Symbolic;

/// <summary>Why something has no closed form.</summary>
/// <param name="Construct">What stands in the way, as a message names it.</param>
/// <param name="Reason">Why it does.</param>
/// <param name="Statement">The user's statement it is in, as remarks quote it; empty if that is not known.</param>
/// <param name="Loop">The label of the loop it is; −1 if it is none.</param>
internal sealed record Obstacle(string Construct, string Reason, string Statement, int Loop = -1);
