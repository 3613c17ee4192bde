namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>Where gradients go: overwritten, checked before anything is written, without garbage.</summary>
public sealed class DestinationTests
{
    private const string Dot = """
        [Differentiable]
        public static double Dot(ReadOnlySpan<double> a, double[] b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++) { sum += a[i] * b[i]; }
            return sum;
        }
        """;

    private const string Recursion = """
        [Differentiable]
        public static double Sum(double[] a, double x) => Part(a, 0, a.Length, x);

        static double Part(double[] a, int low, int high, double x)
        {
            if (high - low == 1) { return a[low] = a[low] * x; }
            int middle = (low + high) / 2;
            return Part(a, low, middle, x) + Part(a, middle, high, x * x) * a[low];
        }
        """;

    private const string Recurrence = """
        [Differentiable]
        public static double Iterate(double r, double x, int steps)
        {
            double sum = 0;
            while (sum < steps) { x = r * x * (1 - x); sum += 1 + x * x; }
            return x * sum;
        }
        """;

    [Fact]
    public void DestinationsAreOverwrittenAndWhatLiesBeyondIsLeftAlone() =>
        Assert.Equal([11, 3, 4, 99, 1, 2, 99], Script.Run(Dot, """
            double[] dA = [99, 99, 99], dB = [99, 99, 99];
            double value = Model.DotValueAndGradient([1, 2], [3, 4], dA.AsSpan(0, 2), dB.AsSpan(0, 2));
            return [value, .. dA, .. dB];
            """));

    [Fact]
    public void GradientOfASpanIsANewArray() =>
        Assert.Equal([3, 4, 1, 2], Script.Run(Dot, """
            (double[] a, double[] b) = Model.DotGradient([1, 2], [3, 4]);
            return [.. a, .. b];
            """));

    [Theory]
    [InlineData("Model.DotValueAndGradient([1, 2], [3, 4], all.AsSpan(0, 1), all.AsSpan(2, 2));")]
    [InlineData("Model.DotValueAndGradient([1, 2], [3, 4], all.AsSpan(0, 2), all.AsSpan(2, 1));")]
    [InlineData("Model.DotValueAndGradient([1, 2], [3, 4], all.AsSpan(0, 2), all.AsSpan(1, 2));")]
    [InlineData("Model.DotValueAndGradient(all.AsSpan(0, 2), [3, 4], all.AsSpan(1, 2), all.AsSpan(3, 1));")]
    public void ShortAndOverlappingDestinationsAreRefusedBeforeAnythingIsWritten(string call) =>
        Assert.Equal([1, 99, 99, 99, 99], Script.Run(Dot, $$"""
            double[] all = [99, 99, 99, 99];
            double refused = 0;
            try { {{call}} } catch (ArgumentException) { refused = 1; }
            return [refused, .. all];
            """));

    [Theory]
    [InlineData(Dot, "Model.DotValueAndGradient(a, b, dA, dB)")]
    [InlineData(Recursion, "Model.SumValueAndGradient(a, 0.9, dA, out dB[0])")]
    [InlineData(Recurrence, "Model.IterateValueAndGradient(3.2, 0.3, 40, out dA[0], out dB[0])")]
    public void NothingIsAllocatedOnceWarm(string members, string call) =>
        Assert.Equal([0], Script.Run(members, $$"""
            double[] a = new double[100], b = new double[100], dA = new double[100], dB = new double[100];
            double sum = 0;
            for (int i = 0; i < 200; i++) { sum += {{call}}; }
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++) { sum += {{call}}; }
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return [allocated];
            """));
}
