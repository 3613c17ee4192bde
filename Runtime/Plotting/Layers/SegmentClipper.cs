namespace Fluxion.Plotting.Layers;

/// <summary>
/// Cuts segments at the frame (Liang and Barsky, 1984). An SVG <c>clipPath</c> would do it too, but needs an id, which
/// clashes when two figures stand in one page.
/// </summary>
internal static class SegmentClipper
{
    /// <summary>The part of a segment inside the frame; false if there is none.</summary>
    public static bool TryClip(Frame frame, Pixel from, Pixel to, out Pixel start, out Pixel end)
    {
        double enter = 0;
        double leave = 1;
        (start, end) = (from, to);

        bool visible = Cut(from.X - to.X, from.X - frame.Left, ref enter, ref leave)
            && Cut(to.X - from.X, frame.Right - from.X, ref enter, ref leave)
            && Cut(from.Y - to.Y, from.Y - frame.Top, ref enter, ref leave)
            && Cut(to.Y - from.Y, frame.Bottom - from.Y, ref enter, ref leave);

        if (visible)
        {
            start = enter > 0 ? Between(from, to, enter) : from;
            end = leave < 1 ? Between(from, to, leave) : to;
        }

        return visible;
    }

    /// <summary>Narrows the visible part to one side of an edge, given the speed towards it and the distance.</summary>
    private static bool Cut(double speed, double distance, ref double enter, ref double leave)
    {
        if (speed == 0)
        {
            return distance >= 0;
        }

        double crossing = distance / speed;

        if (speed < 0)
        {
            enter = Math.Max(enter, crossing);
        }
        else
        {
            leave = Math.Min(leave, crossing);
        }

        return enter <= leave;
    }

    private static Pixel Between(Pixel from, Pixel to, double share) =>
        new(from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
}
