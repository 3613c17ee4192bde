using System.Globalization;
using Fluxion.Training;

namespace Fluxion.Tests.Training;

public sealed class CsvTests
{
    [Fact]
    public void NumbersAreReadUnderAnyCulture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            DataSet<double> data = Read("x,y\n1.5,-2e3\n 3 ,\"4\"\n\n");
            Assert.Equal([1.5, 3], data["x"].ToArray());
            Assert.Equal([-2000.0, 4], data["y"].ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void QuotedFieldsMayHoldSeparatorsQuotesAndLineBreaks()
    {
        DataSet<double> data = Read(
            "\"the \"\"x\"\", of all\",name\r\n1,\"a,\nb\"\r\n2,c\r\n3,\"a,\nb\"\r\n",
            new CsvOptions { Categories = ["name"] });
        Assert.Equal([1, 2, 3], data["the \"x\", of all"].ToArray());
        Assert.Equal([0, 1, 0], data["name"].ToArray());
        Assert.Equal(["a,\nb", "c"], data.Column("name").Categories);
    }

    [Fact]
    public void OnlyTheWantedColumnsAreRead()
    {
        DataSet<double> data = Read("a;b;c\n1;text;3\n", new CsvOptions { Separator = ";", Columns = ["c", "a"] });
        Assert.Equal(["c", "a"], data.Columns.Select(column => column.Name));
        Assert.Equal([3], data["c"].ToArray());
    }

    [Fact]
    public void SeparatorMayBeLongerAndFieldsEmpty()
    {
        DataSet<double> data = Read(
            "a::\"b\"::c\r\n\"1\"::::3\r\n5::\"\"::6",
            new CsvOptions { Separator = "::", Missing = MissingValues.NaN });
        Assert.Equal([1, 5], data["a"].ToArray());
        Assert.Equal([double.NaN, double.NaN], data["b"].ToArray());
        Assert.Equal([3, 6], data["c"].ToArray());
    }

    [Fact]
    public void QuoteInsideAnUnquotedFieldIsACharacter()
    {
        DataSet<double> data = Read("size\n5\"\n7\"\n", new CsvOptions { Categories = ["size"] });
        Assert.Equal(["5\"", "7\""], data.Column("size").Categories);
    }

    [Fact]
    public void FileWithoutHeaderHasNumberedColumns()
    {
        DataSet<double> data = Read("1,2\n3,4\n", new CsvOptions { HasHeader = false });
        Assert.Equal([2, 4], data["column1"].ToArray());
    }

    [Fact]
    public void MissingValuesAreRefusedMarkedOrSkipped()
    {
        const string Text = "x,y\n1,2\nNA,3\n4,\n5,6\n";
        string message = Assert.Throws<InvalidDataException>(() => Read(Text)).Message;
        Assert.Equal("'some.csv', line 3: column 'x' has no value.", message);
        Assert.Equal([1, double.NaN, 4, 5], Read(Text, new() { Missing = MissingValues.NaN })["x"].ToArray());
        Assert.Equal([1, 5], Read(Text, new() { Missing = MissingValues.SkipRow })["x"].ToArray());
        Assert.Equal([1, 4, 5], Read(Text, new() { Missing = MissingValues.SkipRow, Columns = ["x"] })["x"].ToArray());
    }

    [Theory]
    [InlineData("x,y\n1,2\n3,four\n", "'some.csv', line 3: column 'y' has 'four', which is no number.")]
    [InlineData("x,y\n\n1,2\n3\n", "'some.csv', line 4: the row has 1 fields instead of 2, column 'y' is missing.")]
    [InlineData("x,y\n1,2,3\n", "'some.csv', line 2: the row has 3 fields instead of 2.")]
    [InlineData("x,y\n1,\"2,5\"\n", "'some.csv', line 2: column 'y' has '2,5', which is no number.")]
    [InlineData("", "'some.csv' is empty.")]
    [InlineData("x\n1\n\"2\n3\n", "'some.csv', line 3: a quote is opened here and never closed.")]
    [InlineData("x,y\n\"1\"2,3\n", "'some.csv', line 2: something stands between a closing quote and the separator.")]
    [InlineData("x,y\n\"1\n\",\n", "'some.csv', line 3: column 'y' has no value.")]
    public void BadRowNamesFileLineAndColumn(string text, string message)
    {
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Read(text)).Message);
    }

    [Fact]
    public void ColumnThatDoesNotExistIsNamed()
    {
        InvalidDataException error =
            Assert.Throws<InvalidDataException>(() => Read("x\n1\n", new() { Columns = ["z"] }));
        Assert.Contains("no column 'z'", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Read("x\n1\n", new() { Categories = ["z"] }));
    }

    [Fact]
    public void FileIsReadWithItsByteOrderMark()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("some.csv");
        File.WriteAllText(path, "x\n1\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal([1f], DataSet.ReadCsv<float>(path)["x"].ToArray());
    }

    private static DataSet<double> Read(string text, CsvOptions? options = null)
    {
        using StringReader reader = new(text);
        return DataSet.ReadCsv<double>(reader, "some.csv", options);
    }
}
