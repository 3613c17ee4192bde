namespace Fluxion.Tests;

public sealed class TapeTests
{
    private static readonly int[] Source = [1, 2, 3];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void ArrayHasExactlyTheLengthAskedForAndIsZero(int length)
    {
        for (int repetition = 0; repetition < 3; repetition++)
        {
            Tape tape = Tape.Rent();
            double[] array = tape.Array<double>(length);
            Assert.Equal(new double[length], array);
            Array.Fill(array, double.NaN);
            tape.Return();
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(2, 5)]
    [InlineData(5, 2)]
    public void MatrixHasExactlyTheSizeAskedForAndIsZero(int rows, int columns)
    {
        for (int repetition = 0; repetition < 3; repetition++)
        {
            Tape tape = Tape.Rent();
            double[,] matrix = tape.Matrix<double>(rows, columns);
            double[,] other = tape.Matrix<double>(rows, columns);
            Assert.Equal(new double[rows, columns], matrix);
            Assert.NotSame(matrix, other);

            for (int i = 0; i < matrix.Length; i++)
            {
                matrix[i / columns, i % columns] = double.NaN;
            }

            Assert.Equal(matrix, tape.Copy(matrix));
            tape.Return();
        }
    }

    [Fact]
    public void MatricesAreFoundAgain()
    {
        Tape first = Tape.Rent();
        double[,] small = first.Matrix<double>(2, 3), large = first.Matrix<double>(4, 4);
        first.Return();

        Tape second = Tape.Rent();
        Assert.Same(large, second.Matrix<double>(4, 4));
        Assert.Same(small, second.Matrix<double>(2, 3));
        second.Return();
    }

    [Fact]
    public void NegativeSizesOfMatricesThrow()
    {
        Tape tape = Tape.Rent();
        Assert.Throws<OverflowException>(() => tape.Matrix<double>(2, -1));
    }

    [Fact]
    public void ScratchHasExactlyTheLengthAskedForAndNoneIfNegative()
    {
        Tape tape = Tape.Rent();
        Assert.Equal(5, tape.Scratch<double>(5).Length);
        Assert.Empty(tape.Scratch<double>(0));
        Assert.Empty(tape.Scratch<double>(-3));
        tape.Return();
    }

    [Fact]
    public void ArraysOfOneCallAreDistinct()
    {
        Tape tape = Tape.Rent();
        HashSet<object> arrays = new(ReferenceEqualityComparer.Instance);

        for (int i = 0; i < 10; i++)
        {
            Assert.True(arrays.Add(tape.Array<float>(5)));
            Assert.True(arrays.Add(tape.Raw<float>(5)));
            Assert.True(arrays.Add(tape.Copy<float>([1, 2, 3, 4, 5])));
            Assert.True(arrays.Add(tape.Stack<float>()));
        }

        tape.Return();
    }

    [Fact]
    public void NegativeLengthThrowsAsNewDoes()
    {
        Tape tape = Tape.Rent();
        Assert.Throws<OverflowException>(() => tape.Array<double>(-1));
        Assert.NotNull(tape.Raw<double>(int.MinValue));
        tape.Return();
    }

    [Fact]
    public void CopyHoldsTheValuesAfterTheSourceHasChanged()
    {
        Tape tape = Tape.Rent();
        double[] source = [1, 2, 3];
        double[] copy = tape.Copy<double>(source.AsSpan(1));
        source[1] = -1;
        Assert.Equal([2.0, 3.0], copy);
        tape.Return();
    }

    [Theory]
    [InlineData(0, 16)]
    [InlineData(16, 16)]
    [InlineData(17, 32)]
    [InlineData(1_000_000, 1_048_576)]
    public void RawIsRoundedUpToAPowerOfTwo(int length, int expected)
    {
        Tape tape = Tape.Rent();
        Assert.Equal(expected, tape.Raw<int>(length).Length);
        tape.Return();
    }

    [Fact]
    public void WarmCallAllocatesNothing()
    {
        Assert.Equal(0, Allocation.OfWarm(static () =>
        {
            Tape tape = Tape.Rent();
            tape.Array<double>(10);
            tape.Array<float>(10);
            tape.Array<double>(11);
            tape.Array<double>(10);
            tape.Raw<bool>(100);
            tape.Copy<int>(Source);
            TapeStack<double> stack = tape.Stack<double>();

            for (int i = 0; i < 1000; i++)
            {
                stack.Push(i);
            }

            tape.Return();
        }));
    }

    [Fact]
    public void WarmCallThatNeedsMoreThanIsKeptOtherwiseAllocatesNothing()
    {
        Assert.Equal(0, Allocation.OfWarm(static () =>
        {
            Tape tape = Tape.Rent();
            tape.Raw<byte>((int)TapeStore.KeptBytes);
            tape.Array<byte>(1000);
            tape.Return();
        }));
    }

    [Fact]
    public void WarmRecursionAllocatesNothing()
    {
        Assert.Equal(0, Allocation.OfWarm(static () => Recurse(Tape.MaxFree)));

        static void Recurse(int depth)
        {
            Tape tape = Tape.Rent();
            tape.Array<double>(depth);

            if (depth > 1)
            {
                Recurse(depth - 1);
            }

            tape.Return();
        }
    }

    [Fact]
    public void NestedCallGetsATapeOfItsOwn()
    {
        Tape outer = Tape.Rent();
        double[] kept = outer.Array<double>(4);
        kept[0] = 1;

        Tape inner = Tape.Rent();
        Assert.NotSame(outer, inner);
        Assert.NotSame(kept, inner.Array<double>(4));
        inner.Return();

        Assert.Equal(1, kept[0]);
        outer.Return();
    }

    [Fact]
    public void TapeThatIsNeverReturnedHarmsNobody()
    {
        Tape lost = Tape.Rent();
        double[] array = lost.Array<double>(3);

        Tape next = Tape.Rent();
        Assert.NotSame(lost, next);
        Assert.NotSame(array, next.Array<double>(3));
        next.Return();
    }

    [Fact]
    public void ReturningTwiceIsRefused()
    {
        Tape tape = Tape.Rent();
        tape.Return();
        Assert.Throws<InvalidOperationException>(tape.Return);
    }

    [Fact]
    public void AboveTheBoundOnlyWhatTheLastCallUsedIsKept()
    {
        var store = new TapeStore<byte>();

        for (int i = 0; i < 20; i++)
        {
            // Twenty lengths of 8 MB each, asked for one after another.
            store.Exact((8 << 20) + i);
            store.Reset();
            Assert.InRange(store.Bytes, 1, TapeStore.KeptBytes + (9 << 20));
        }
    }

    [Fact]
    public void StackCountsTowardsTheBound()
    {
        var store = new TapeStore<long>();
        TapeStack<long> stack = store.Stack();

        for (int i = 0; i < TapeStore.KeptBytes / sizeof(long) + 1; i++)
        {
            stack.Push(i);
        }

        store.Reset();
        Assert.True(store.Bytes > TapeStore.KeptBytes);

        store.Exact(10);
        store.Reset();
        Assert.InRange(store.Bytes, 80, 200);
    }

    [Fact]
    public void ReferencesAreNotHeldAfterTheReturn()
    {
        Tape tape = Tape.Rent();
        object[] array = tape.Array<object>(2);
        object[] raw = tape.Raw<object>(2);
        array[0] = raw[1] = new object();
        tape.Return();
        Assert.Null(array[0]);
        Assert.Null(raw[1]);
    }

    [Fact]
    public void ThreadsHaveTapesOfTheirOwn()
    {
        Tape mine = Tape.Rent();
        mine.Return();
        Tape? theirs = null;
        var thread = new Thread(() =>
        {
            theirs = Tape.Rent();
            theirs.Return();
        });
        thread.Start();
        thread.Join();
        Assert.NotSame(mine, theirs);
    }
}
