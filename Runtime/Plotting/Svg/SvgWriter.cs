using System.Globalization;
using System.Text;
using System.Xml;

namespace Fluxion.Plotting.Svg;

/// <summary>Writes elements, one a line. Only here do numbers become coordinates, and is text escaped.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>A coordinate: hundredths of a pixel, invariant culture.</summary>
    public static string Number(double value)
    {
        // Adding zero turns −0 into 0.
        return (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
    }

    public void Open(string name, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(name, attributes);
        _text.Append(">\n");
        _open.Push(name);
    }

    public void Close()
    {
        string name = _open.Pop();
        _text.Append(' ', 2 * _open.Count).Append("</").Append(name).Append(">\n");
    }

    public void Empty(string name, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(name, attributes);
        _text.Append("/>\n");
    }

    public void Element(string name, TextRun content, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Start(name, attributes);
        _text.Append('>').Append(Escape(content.Text));

        if (content.Exponent.Length > 0)
        {
            _text.Append("<tspan class=\"exponent\" dy=\"-0.45em\">")
                .Append(Escape(content.Exponent))
                .Append("</tspan>");
        }

        _text.Append("</").Append(name).Append(">\n");
    }

    public override string ToString() => _text.ToString();

    private void Start(string name, ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        _text.Append(' ', 2 * _open.Count).Append('<').Append(name);

        foreach ((string key, SvgValue value) in attributes)
        {
            _text.Append(' ').Append(key).Append("=\"").Append(Escape(value.Text)).Append('"');
        }
    }

    private static string Escape(string text)
    {
        // Most text is coordinates.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.AsSpan().ContainsAny("<>&\""))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length);

        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                escaped.Append(text[i++]).Append(text[i]);
            }
            else
            {
                AppendEscaped(escaped, text[i]);
            }
        }

        return escaped.ToString();
    }

    private static void AppendEscaped(StringBuilder escaped, char c)
    {
        switch (c)
        {
            case '<': escaped.Append("&lt;"); break;
            case '>': escaped.Append("&gt;"); break;
            case '&': escaped.Append("&amp;"); break;
            case '"': escaped.Append("&quot;"); break;
            default: escaped.Append(XmlConvert.IsXmlChar(c) ? c : '\uFFFD'); break;
        }
    }
}
