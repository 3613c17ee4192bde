namespace Fluxion.Plotting.Axes;

/// <summary>The ticks of an axis.</summary>
/// <param name="Ticks">In ascending order.</param>
/// <param name="Exponent">The power of ten that the labels leave out; 0 if they are the numbers themselves.</param>
internal sealed record TickSet(IReadOnlyList<Tick> Ticks, int Exponent = 0);
