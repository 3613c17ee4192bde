namespace Fluxion.Training;

/// <summary>How often a schedule advances.</summary>
public enum ScheduleUnit
{
    /// <summary>Once in an epoch, with the epoch's cost.</summary>
    Epoch,

    /// <summary>After each step of the optimizer, with the batch's cost.</summary>
    Step,
}
