namespace Fluxion.Benchmarks.Lstm;

/// <summary>ADBench's third objective: the loss of a diagonal LSTM that predicts a text's next character.</summary>
/// <remarks>
/// The weights hold, layer by layer, a weight and then a bias for each unit of the gates forget, in, out and change.
/// Further are the weights into the first layer, those out of the last, and the latter's biases. The state holds,
/// layer by layer, what is hidden and then the cells.
/// </remarks>
internal static partial class CharacterModel
{
    [Differentiable]
    public static double Loss(
        double[] weights,
        double[] further,
        [NoDerivative] double[] state,
        [NoDerivative] double[] text,
        int layers,
        int bits)
    {
        int count = text.Length / bits;
        double[] hidden = new double[layers * bits];
        double[] cells = new double[layers * bits];

        for (int layer = 0; layer < layers; layer++)
        {
            for (int i = 0; i < bits; i++)
            {
                hidden[layer * bits + i] = state[2 * layer * bits + i];
                cells[layer * bits + i] = state[(2 * layer + 1) * bits + i];
            }
        }

        double[] x = new double[bits];
        double total = 0;

        for (int t = 0; t < count - 1; t++)
        {
            for (int i = 0; i < bits; i++)
            {
                x[i] = text[t * bits + i] * further[i];
            }

            for (int layer = 0; layer < layers; layer++)
            {
                int at = layer * bits;
                int w = 8 * at;
                int b = w + 4 * bits;

                for (int i = 0; i < bits; i++)
                {
                    double forget = Sigmoid(x[i] * weights[w + i] + weights[b + i]);
                    double ingate = Sigmoid(hidden[at + i] * weights[w + bits + i] + weights[b + bits + i]);
                    double outgate = Sigmoid(x[i] * weights[w + 2 * bits + i] + weights[b + 2 * bits + i]);
                    double change = Math.Tanh(hidden[at + i] * weights[w + 3 * bits + i] + weights[b + 3 * bits + i]);
                    cells[at + i] = cells[at + i] * forget + ingate * change;
                    hidden[at + i] = outgate * Math.Tanh(cells[at + i]);
                    x[i] = hidden[at + i];
                }
            }

            double sum = 2;
            double score = 0;
            double characters = 0;

            for (int i = 0; i < bits; i++)
            {
                double prediction = x[i] * further[bits + i] + further[2 * bits + i];
                sum += Math.Exp(prediction);
                score += text[(t + 1) * bits + i] * prediction;
                characters += text[(t + 1) * bits + i];
            }

            total += score - characters * Math.Log(sum);
        }

        return -total / (bits * (count - 1));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
}
