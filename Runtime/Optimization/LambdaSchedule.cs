namespace Fluxion.Optimization;

/// <summary>Multiplies the first rate by a function of the step.</summary>
/// <remarks>PyTorch's <c>LambdaLR</c>. The function is not part of the saved state.</remarks>
public sealed class LambdaSchedule : Schedule
{
    private readonly Func<long, double> _factor;

    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="factor">The factor at each step from 0 on.</param>
    public LambdaSchedule(ISchedulable optimizer, Func<long, double> factor)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(factor);
        _factor = factor;
        Start();
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate) => baseRate * _factor(Position);

    /// <inheritdoc/>
    protected override double Restart(double rate, double baseRate) => NextRate(rate, baseRate);
}
