namespace Fluxion.Optimization;

/// <summary>Lets the rate fall to 0 like a power of the steps that are left.</summary>
/// <remarks>PyTorch's <c>PolynomialLR</c>.</remarks>
public sealed class PolynomialSchedule : Schedule
{
    /// <summary>Takes the settings, with PyTorch's defaults, and sets the first rate.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="totalSteps">The step at which 0 is reached: 1 or more.</param>
    /// <param name="power">The power: 0 or greater.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is NaN or outside its range.</exception>
    public PolynomialSchedule(ISchedulable optimizer, int totalSteps = 5, double power = 1)
        : base(optimizer)
    {
        TotalSteps = Settings.Positive(totalSteps);
        Power = Settings.NotNegative(power);
        Start();
    }

    /// <summary>The step at which 0 is reached.</summary>
    public int TotalSteps { get; }

    /// <summary>The power.</summary>
    public double Power { get; }

    /// <inheritdoc/>
    public override void Transfer(StateTransfer state)
    {
        base.Transfer(state);
        state.Setting("totalSteps", (long)TotalSteps);
        state.Setting("power", Power);
    }

    /// <inheritdoc/>
    protected override double NextRate(double rate, double baseRate)
    {
        if (Position == 0 || Position > TotalSteps)
        {
            return rate;
        }

        double left = 1 - ((double)Position / TotalSteps);
        double formerLeft = 1 - ((double)(Position - 1) / TotalSteps);
        return rate * Math.Pow(left / formerLeft, Power);
    }
}
