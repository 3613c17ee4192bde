using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Axes;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">The number it stands at.</param>
/// <param name="Label">Its text; <see langword="null"/> for a minor tick.</param>
internal readonly record struct Tick(double Value, TextRun? Label);
