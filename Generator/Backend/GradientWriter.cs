using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>Writes the methods that return gradients.</summary>
internal sealed class GradientWriter(CodeWriter writer, DerivativeShape shape, CSharpNames types)
{
    /// <summary><c>LossGradient</c>: returns the partials.</summary>
    /// <param name="remarks">What its doc comment tells besides, a paragraph each.</param>
    public void WriteGradient(IReadOnlyList<string> remarks)
    {
        writer.Line($"/// <summary>The gradient of <c>{shape.Display}</c>.</summary>");
        WriteRemarks(remarks);
        WriteParameterComments();
        writer.Line(shape.Differentiable.Count == 1
            ? $"/// <returns>The derivative with respect to <c>{shape.Differentiable[0].PlainName}</c>.</returns>"
            : "/// <returns>The partial derivatives, each under the name of its parameter.</returns>");
        writer.Line(SourceWriter.GeneratedCode);
        string head = $"{shape.Signature.Accessibility} static {GradientType()} {shape.Gradient}(";
        writer.List(head, Parameters, ")");

        using (writer.Block())
        {
            WriteGradientBody();
        }
    }

    /// <summary><c>LossValueAndGradient</c>: returns the value and writes the partials.</summary>
    public void WriteValueAndGradient()
    {
        writer.Line($"/// <summary>The value of <c>{shape.Display}</c> and its gradient.</summary>");
        writer.Line($"/// <remarks>Reverse mode. Derived from <c>{shape.Display}</c>.</remarks>");
        WriteParameterComments();
        WriteDestinationComments();
        writer.Line("/// <returns>The value of the method.</returns>");
        writer.Line(SourceWriter.GeneratedCode);
        WriteOptimization(isHere: !shape.HasCore);
        string head = $"{shape.Signature.Accessibility} static {shape.Signature.ReturnType} {shape.ValueAndGradient}(";
        writer.List(head, WithDestinations(Parameters), ")");

        using (writer.Block())
        {
            if (shape.HasCore)
            {
                WriteForwarding();
            }
            else
            {
                WriteBody();
            }
        }

        if (shape.HasCore)
        {
            WriteCore();
        }
    }

    /// <summary>The method that does the work, where others take parameters apart.</summary>
    public void WritePieces(string name)
    {
        writer.Line(SourceWriter.GeneratedCode);
        WriteOptimization(isHere: true);
        writer.List(
            $"private static {shape.Signature.ReturnType} {name}(",
            WithDestinations(shape.Parameters.Select(static p => $"{p.CSharpType} {p.Name}")), ")");

        using (writer.Block())
        {
            WriteBody();
        }
    }

    private void WriteRemarks(IReadOnlyList<string> remarks)
    {
        if (remarks.Count > 0)
        {
            writer.Line("/// <remarks>");

            foreach (string remark in remarks)
            {
                writer.Line($"/// <para>{remark}</para>");
            }

            writer.Line("/// </remarks>");
        }
    }

    private void WriteForwarding()
    {
        ShapeParameter[] arrays =
            [.. shape.Parameters.Where(static p => p.IsSpanInCore && !p.IsSpan)];

        foreach (ShapeParameter parameter in arrays)
        {
            writer.Line($"{types.System("ArgumentNullException")}.ThrowIfNull({parameter.Name});");
        }

        if (arrays.Length > 0)
        {
            writer.Blank();
        }

        IEnumerable<string> arguments = shape.Parameters.Select(static p => p.Name)
            .Concat(shape.Differentiable.Select(static p => p.IsArray ? p.Destination : "out " + p.Destination));
        writer.List($"return {shape.Core}(", arguments, ");");
    }

    private void WriteOptimization(bool isHere)
    {
        if (isHere && SourceWriter.OptimizationOf(shape.Derivative) is { } attribute)
        {
            writer.Line(attribute);
        }
    }

    private void WriteCore()
    {
        writer.Blank();
        WriteOptimization(isHere: true);
        IEnumerable<string> parameters = shape.Parameters.Select(p => p.IsSpanInCore
            ? $"global::System.ReadOnlySpan<{types.Type(p.Element)}> {p.Name}"
            : $"{p.CSharpType} {p.Name}");
        writer.List($"private static {shape.Signature.ReturnType} {shape.Core}(", WithDestinations(parameters), ")");

        using (writer.Block())
        {
            WriteBody();
        }
    }

