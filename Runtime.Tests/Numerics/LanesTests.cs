using System.Numerics;
using Fluxion.Numerics;

namespace Fluxion.Tests.Numerics;

public class LanesTests
{
    [Fact]
    public void LoadsAndStoresAtAnyIndex()
    {
        int width = Vector<float>.Count;
        float[] source = [.. Enumerable.Range(0, 3 * width).Select(static i => (float)i)];

        for (int i = 0; i <= 2 * width; i++)
        {
            float[] expected = source[i..(i + width)];
            float[] destination = new float[3 * width];
            Lanes.Store(Lanes.Load(source, i), destination, i);
            Assert.Equal(expected, destination[i..(i + width)]);
            Assert.Equal(0, destination[..i].Sum() + destination[(i + width)..].Sum());

            Lanes.Store(Lanes.Load((ReadOnlySpan<float>)source, i), destination.AsSpan(), 0);
            Lanes.Store(Lanes.Load(source.AsSpan(), i), destination.AsSpan(), width);
            Assert.Equal([.. expected, .. expected], destination[..(2 * width)]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-2)]
    public void GathersAndScattersInSteps(int stride)
    {
        int width = Vector<double>.Count, length = 3 * width + 2;
        double[] source = [.. Enumerable.Range(0, length).Select(static i => (double)i)];

        for (int i = 0; i < length; i++)
        {
            int[] places = [.. Enumerable.Range(0, width).Select(lane => i + lane * stride)];
            double[] destination = new double[length];

            if (places.Any(p => p < 0 || p >= length))
            {
                Assert.Throws<IndexOutOfRangeException>(() => Lanes.Gather(source, i, stride));
                Assert.Throws<IndexOutOfRangeException>(() => Lanes.Scatter(Vector<double>.One, destination, i, stride));
                continue;
            }

            double[] expected = [.. places.Select(p => source[p])];
            Vector<double> gathered = Lanes.Gather(source, i, stride);
            Assert.Equal(expected, Content(gathered));
            Assert.Equal(expected, Content(Lanes.Gather(source.AsSpan(), i, stride)));
            Lanes.Scatter(gathered, destination, i, stride);
            Assert.Equal(source.Select((v, p) => places.Contains(p) ? v : 0), destination);
        }
    }

    [Fact]
    public void ScatterAddsWhatFallsTogether()
    {
        float[] destination = new float[3];
        Lanes.Scatter(Vector<float>.One, destination, 1, 0);
        Assert.Equal([0, Vector<float>.Count, 0], destination);
    }

    [Fact]
    public void GathersAColumn()
    {
        int width = Vector<float>.Count;
        float[,] matrix = new float[2 * width, 2];

        for (int row = 0; row < 2 * width; row++)
        {
            matrix[row, 1] = row;
        }

        Assert.Equal(Enumerable.Range(0, width).Select(static lane => 1f + lane), Content(Lanes.Gather(matrix, 1, 1, 1)));
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.Gather(matrix, width + 1, 1, 1));
        Assert.Throws<IndexOutOfRangeException>(() => Lanes.Gather(matrix, 0, 1, 2));
    }

    [Fact]
    public void NeighboursLieInside()
    {
        int width = Vector<double>.Count;
        double[] source = [.. Enumerable.Range(0, width + 1).Select(static i => (double)i)];
        Assert.Equal(source[1..], Content(Lanes.Neighbours(source, 1)));
        Lanes.Add(Lanes.Neighbours(source, 1), source, 1);
        Assert.Equal(Enumerable.Range(0, width + 1).Select(static i => 2.0 * i), source);

        foreach (int outside in (int[])[-1, 2, int.MaxValue, int.MinValue])
        {
            Assert.Throws<IndexOutOfRangeException>(() => Lanes.Neighbours(source, outside));
            Assert.Throws<IndexOutOfRangeException>(() => Lanes.Add(Vector<double>.One, source, outside));
        }
    }

    [Fact]
    public void AnyAsksForALane()
    {
        Assert.False(Lanes.Any(Vector<long>.Zero));
        Assert.True(Lanes.Any(Vector.Equals(Vector<double>.Indices, Vector<double>.One)));
    }

    private static T[] Content<T>(Vector<T> vector)
    {
        T[] lanes = new T[Vector<T>.Count];
        vector.CopyTo(lanes);
        return lanes;
    }

    [Fact]
    public void RowIsAViewOfTheMatrixOrEmpty()
    {
        int[,] matrix = { { 1, 2, 3 }, { 4, 5, 6 } };
        Assert.Equal([4, 5, 6], Lanes.Row(matrix, 1).ToArray());
        Lanes.Row(matrix, 0)[2] = 7;
        Assert.Equal(7, matrix[0, 2]);
        Assert.True(Lanes.Row(matrix, -1).IsEmpty);
        Assert.True(Lanes.Row(matrix, 2).IsEmpty);
        Assert.True(Lanes.Row(new double[3, 0], 1).IsEmpty);
        Assert.True(Lanes.Row((int[,])Array.CreateInstance(typeof(int), [2, 3], [1, 1]), 1).IsEmpty);
    }

    [Fact]
    public void AlignGoesUpToAMultipleOfTheWidth()
    {
        int width = Vector<double>.Count;
        Assert.Equal(0, Lanes.Align<double>(0));
        Assert.Equal(width, Lanes.Align<double>(1));
        Assert.Equal(width, Lanes.Align<double>(width));
        Assert.Equal(0, Lanes.Align<double>(1 - width));
        Assert.Equal(int.MaxValue, Lanes.Align<double>(int.MaxValue));
    }

    [Fact]
    public void SumAddsTheUpperHalfToTheLowerOne()
    {
        System.Random random = new(4);

        for (int repetition = 0; repetition < 100; repetition++)
        {
            double[] doubles = [.. Enumerable.Range(0, Vector<double>.Count).Select(_ => random.NextDouble())];
            float[] singles = [.. Enumerable.Range(0, Vector<float>.Count).Select(_ => random.NextSingle())];
            Assert.Equal(Fold(doubles), Lanes.Sum(new Vector<double>(doubles)));
            Assert.Equal(Fold(singles), Lanes.Sum(new Vector<float>(singles)));
        }

        Assert.Equal(Vector<int>.Count * 7, Lanes.Sum(new Vector<int>(7)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(16_777_215)]
    [InlineData(2_147_483_000)]
    public void CountsLikeTheConversionOfTheIndex(int start)
    {
        for (int lane = 0; lane < Vector<float>.Count; lane++)
        {
            Assert.Equal((float)(start + lane), Lanes.IndexSingle(start)[lane]);
        }

        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            Assert.Equal((double)(start + lane), Lanes.IndexDouble(start)[lane]);
        }
    }

    private static T Fold<T>(T[] lanes)
        where T : INumber<T>
    {
        int half = lanes.Length / 2;
        IEnumerable<T> sums = lanes.Take(half).Zip(lanes.Skip(half), static (low, high) => low + high);
        return half == 0 ? lanes[0] : Fold(sums.ToArray());
    }
}
