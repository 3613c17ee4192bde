using Fluxion.Random;
using Fluxion.Training;

namespace Fluxion.Tests.Training;

public sealed class DataSetTests
{
    [Fact]
    public void ColumnsAreTheArraysThemselves()
    {
        float[] x = [1, 2, 3];
        DataSet<float> data = DataSet.FromArrays(("x", x), ("y", new float[3]));
        x[1] = 7;
        Assert.Equal(3, data.RowCount);
        Assert.Equal(7, data["x"].Span[1]);
        Assert.Equal(["x", "y"], data.Columns.Select(column => column.Name));
    }

    [Fact]
    public void MismatchesNameColumnsAndSizes()
    {
        ArgumentException lengths = Assert.Throws<ArgumentException>(
            () => DataSet.FromArrays(("x", new float[3]), ("y", new float[4])));
        Assert.Contains("'y' has 4 rows, 'x' has 3", lengths.Message, StringComparison.Ordinal);

        ArgumentException width = Assert.Throws<ArgumentException>(
            () => new DataSet<float>(new DataColumn<float>("m", new float[7], 2)));
        Assert.Contains("'m' has 7 values", width.Message, StringComparison.Ordinal);

        ArgumentException name = Assert.Throws<ArgumentException>(
            () => DataSet.FromArrays(("x", new float[3]))["z"]);
        Assert.Contains("no column 'z'; there are 'x'", name.Message, StringComparison.Ordinal);

        Assert.Throws<ArgumentException>(() => new DataSet<float>());
        Assert.Throws<ArgumentException>(() => DataSet.FromArrays(("x", new float[3]), ("x", new float[3])));
    }

    [Fact]
    public void BatchesAreRangesAndTheLastOneMayBeSmaller()
    {
        DataSet<float> data = DataSet.FromArrays(("x", new float[7]));
        Assert.Equal([new(0, 3), new(3, 3), new(6, 1)], data.Batches(3));
        Assert.Equal([new(0, 7)], data.Batches(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Batches(0));
        Assert.Empty(RowRange.Batches(0, 3));
    }

    [Fact]
    public void MatrixHasTheColumnsSideBySide()
    {
        var data = new DataSet<double>(
            new DataColumn<double>("a", new double[] { 1, 2 }),
            new DataColumn<double>("b", new double[] { 3, 4, 5, 6 }, 2));
        DataColumn<double> matrix = data.Matrix("m", "b", "a");
        Assert.Equal(3, matrix.Width);
        Assert.Equal([3, 4, 1, 5, 6, 2], matrix.Values.ToArray());
    }

    [Fact]
    public void ShuffledRowsStayTogetherInTheOrderOfRandPerm()
    {
        double[] x = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        double[] pairs = [.. x.SelectMany(i => new[] { i, -i })];
        DataSet<double> data = new(new DataColumn<double>("x", x), new DataColumn<double>("pairs", pairs, 2));
        var random = new TorchRandom(3);
        var same = new TorchRandom(3);

        for (int epoch = 0; epoch < 3; epoch++)
        {
            data.Shuffle(random);
            Assert.Equal(same.RandPerm(50).Select(i => (double)i), x);
            Assert.Equal(x.SelectMany(i => new[] { i, -i }), pairs);
        }

        data.Unshuffle();
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (double)i), x);
    }

    [Fact]
    public void SplitKeepsEveryRowOnceAndRepeatsWithTheSeed()
    {
        DataSet<float> data = DataSet.FromArrays(("x", [.. Enumerable.Range(0, 10).Select(i => (float)i)]));
        (DataSet<float> train, DataSet<float> test) = data.Split(0.3, seed: 5);
        Assert.Equal((7, 3), (train.RowCount, test.RowCount));
        Assert.Equal(
            data["x"].ToArray(), train["x"].ToArray().Concat(test["x"].ToArray()).Order());
        Assert.Equal(train["x"].ToArray(), data.Split(0.3, seed: 5).Train["x"].ToArray());
        Assert.NotEqual(train["x"].ToArray(), data.Split(0.3, seed: 6).Train["x"].ToArray());
        Assert.Equal("testShare", Assert.Throws<ArgumentOutOfRangeException>(() => data.Split(1.5, 0)).ParamName);
    }

    [Fact]
    public void StandardizedColumnHasMeanZeroAndCanBeUndone()
    {
        DataSet<double> data = DataSet.FromArrays(("x", [1.0, 2, 3, 6]), ("flat", [4.0, 4, 4, 4]));
        DataSet<double> test = DataSet.FromArrays(("x", [3.0, 5]), ("flat", [4.0, 5]));
        Standardization<double>[] found = data.Standardize("x", "flat");
        test.Standardize(found);

        Assert.Equal(3, found[0].Mean, 1e-14);
        Assert.Equal(Math.Sqrt(3.5), found[0].Deviation, 1e-14);
        Assert.Equal(0, data["x"].ToArray().Sum(), 1e-14);
        Assert.Equal(6, found[0].Undo(data["x"].Span[3]), 1e-14);
        Assert.Equal([0, 0, 0, 0], data["flat"].ToArray());
        Assert.Equal([0, 2 / Math.Sqrt(3.5)], test["x"].ToArray());
        Assert.Equal([0.0, 1], test["flat"].ToArray());
    }

    [Fact]
    public void MappedFileIsReadWhereItLies()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("data.bin");
        DataSet<float> data = new(
            new DataColumn<float>("x", new float[] { 1, 2, 3 }),
            new DataColumn<float>("m", new float[] { 4, 5, 6, 7, 8, 9 }, 2));
        data.WriteBinary(path);

        using (DataSet<float> mapped = DataSet.MapBinary<float>(path, ("x", 1), ("m", 2)))
        {
            Assert.Equal(3, mapped.RowCount);
            Assert.Equal([1, 2, 3], mapped["x"].ToArray());
            Assert.Equal([6, 7, 8, 9], mapped["m"].Span[2..].ToArray());
            Assert.False(mapped.IsWritable);
            Assert.Throws<InvalidOperationException>(() => mapped.Shuffle(new TorchRandom(1)));
            Assert.Throws<InvalidOperationException>(() => mapped.Standardize("x"));
            Assert.Equal([3, 1], mapped.Select([2, 0])["x"].ToArray());
            mapped.Dispose();
            Assert.Throws<ObjectDisposedException>(() => mapped["x"].Span[0]);
        }

        InvalidDataException size =
            Assert.Throws<InvalidDataException>(() => DataSet.MapBinary<float>(path, ("x", 5)));
        Assert.Contains("36 bytes", size.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DataSet.MapBinary<float>(path, ("x", 0)));
        Assert.Throws<ArgumentException>(() => DataSet.MapBinary<float>(path));
    }

    [Fact]
    public void FileIsMappedNotRead()
    {
        // 16 GB of nothing: the file has holes, and reading it would take more than a test's time and memory.
        using TemporaryFolder folder = new();
        string path = folder.File("large.bin");
        const int Rows = 1 << 30;

        using (FileStream stream = File.Create(path))
        {
            stream.SetLength(2L * Rows * sizeof(double));
            stream.Position = ((2L * Rows) - 1) * sizeof(double);
            stream.Write(BitConverter.GetBytes(42.0));
        }

        using DataSet<double> data = DataSet.MapBinary<double>(path, ("x", 1), ("y", 1));
        Assert.Equal(Rows, data.RowCount);
        Assert.Equal(0, data["x"].Span[^1]);
        Assert.Equal(42, data["y"].Span[^1]);
    }
}
