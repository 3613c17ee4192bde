namespace Fluxion.Benchmarks.Lstm;

/// <summary>An adjoint that stores its gates, so that the way back needs no exponential of its own.</summary>
internal sealed class LstmByHand
{
    private const int Saved = 8;

    private readonly LstmProblem _problem;
    private readonly int _bits;
    private readonly int _steps;
    private readonly double[] _gates;
    private readonly double[] _inputs;
    private readonly double[] _exponentials;
    private readonly double[] _shares;
    private readonly double[] _hidden;
    private readonly double[] _cells;
    private readonly double[] _dHidden;
    private readonly double[] _dCells;
    private readonly double[] _x;

    public LstmByHand(LstmProblem problem)
    {
        _problem = problem;
        _bits = problem.Bits;
        _steps = problem.Characters - 1;
        int units = problem.Layers * problem.Bits;
        _gates = new double[_steps * units * Saved];
        _inputs = new double[_steps * _bits];
        _exponentials = new double[_steps * _bits];
        _shares = new double[_steps];
        _hidden = new double[units];
        _cells = new double[units];
        _dHidden = new double[units];
        _dCells = new double[units];
        _x = new double[_bits];
    }

    public double ValueAndGradient(Span<double> dWeights, Span<double> dFurther)
    {
        dWeights.Clear();
        dFurther.Clear();
        Array.Clear(_dHidden);
        Array.Clear(_dCells);

        for (int layer = 0; layer < _problem.Layers; layer++)
        {
            Array.Copy(_problem.State, 2 * layer * _bits, _hidden, layer * _bits, _bits);
            Array.Copy(_problem.State, (2 * layer + 1) * _bits, _cells, layer * _bits, _bits);
        }

        double total = 0;

        for (int t = 0; t < _steps; t++)
        {
            total += Forward(t);
        }

        double seed = -1.0 / (_bits * _steps);

        for (int t = _steps - 1; t >= 0; t--)
        {
            Back(t, seed, dWeights, dFurther);
        }

        return seed * total;
    }

    private double Forward(int t)
    {
        ReadOnlySpan<double> further = _problem.Further;
        ReadOnlySpan<double> current = _problem.Text.AsSpan(t * _bits, _bits);
        ReadOnlySpan<double> next = _problem.Text.AsSpan((t + 1) * _bits, _bits);

        for (int i = 0; i < _bits; i++)
        {
            _x[i] = current[i] * further[i];
        }

        for (int layer = 0; layer < _problem.Layers; layer++)
        {
            ForwardLayer(layer, _gates.AsSpan((t * _problem.Layers + layer) * _bits * Saved, _bits * Saved));
        }

        double sum = 2, score = 0, characters = 0;

        for (int i = 0; i < _bits; i++)
        {
            double prediction = _x[i] * further[_bits + i] + further[2 * _bits + i];
            double exp = Math.Exp(prediction);
            _inputs[t * _bits + i] = _x[i];
            _exponentials[t * _bits + i] = exp;
            sum += exp;
            score += next[i] * prediction;
            characters += next[i];
        }

        _shares[t] = characters / sum;
        return score - characters * Math.Log(sum);
    }

    private void ForwardLayer(int layer, Span<double> gates)
    {
        ReadOnlySpan<double> w = _problem.Weights.AsSpan(8 * layer * _bits, 4 * _bits);
        ReadOnlySpan<double> b = _problem.Weights.AsSpan((8 * layer + 4) * _bits, 4 * _bits);
        Span<double> hidden = _hidden.AsSpan(layer * _bits, _bits), cells = _cells.AsSpan(layer * _bits, _bits);

        for (int i = 0; i < hidden.Length; i++)
        {
            double input = _x[i], before = hidden[i], cell = cells[i];
            double forget = Sigmoid(input * w[i] + b[i]);
            double ingate = Sigmoid(before * w[_bits + i] + b[_bits + i]);
            double outgate = Sigmoid(input * w[2 * _bits + i] + b[2 * _bits + i]);
            double change = Math.Tanh(before * w[3 * _bits + i] + b[3 * _bits + i]);
            double after = cell * forget + ingate * change;
            double tanh = Math.Tanh(after);
            cells[i] = after;
            hidden[i] = outgate * tanh;
            _x[i] = hidden[i];
            Span<double> saved = gates.Slice(i * Saved, Saved);
            (saved[7], saved[6], saved[5], saved[4]) = (input, before, cell, tanh);
            (saved[3], saved[2], saved[1], saved[0]) = (change, outgate, ingate, forget);
        }
    }

    private void Back(int t, double seed, Span<double> dWeights, Span<double> dFurther)
    {
        ReadOnlySpan<double> further = _problem.Further;
        double share = _shares[t];

        for (int i = 0; i < _bits; i++)
        {
            double slope = seed * (_problem.Text[(t + 1) * _bits + i] - share * _exponentials[t * _bits + i]);
            dFurther[2 * _bits + i] += slope;
            dFurther[_bits + i] += slope * _inputs[t * _bits + i];
            _x[i] = slope * further[_bits + i];
        }

        for (int layer = _problem.Layers - 1; layer >= 0; layer--)
        {
            BackLayer(
                layer,
                _gates.AsSpan((t * _problem.Layers + layer) * _bits * Saved, _bits * Saved),
                dWeights.Slice(8 * layer * _bits, 8 * _bits));
        }

        for (int i = 0; i < _bits; i++)
        {
            dFurther[i] += _x[i] * _problem.Text[t * _bits + i];
        }
    }

    private void BackLayer(int layer, ReadOnlySpan<double> gates, Span<double> dWeights)
    {
        ReadOnlySpan<double> w = _problem.Weights.AsSpan(8 * layer * _bits, 4 * _bits);
        Span<double> dHidden = _dHidden.AsSpan(layer * _bits, _bits), dCells = _dCells.AsSpan(layer * _bits, _bits);
        Span<double> dW = dWeights[..(4 * _bits)], dB = dWeights[(4 * _bits)..];

        for (int i = 0; i < dHidden.Length; i++)
        {
            ReadOnlySpan<double> saved = gates.Slice(i * Saved, Saved);
            double input = saved[7], before = saved[6], cell = saved[5], tanh = saved[4];
            double change = saved[3], outgate = saved[2], ingate = saved[1], forget = saved[0];
            double h = dHidden[i] + _x[i];
            double c = dCells[i] + h * outgate * (1 - tanh * tanh);
            double o = h * tanh * outgate * (1 - outgate);
            double f = c * cell * forget * (1 - forget);
            double g = c * change * ingate * (1 - ingate);
            double s = c * ingate * (1 - change * change);
            dCells[i] = c * forget;
            dHidden[i] = g * w[_bits + i] + s * w[3 * _bits + i];
            _x[i] = f * w[i] + o * w[2 * _bits + i];
            dW[i] += f * input;
            dB[i] += f;
            dW[_bits + i] += g * before;
            dB[_bits + i] += g;
            dW[2 * _bits + i] += o * input;
            dB[2 * _bits + i] += o;
            dW[3 * _bits + i] += s * before;
            dB[3 * _bits + i] += s;
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
