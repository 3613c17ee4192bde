using Fluxion.Plotting.Layers;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting;

/// <summary>
/// Data over two axes: <c>new Plot { Title = "Fit" }.Scatter(x, y, "data").Line(x, fitted, "fit").Save("fit.svg")</c>.
/// </summary>
/// <remarks>
/// <para>Later layers lie over earlier ones; each that has a label gets an entry in the legend above the frame.</para>
/// <para>
/// A point with a coordinate that is NaN or infinite, or zero or negative on a logarithmic axis, is skipped, and a line
/// is broken there. (A linear axis also skips magnitudes above 1e300.) Millions of points are thinned to what can be
/// told apart. A point outside the frame is not drawn, and a line is cut at it.
/// </para>
/// <para>A plot is not safe for use by several threads at once.</para>
/// </remarks>
public sealed partial class Plot : Figure
{
    private readonly List<Layer> _layers = [];
    private readonly double _width = 720;
    private readonly double _height = 480;
    private readonly (double From, double To)? _xRange;
    private readonly (double From, double To)? _yRange;

    /// <summary>What the horizontal axis measures.</summary>
    public string? XLabel { get; init; }

    /// <summary>What the vertical axis measures.</summary>
    public string? YLabel { get; init; }

    /// <summary>How the horizontal axis is spread.</summary>
    public AxisScale XScale { get; init; }

    /// <summary>How the vertical axis is spread.</summary>
    public AxisScale YScale { get; init; }

    /// <summary>Where the horizontal axis starts and ends; <see langword="null"/> for the data's extent.</summary>
    /// <exception cref="ArgumentException">The new range is empty, not finite or beyond ±1e300.</exception>
    public (double From, double To)? XRange
    {
        get => _xRange;
        init => _xRange = PlotArguments.Range(value, nameof(XRange));
    }

    /// <summary>Where the vertical axis starts and ends; <see langword="null"/> for the data's extent.</summary>
    /// <exception cref="ArgumentException">The new range is empty, not finite or beyond ±1e300.</exception>
    public (double From, double To)? YRange
    {
        get => _yRange;
        init => _yRange = PlotArguments.Range(value, nameof(YRange));
    }

    /// <summary>The width of the picture in pixels: 200 to 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The new value is outside that range.</exception>
    public double Width
    {
        get => _width;
        init => _width = PlotArguments.Size(value, nameof(Width));
    }

    /// <summary>The height of the picture in pixels: 200 to 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The new value is outside that range.</exception>
    public double Height
    {
        get => _height;
        init => _height = PlotArguments.Size(value, nameof(Height));
    }

    internal override double TotalWidth => Width;

    internal override double TotalHeight => Height;

    internal IReadOnlyList<Layer> Layers => _layers;

    internal override void Draw(SvgWriter svg) => PlotPainter.Draw(this, svg);
}
