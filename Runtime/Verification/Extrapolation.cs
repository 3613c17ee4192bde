namespace Fluxion.Verification;

/// <summary>Extrapolates a sequence of differences to the step 0.</summary>
/// <remarks>
/// <para>
/// Neville's scheme over falling steps, as in C. Ridders, "Accurate computation of F'(x) and F'(x)F''(x)", Advances in
/// Engineering Software 4 (1982). Truncation is judged by how far an entry is from the two it was made of, which are
/// one order poorer; the rounding error of the function is carried through the scheme and added.
/// </para>
/// <para>
/// Finer steps test an entry twice. They scatter around it by the rounding error alone, so that a larger scatter shows
/// an error that was assumed too small. And where they agree among themselves on something else, the larger steps
/// strode over a narrow feature, and the entry does not count.
/// </para>
/// </remarks>
internal sealed class Extrapolation
{
    private const int MaxOrder = 5;
    private const double Reconcilable = 4;

    private readonly List<Entry> _bestPerStep = [];
    private readonly List<Entry> _differences = [];
    private Entry[] _row = [];

    /// <summary>Adds a difference, of a smaller step than the one before.</summary>
    /// <param name="abscissa">What the truncation error is a polynomial in: the step or its square.</param>
    /// <param name="difference">The difference and its rounding error; not finite where the function is not.</param>
    internal void Add(double abscissa, Estimate difference)
    {
        if (!difference.IsKnown)
        {
            // What the larger steps saw is not connected to the point.
            _bestPerStep.Clear();
            _differences.Clear();
            _row = [];
            return;
        }

        Entry[] row = new Entry[Math.Min(_row.Length, MaxOrder) + 1];
        row[0] = new Entry(_differences.Count, abscissa, difference.Value, double.PositiveInfinity, difference.Error);
        _differences.Add(row[0]);

        for (int order = 1; order < row.Length; order++)
        {
            row[order] = Combine(_differences[^(order + 1)].Abscissa, _row[order - 1], row[order - 1]);
        }

        _row = row;

        if (row.Length > 1)
        {
            _bestPerStep.Add(row.MinBy(entry => entry.Truncation + entry.Rounding));
        }
    }

    /// <summary>The best entry that the finer steps do not contradict.</summary>
    internal Estimate Best()
    {
        Estimate[] estimates = [.. _bestPerStep.Select(WithScatter)];
        Estimate best = Estimate.Unknown;

        for (int i = 0; i < estimates.Length; i++)
        {
            if (estimates[i].Error < best.Error && IsReconcilable(estimates[i], estimates.AsSpan(i + 1)))
            {
                best = estimates[i];
            }
        }

        return best;
    }

    private static bool IsReconcilable(Estimate candidate, ReadOnlySpan<Estimate> finerOnes)
    {
        foreach (Estimate finer in finerOnes)
        {
            if (Math.Abs(finer.Value - candidate.Value) > Reconcilable * (finer.Error + candidate.Error))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The line through two entries, at 0.</summary>
    private static Entry Combine(double coarseAbscissa, Entry coarse, Entry fine)
    {
        double width = coarseAbscissa - fine.Abscissa;
        double value = fine.Value + ((fine.Value - coarse.Value) * fine.Abscissa / width);
        double rounding = ((coarseAbscissa * fine.Rounding) + (fine.Abscissa * coarse.Rounding)) / width;
        double truncation = Math.Max(Math.Abs(value - coarse.Value), Math.Abs(value - fine.Value));
        return fine with { Value = value, Truncation = truncation, Rounding = rounding };
    }

    /// <summary>The entry with its rounding error enlarged to what the finer differences show of it.</summary>
    private Estimate WithScatter(Entry entry)
    {
        double ownDistance = Math.Abs(_differences[entry.Step].Value - entry.Value);
        double scatter = 1;

        foreach (Entry finer in _differences.Skip(entry.Step + 1))
        {
            double truncation = ownDistance * finer.Abscissa / entry.Abscissa;
            double excess = Math.Abs(finer.Value - entry.Value) - truncation;

            if (excess > scatter * finer.Rounding)
            {
                scatter = excess / finer.Rounding;
            }
        }

        return new Estimate(entry.Value, entry.Truncation + (scatter * entry.Rounding));
    }

    /// <summary>An entry of the scheme.</summary>
    /// <param name="Step">The number of its smallest step.</param>
    /// <param name="Abscissa">The abscissa of that step.</param>
    /// <param name="Value">The extrapolated difference.</param>
    /// <param name="Truncation">How far extrapolation may be off.</param>
    /// <param name="Rounding">How far rounding may have put it off.</param>
    private readonly record struct Entry(int Step, double Abscissa, double Value, double Truncation, double Rounding);
}
