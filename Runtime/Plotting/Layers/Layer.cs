using Fluxion.Plotting.Axes;
using Fluxion.Plotting.Svg;

namespace Fluxion.Plotting.Layers;

/// <summary>Something drawn into the frame; later layers lie over earlier ones.</summary>
internal abstract class Layer(string? label, SeriesStyle style)
{
    /// <summary>The width of a sample in the legend.</summary>
    public const double KeyWidth = 28;

    /// <summary>The text in the legend, if the layer is in it.</summary>
    public string? Label { get; } = label;

    /// <summary>Whether marks reach around their points, so that the frame needs room at its ends.</summary>
    public virtual bool NeedsRoom => false;

    /// <summary>Whether the layer fills a region that then is the frame's extent.</summary>
    public virtual bool FillsFrame => false;

    /// <summary>Whether the layer runs away and should not decide how far the frame reaches.</summary>
    public virtual bool Diverges => false;

    protected SeriesStyle Style { get; } = style;

    /// <summary>Makes the extent of the figure include the layer's.</summary>
    public abstract void Extend(DataBounds bounds);

    /// <summary>The pixels of the points in the frame; none for a layer that is not made of points.</summary>
    public virtual IEnumerable<Pixel> VisiblePixels(Frame frame) => [];

    public abstract void Draw(SvgWriter svg, Frame frame);

    /// <summary>Draws a sample of the layer for the legend, from <paramref name="start"/> to the right.</summary>
    public abstract void DrawKey(SvgWriter svg, Pixel start);
}
