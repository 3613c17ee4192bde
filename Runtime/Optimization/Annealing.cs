namespace Fluxion.Optimization;

/// <summary>The way from one rate to another.</summary>
public enum Annealing
{
    /// <summary>Half a period of a cosine.</summary>
    Cosine,

    /// <summary>A straight line.</summary>
    Linear,
}
