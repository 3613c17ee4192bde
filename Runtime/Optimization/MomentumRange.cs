namespace Fluxion.Optimization;

/// <summary>Between which values a schedule moves the momentum, against the rate.</summary>
/// <remarks>For Adam and its relatives the momentum is the decay of the mean gradient, <c>beta1</c>.</remarks>
/// <param name="Minimum">The momentum where the rate is greatest.</param>
/// <param name="Maximum">The momentum where the rate is smallest.</param>
public sealed record MomentumRange(double Minimum, double Maximum)
{
    internal static MomentumRange Check(MomentumRange range, IReadOnlyList<ISchedulable> groups, string name)
    {
        if (!(range.Minimum >= 0) || !(range.Maximum >= 0))
        {
            throw Settings.Refusal(name, range, "two numbers that are 0 or greater");
        }

        if (groups.Any(group => group.Momentum is null))
        {
            throw new ArgumentException("The optimizer has no momentum to change; set cycleMomentum to false.", name);
        }

        return range;
    }
}
