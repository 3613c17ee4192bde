namespace Fluxion.Generator.Backend.Formulas;

/// <summary>Text in doc comments.</summary>
internal static class DocText
{
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
