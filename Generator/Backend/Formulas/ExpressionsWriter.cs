using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Symbolic;

namespace Fluxion.Generator.Backend.Formulas;

/// <summary>Writes <c>CostExpressions</c>: the value and each partial derivative as an expression tree and as text.</summary>
internal sealed class ExpressionsWriter(
    CodeWriter writer, DerivativeShape shape, CSharpNames types, ClosedForm form, FormulaSheet sheet)
{
    /// <summary>How many parameters <c>Func</c> has at most.</summary>
    public const int MostParameters = 16;

    public void Write()
    {
        writer.Line($"/// <summary>The formulas of <c>{shape.Display}</c> and of its partial derivatives as expression trees.</summary>");
        writer.Line("/// <remarks>");
        writer.Line("/// Derived symbolically and simplified as for real numbers. A property makes its tree when it is read: keep it if you");
        writer.Line("/// need it often. A span parameter is an array here; the derivative with respect to an array also takes the position of");
        writer.Line("/// the element.");
        writer.Line("/// </remarks>");
        writer.Line(SourceWriter.GeneratedCode);

        using (writer.Block($"{shape.Signature.Accessibility} static class {shape.Expressions}"))
        {
            WriteTree("Value", "The value", sheet.Value!, form.Value, []);

            for (int i = 0; i < form.Partials.Count; i++)
            {
                writer.Blank();
                string parameter = $"The derivative with respect to <c>{Reads[form.Partials[i].Parameter]}</c>";
                WriteTree(PropertyOf(i), parameter, sheet.Partials[i]!, form.Partials[i].Term, form.Partials[i].Indices);
            }

            writer.Blank();
            WriteTexts("Text", "on a line of text", static formula => formula.Plain);
            writer.Blank();
            WriteTexts("Latex", "in LaTeX", static formula => formula.Latex);
        }
    }

    private string[] Reads => [.. shape.Parameters.SelectMany(static p => p.Reads)];

    // dW → DW; for a part of a struct, dPointX → DPointX.
    private string PropertyOf(int partial)
    {
        string name = shape.Differentiable.SelectMany(static p => p.IsArray ? [p.Destination] : p.Results).ElementAt(partial);
        return DestinationNames.Pascal(name);
    }

    private void WriteTree(string name, string what, Formula formula, Term term, IReadOnlyList<Term.Index> element)
    {
        writer.Line($"/// <summary>{what}{(formula.IsShort ? $": <c>{DocText.Escape(formula.Plain)}</c>" : "")}.</summary>");
        IndexNames indices = new(shape.Parameters.Select(static p => p.PlainName));
        string[] positions = [.. element.Select(indices.Enter)];
        IEnumerable<string> parameterTypes = shape.Parameters.Select(TypeOf).Concat(positions.Select(static _ => "int"));
        string function = string.Join(", ", parameterTypes.Append(types.Type(term.Type)));
        string parameters = string.Join(", ", shape.Parameters.Select(static p => p.Name).Concat(positions));
        writer.Line($"public static global::System.Linq.Expressions.Expression<{types.System("Func")}<{function}>> {name} =>");
        string body = new TreeWriter(types, indices).Write(term).Code;
        writer.Line($"    ({parameters}) => {body};");
    }

    private string TypeOf(ShapeParameter parameter) => parameter.IsSpan
        ? types.Type(parameter.Element) + "[]"
        : parameter.CSharpType;

    private void WriteTexts(string type, string what, Func<Formula, string> text)
    {
        string legend = sheet.Legend.Length > 0 ? $" Here <c>{DocText.Escape(sheet.Legend)}</c>." : "";
        writer.Line($"/// <summary>The same formulas {what}.{legend}</summary>");

        using (writer.Block($"public static class {type}"))
        {
            writer.Line("/// <summary>The value.</summary>");
            writer.Line($"public const string Value = {Verbatim(text(sheet.Value!))};");

            for (int i = 0; i < sheet.Partials.Count; i++)
            {
                writer.Blank();
                writer.Line($"/// <summary>The derivative with respect to <c>{Reads[form.Partials[i].Parameter]}</c>.</summary>");
                writer.Line($"public const string {PropertyOf(i)} = {Verbatim(text(sheet.Partials[i]!))};");
            }

            writer.Blank();
            writer.Line("/// <summary>What the letters mean that are not parameters.</summary>");
            writer.Line($"public const string Legend = {Verbatim(sheet.Legend)};");
        }
    }

    private static string Verbatim(string text) => "@\"" + text.Replace("\"", "\"\"") + "\"";
}
