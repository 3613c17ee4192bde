namespace Fluxion.Verification;

/// <summary>A gradient did not pass its comparison with numeric differences.</summary>
public sealed class GradientMismatchException : Exception
{
    /// <summary>Says what the report says.</summary>
    /// <param name="report">The report.</param>
    public GradientMismatchException(GradientReport report)
        : base(report?.Failure)
    {
        Report = report;
    }

    /// <summary>Says that some gradient did not pass.</summary>
    public GradientMismatchException()
    {
    }

    /// <summary>Says what <paramref name="message"/> says.</summary>
    /// <param name="message">The message.</param>
    public GradientMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Says what <paramref name="message"/> says.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">What led to it.</param>
    public GradientMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The comparison, parameter by parameter, if there was one.</summary>
    public GradientReport? Report { get; }
}
