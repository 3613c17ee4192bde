namespace Fluxion.Generator.Symbolic;

/// <summary>What running a function costs, as formulas over the lengths of its arrays.</summary>
/// <param name="Operations">How many operations on floating numbers it does; with branches, at most.</param>
/// <param name="Bytes">How many bytes it records.</param>
/// <param name="IsBound">Whether there are branches.</param>
/// <param name="CountsTrips">Whether there are loops of which is not known how often they run.</param>
internal sealed record Work(Term Operations, Term Bytes, bool IsBound, bool CountsTrips = false)
{
    /// <summary>Whether both are known.</summary>
    public bool IsKnown => Operations.Gap is null && Bytes.Gap is null;
}
