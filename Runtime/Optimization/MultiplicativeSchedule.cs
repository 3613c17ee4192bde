namespace Fluxion.Optimization;

/// <summary>Multiplies the former rate by a function of the step.</summary>
/// <remarks>PyTorch's <c>MultiplicativeLR</c>. The function is not part of the saved state.</remarks>
public sealed class MultiplicativeSchedule : Schedule
{
    private readonly Func<long, double> _factor;

    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="factor">The factor at each step from 1 on.</param>
    public MultiplicativeSchedule(ISchedulable optimizer, Func<long, double> factor)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(factor);
        _factor = factor;
        Start();
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) => Position == 0 ? rate : rate * _factor(Position);

    /// <inheritdoc/>
    protected override double Restart(double rate, double baseRate) => rate;
}
