namespace Fluxion.Tests;

public sealed class TapeStackTests
{
    [Fact]
    public void ValuesComeBackLastFirst()
    {
        Tape tape = Tape.Rent();
        TapeStack<int> stack = tape.Stack<int>();

        for (int i = 0; i < 1000; i++)
        {
            stack.Push(i);
        }

        Assert.Equal(1000, stack.Count);

        for (int i = 999; i >= 0; i--)
        {
            Assert.Equal(i, stack.Pop());
        }

        Assert.Equal(0, stack.Count);
        tape.Return();
    }

    [Fact]
    public void PopOfAnEmptyStackThrowsAndLeavesItEmpty()
    {
        Tape tape = Tape.Rent();
        TapeStack<float> stack = tape.Stack<float>();
        Assert.Throws<InvalidOperationException>(() => stack.Pop());
        stack.Push(3);
        stack.Pop();
        Assert.Throws<InvalidOperationException>(() => stack.Pop());
        Assert.Equal(0, stack.Count);
        tape.Return();
    }

    [Fact]
    public void StackOfTheNextCallIsEmptyThoughThisOneWasNot()
    {
        Tape first = Tape.Rent();
        first.Stack<double>().Push(1);
        first.Return();

        Tape second = Tape.Rent();
        Assert.Equal(0, second.Stack<double>().Count);
        second.Return();
    }
}
