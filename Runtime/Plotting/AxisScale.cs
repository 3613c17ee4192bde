namespace Fluxion.Plotting;

/// <summary>How the numbers of an axis are spread along it.</summary>
public enum AxisScale
{
    /// <summary>Equal differences are equally long.</summary>
    Linear,

    /// <summary>Equal ratios are equally long. Zero and negative numbers have no place and are skipped.</summary>
    Log,
}
