namespace Fluxion.Verification;

/// <summary>Extrapolates a sequence of differences to the step 0.</summary>
/// <remarks>
/// <para>
/// Neville's scheme over falling steps, as in C. Ridders, "Accurate computation of F'(x) and F'(x)F''(x)", Advances
/// in Engineering Software 4 (1982). Truncation is judged by how far an entry is from the two it was made of, which
/// are one order poorer; the rounding error of the function is carried through the scheme and added.
/// </para>
/// <para>
/// Large steps may agree among each other on something that is not the derivative, because they stride over a narrow
/// feature. Hence an entry counts only if all finer steps, each to its own error, can be reconciled with it.
/// </para>
/// </remarks>
internal sealed class Extrapolation
{
    private const int MaxOrder = 5;
    private const double Reconcilable = 4;

    private readonly List<Estimate> _bestPerStep = [];
    private readonly List<double> _abscissas = [];
    private Estimate[] _row = [];

    /// <summary>Adds a difference, of a smaller step than the one before.</summary>
    /// <param name="abscissa">What the truncation error is a polynomial in: the step or its square.</param>
    /// <param name="difference">The difference and its rounding error; not finite where the function is not.</param>
    internal void Add(double abscissa, Estimate difference)
    {
        if (!difference.IsKnown)
        {
            // What the larger steps saw is not connected to the point.
            _bestPerStep.Clear();
            _abscissas.Clear();
            _row = [];
            return;
        }

        _abscissas.Add(abscissa);
        Estimate[] row = new Estimate[Math.Min(_row.Length, MaxOrder) + 1];
        row[0] = difference;
        Estimate best = Estimate.Unknown;

        for (int order = 1; order < row.Length; order++)
        {
            Estimate coarse = _row[order - 1];
            Estimate fine = row[order - 1];
            row[order] = Combine(_abscissas[^(order + 1)], coarse, abscissa, fine);
            best = Better(best, Judge(row[order], coarse, fine));
        }

        _row = row;

        if (best.IsKnown)
        {
            _bestPerStep.Add(best);
        }
    }

    /// <summary>The best entry that the finer steps do not contradict.</summary>
    internal Estimate Best()
    {
        Estimate best = Estimate.Unknown;

        for (int i = 0; i < _bestPerStep.Count; i++)
        {
            if (_bestPerStep[i].Error < best.Error && IsReconcilable(i))
            {
                best = _bestPerStep[i];
            }
        }

        return best;
    }

    /// <summary>The line through two entries, at 0; the errors are those of rounding alone.</summary>
    private static Estimate Combine(double coarseAbscissa, Estimate coarse, double fineAbscissa, Estimate fine)
    {
        double width = coarseAbscissa - fineAbscissa;
        double value = fine.Value + ((fine.Value - coarse.Value) * fineAbscissa / width);
        double error = ((coarseAbscissa * fine.Error) + (fineAbscissa * coarse.Error)) / width;
        return new Estimate(value, error);
    }

    private static Estimate Judge(Estimate entry, Estimate coarse, Estimate fine)
    {
        double truncation = Math.Max(Math.Abs(entry.Value - coarse.Value), Math.Abs(entry.Value - fine.Value));
        return entry with { Error = truncation + entry.Error };
    }

    private static Estimate Better(Estimate left, Estimate right) => right.Error < left.Error ? right : left;

    private bool IsReconcilable(int index)
    {
        Estimate candidate = _bestPerStep[index];

        for (int i = index + 1; i < _bestPerStep.Count; i++)
        {
            Estimate finer = _bestPerStep[i];

            if (Math.Abs(finer.Value - candidate.Value) > Reconcilable * (finer.Error + candidate.Error))
            {
                return false;
            }
        }

        return true;
    }
}
