namespace Fluxion.Plotting.Axes;

/// <summary>The extent of what is to be shown, over the points that both axes can show.</summary>
internal sealed class DataBounds(AxisScale xScale, AxisScale yScale)
{
    public double Left { get; private set; } = double.PositiveInfinity;

    public double Right { get; private set; } = double.NegativeInfinity;

    public double Bottom { get; private set; } = double.PositiveInfinity;

    public double Top { get; private set; } = double.NegativeInfinity;

    /// <summary>Points above are left out of the extent, and so leave the frame.</summary>
    public double Ceiling { get; set; } = double.PositiveInfinity;

    public bool IsEmpty => Left > Right;

    public void Include(double x, double y)
    {
        if (!Axis.CanShow(xScale, x) || !Axis.CanShow(yScale, y) || y > Ceiling)
        {
            return;
        }

        Left = Math.Min(Left, x);
        Right = Math.Max(Right, x);
        Bottom = Math.Min(Bottom, y);
        Top = Math.Max(Top, y);
    }
}
