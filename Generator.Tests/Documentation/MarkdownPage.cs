namespace Fluxion.Generator.Tests.Documentation;

/// <summary>A page of the documentation, as its fenced blocks.</summary>
internal sealed class MarkdownPage
{
    private const string Fence = "```";

    private MarkdownPage(string path, IReadOnlyList<CodeBlock> blocks)
    {
        Path = path;
        Blocks = blocks;
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    public IReadOnlyList<CodeBlock> Blocks { get; }

    public static MarkdownPage Read(string path)
    {
        List<CodeBlock> blocks = [];
        string[] lines = File.ReadAllLines(path);

        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                int end = Array.IndexOf(lines, Fence, i + 1);
                Assert.True(end > i, $"{path}: the block at line {i + 1} has no end");
                string[] info = lines[i][Fence.Length..].Split(' ', 2);
                string text = string.Concat(lines[(i + 1)..end].Select(static line => line + "\n"));
                blocks.Add(new CodeBlock(info[0], info.ElementAtOrDefault(1) ?? "", text, i + 1));
                i = end;
            }
        }

        return new MarkdownPage(path, blocks);
    }

    /// <summary>Writes another text into a block.</summary>
    public void Replace(CodeBlock block, string text)
    {
        string whole = File.ReadAllText(Path);
        int lines = 0;
        int start = 0;

        while (lines < block.Line)
        {
            start = whole.IndexOf('\n', start) + 1;
            lines++;
        }

        Assert.Equal(block.Text, whole.Substring(start, block.Text.Length));
        File.WriteAllText(Path, whole[..start] + text + whole[(start + block.Text.Length)..]);
    }
}