    private void WriteBody()
    {
        new DestinationChecks(writer, shape, types).Write();
        string[] names =
        [
            .. shape.Parameters.SelectMany(static p => p.Reads),
            .. shape.Differentiable.Where(static p => p.IsArray).Select(static p => p.Destination),
        ];
        ShapeParameter[] scalars = [.. shape.Differentiable.Where(static p => !p.IsArray)];
        string[] outs = [.. scalars.SelectMany(static p => p.Results)];
        List<Construction> constructions = [];
        int first = 0;

        foreach (ShapeParameter parameter in scalars)
        {
            if (parameter.Composite is Composite composite)
            {
                constructions.Add(new Construction(parameter.Destination, composite, first));
            }

            first += parameter.Results.Count();
        }

        string value = NameSuggestions.Camel(shape.Signature.Name);
        new BodyWriter(writer, types).Write(shape.Derivative, names, outs, value, [.. constructions]);
    }

    private IEnumerable<string> Parameters => shape.Parameters.Select((p, i) =>
        (i == 0 && shape.Signature.IsExtension ? "this " : "") + $"{p.CSharpType} {p.Name}");

    private IEnumerable<string> WithDestinations(IEnumerable<string> parameters) =>
        parameters.Concat(shape.Differentiable.Select(Destination));

    private void WriteGradientBody()
    {
        foreach (ShapeParameter parameter in shape.Differentiable.Where(static p => p.IsArray))
        {
            writer.Line($"{ReturnedType(parameter)} {parameter.Destination} = {NewArray(parameter)};");
        }

        IEnumerable<string> arguments = shape.Parameters.Select(static p => p.Name).Concat(shape.Differentiable.Select(
            p => p.IsArray ? p.Destination : $"out {types.Type(p.Type)} {p.Destination}"));
        writer.List($"{shape.ValueAndGradient}(", arguments, ");");
        string results = string.Join(", ", shape.Differentiable.Select(static p => p.Destination));
        writer.Line(shape.Differentiable.Count == 1 ? $"return {results};" : $"return ({results});");
    }

    private string NewArray(ShapeParameter parameter) => parameter.IsJagged
        ? $"{types.Destinations}.NewLike({parameter.Name})"
        : parameter.IsVector
        ? $"new {types.Type(parameter.Element)}[{parameter.Name}.Length]"
        : $"new {types.Type(parameter.Element)}[{parameter.Name}.GetLength(0), {parameter.Name}.GetLength(1)]";

    private string GradientType() => shape.Differentiable.Count == 1
        ? ReturnedType(shape.Differentiable[0])
        : "(" + string.Join(", ", shape.Differentiable.Select(p => $"{ReturnedType(p)} {p.Name}")) + ")";

    private string ReturnedType(ShapeParameter parameter) =>
        types.Type(parameter.Element)
        + (parameter.IsVector ? "[]" : parameter.IsJagged ? "[][]" : parameter.IsArray ? "[,]" : "");

    private string Destination(ShapeParameter parameter) =>
        parameter.IsVector ? $"global::System.Span<{types.Type(parameter.Element)}> {parameter.Destination}"
        : parameter.IsArray ? $"{parameter.CSharpType.TrimEnd('?')} {parameter.Destination}"
        : $"out {types.Type(parameter.Type)} {parameter.Destination}";

    private void WriteParameterComments()
    {
        foreach (ShapeParameter parameter in shape.Parameters)
        {
            string text = parameter.Role switch
            {
                ParameterRole.Data => "Data; held constant.",
                ParameterRole.Differentiable => "Where to differentiate.",
                _ => "Held constant.",
            };
            writer.Line($"/// <param name=\"{parameter.PlainName}\">{text}</param>");
        }
    }

    private void WriteDestinationComments()
    {
        foreach (ShapeParameter parameter in shape.Differentiable)
        {
            string text = $"Receives the derivative with respect to <paramref name=\"{parameter.PlainName}\"/>; overwritten.";
            writer.Line($"/// <param name=\"{parameter.Destination}\">{text}</param>");
        }
    }
}
