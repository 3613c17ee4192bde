using Fluxion.Plotting.Layers;

namespace Fluxion.Plotting;

public sealed partial class Plot
{
    private const int CurveSamples = 512;

    /// <summary>Adds a mark at every point.</summary>
    /// <param name="x">The horizontal coordinates.</param>
    /// <param name="y">The vertical ones, as many.</param>
    /// <param name="label">The text in the legend.</param>
    /// <returns>The plot itself.</returns>
    /// <exception cref="ArgumentException">A coordinate is empty, or they differ in length.</exception>
    public Plot Scatter(Values x, Values y, string? label = null)
    {
        PlotArguments.Pairs(x, y);
        return Add(new ScatterLayer(x.Numbers, y.Numbers, label, NextStyle<ScatterLayer>()));
    }

    /// <summary>Adds a line through points in the order given.</summary>
    /// <inheritdoc cref="Scatter"/>
    public Plot Line(Values x, Values y, string? label = null)
    {
        PlotArguments.Pairs(x, y);
        return Add(new LineLayer(x.Numbers, y.Numbers, label, NextStyle<LineLayer>()));
    }

    /// <summary>Adds the graph of a function, evaluated here at 512 places.</summary>
    /// <param name="function">The function; where it is NaN or infinite its graph is broken.</param>
    /// <param name="range">From where to where, evenly spread on the horizontal axis.</param>
    /// <param name="label">The text in the legend.</param>
    /// <returns>The plot itself.</returns>
    /// <exception cref="ArgumentException">
    /// The range is empty or not finite, or starts at zero or below although <see cref="XScale"/> is logarithmic.
    /// </exception>
    public Plot Curve(Func<double, double> function, (double From, double To) range, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        CheckRange(range, XScale, nameof(range));
        Axes.Axis axis = Axes.AxisFit.Exactly(XScale, range.From, range.To);
        double[] x = [.. Enumerable.Range(0, CurveSamples).Select(i => axis.At(i / (CurveSamples - 1.0)))];
        return Add(new LineLayer(x, [.. x.Select(function)], label, NextStyle<LineLayer>()));
    }

    /// <summary>Adds the history of a cost: a line over 0, 1, 2 ….</summary>
    /// <remarks>
    /// A history that ends not finite or far above its start diverges. As long as another layer does not, it does not
    /// stretch the vertical axis to where it went, but leaves the frame, with an arrow where it does.
    /// </remarks>
    /// <param name="costs">The cost after each epoch or step.</param>
    /// <param name="label">The text in the legend.</param>
    /// <returns>The plot itself.</returns>
    /// <exception cref="ArgumentException"><paramref name="costs"/> is empty.</exception>
    public Plot History(Values costs, string? label = null)
    {
        PlotArguments.NotEmpty(costs, nameof(costs));
        return Add(new HistoryLayer(costs.Numbers, label, NextStyle<HistoryLayer>()));
    }

    /// <summary>Adds the contours of a cost of two parameters, labelled with their levels.</summary>
    /// <remarks>
    /// The levels are chosen by the area they enclose, so that they show the valley as well as the walls of a cost
    /// that spans decades. The cost is evaluated whenever the plot is drawn, over the whole frame, which is the given
    /// region unless <see cref="XRange"/> or <see cref="YRange"/> says otherwise; other layers are cut at it. Where the
    /// cost is NaN or infinite there is no contour.
    /// </remarks>
    /// <param name="cost">The cost as a function of the horizontal and the vertical coordinate.</param>
    /// <param name="x">From where to where horizontally.</param>
    /// <param name="y">From where to where vertically.</param>
    /// <param name="options">How the contours are drawn.</param>
    /// <returns>The plot itself.</returns>
    /// <exception cref="ArgumentException">
    /// A range is empty or not finite, or starts at zero or below although its axis is logarithmic.
    /// </exception>
    public Plot Contour(
        Func<double, double, double> cost,
        (double From, double To) x,
        (double From, double To) y,
        ContourOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cost);
        CheckRange(x, XScale, nameof(x));
        CheckRange(y, YScale, nameof(y));
        return Add(new ContourLayer(cost, x, y, options ?? new ContourOptions()));
    }

    /// <summary>Adds the way of an optimizer: a ring at the start, dots at the steps, a large one at the end.</summary>
    /// <inheritdoc cref="Scatter"/>
    public Plot Descent(Values x, Values y, string? label = null)
    {
        PlotArguments.Pairs(x, y);
        return Add(new DescentLayer(x.Numbers, y.Numbers, label, NextStyle<DescentLayer>()));
    }

    private static void CheckRange((double From, double To) range, AxisScale scale, string name)
    {
        PlotArguments.Range(range, name);

        if (scale == AxisScale.Log && range.From <= 0)
        {
            string message = FormattableString.Invariant(
                $"{name} starts at {range.From}, which a logarithmic axis cannot show.");
            throw new ArgumentException(message, name);
        }
    }

    private Plot Add(Layer layer)
    {
        _layers.Add(layer);
        return this;
    }

    /// <summary>The next colour of all, and the next dash or marker of those for layers of this type.</summary>
    private SeriesStyle NextStyle<TLayer>()
        where TLayer : Layer
    {
        // Contours have taken the first colour; what lies on them must stand out.
        return new SeriesStyle(_layers.Count, _layers.Count(layer => layer is TLayer));
    }
}
