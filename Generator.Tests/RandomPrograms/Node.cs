using System.Text;
using System.Text.RegularExpressions;

namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>
/// A piece of a program: C# text in which <c>&lt;R&gt;</c>, <c>&lt;C&gt;</c> … are the places of its children, each of the
/// kind that the letter names (<see cref="Kind"/>).
/// </summary>
internal sealed partial record Node(char Kind, string Template, params Node[] Children)
{
    /// <summary>The text of the whole tree, indented, its declared names numbered in order.</summary>
    public string Text
    {
        get
        {
            StringBuilder text = new();
            Write(text);
            return Indented(Numbered(text.ToString()));
        }
    }

    /// <summary>The number of pieces.</summary>
    public int Size => 1 + Children.Sum(static child => child.Size);

    /// <summary>Whether it is made of any number of children, one below the other.</summary>
    public bool IsList => Kind is RandomPrograms.Kind.Block or RandomPrograms.Kind.Program;

    /// <summary>The kinds of the children that a template has places for.</summary>
    public static IEnumerable<char> Holes(string template) => Hole().Matches(template).Select(static m => m.Value[1]);

    private void Write(StringBuilder text)
    {
        if (IsList)
        {
            text.Append(Kind == RandomPrograms.Kind.Block ? "{\n" : "");
            Array.ForEach(Children, child => { child.Write(text); text.Append('\n'); });
            text.Append(Kind == RandomPrograms.Kind.Block ? "}" : "");
            return;
        }

        int position = 0, next = 0;

        foreach (Match hole in Hole().Matches(Template))
        {
            text.Append(Template, position, hole.Index - position);
            Children[next++].Write(text);
            position = hole.Index + hole.Length;
        }

        text.Append(Template, position, Template.Length - position);
    }

    private static string Numbered(string text)
    {
        Dictionary<string, string> names = [];
        return Fresh().Replace(text, match =>
        {
            names.TryAdd(match.Value, "v" + names.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return names[match.Value];
        });
    }

    private static string Indented(string text)
    {
        StringBuilder result = new();
        int depth = 0;

        foreach (string line in text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0))
        {
            depth -= line[0] == '}' ? 1 : 0;
            result.Append(' ', 4 * depth).Append(line).Append('\n');
            depth += line == "{" ? 1 : 0;
        }

        return result.ToString();
    }

    [GeneratedRegex("<[A-Z]>")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\b_\d+\b")]
    private static partial Regex Fresh();
}
