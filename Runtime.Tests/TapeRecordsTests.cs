namespace Fluxion.Tests;

public sealed class TapeRecordsTests
{
    [Fact]
    public void ValuesOfAllTypesComeBackLastFirst()
    {
        Tape tape = Tape.Rent();
        TapeRecords records = tape.Records();

        for (int i = 0; i < 1000; i++)
        {
            records.Push(i);
            records.Push(i % 2 == 0);
            records.Push(i * 0.5);
            records.Push((float)i);
        }

        for (int i = 999; i >= 0; i--)
        {
            Assert.Equal(i, records.Pop<float>());
            Assert.Equal(i * 0.5, records.Pop<double>());
            Assert.Equal(i % 2 == 0, records.Pop<bool>());
            Assert.Equal(i, records.Pop<int>());
        }

        Assert.Equal(0, records.Count);
        tape.Return();
    }

    [Fact]
    public void NothingIsLeftOverForTheNextCall()
    {
        Tape first = Tape.Rent();
        first.Records().Push(1.5);
        first.Return();

        Tape second = Tape.Rent();
        Assert.Equal(0, second.Records().Count);
        Assert.Throws<InvalidOperationException>(() => second.Records().Pop<double>());
        second.Return();
    }
}
