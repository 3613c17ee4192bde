using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Writes the methods that return gradients.</summary>
internal sealed class GradientWriter(CodeWriter writer, DerivativeShape shape, CSharpNames types)
{
    private const string GeneratedCode =
        "[global::System.CodeDom.Compiler.GeneratedCode(\"Fluxion.Generator\", \"1.0\")]";

    /// <summary><c>LossGradient</c>: returns the partials.</summary>
    public void WriteGradient()
    {
        writer.Line($"/// <summary>The gradient of <c>{shape.Display}</c>.</summary>");
        WriteParameterComments();
        writer.Line(shape.Differentiable.Count == 1
            ? $"/// <returns>The derivative with respect to <c>{shape.Differentiable[0].PlainName}</c>.</returns>"
            : "/// <returns>The partial derivatives, each under the name of its parameter.</returns>");
        writer.Line(GeneratedCode);
        string parameters = string.Join(", ", shape.Parameters.Select(static p => $"{p.CSharpType} {p.Name}"));

        using (writer.Block($"{shape.Signature.Accessibility} static {GradientType()} {shape.Gradient}({parameters})"))
        {
            WriteGradientBody();
        }
    }

    /// <summary><c>LossValueAndGradient</c>: returns the value and writes the partials.</summary>
    public void WriteValueAndGradient(Function derivative)
    {
        writer.Line($"/// <summary>The value of <c>{shape.Display}</c> and its gradient.</summary>");
        writer.Line($"/// <remarks>Reverse mode. Derived from <c>{shape.Display}</c>.</remarks>");
        WriteParameterComments();
        WriteDestinationComments();
        writer.Line("/// <returns>The value of the method.</returns>");
        writer.Line(GeneratedCode);
        IEnumerable<string> parameters = shape.Parameters.Select(static p => $"{p.CSharpType} {p.Name}");
        IEnumerable<string> destinations = shape.Differentiable.Select(Destination);
        string list = string.Join(", ", parameters.Concat(destinations));

        using (writer.Block(
            $"{shape.Signature.Accessibility} static {shape.Signature.ReturnType} {shape.ValueAndGradient}({list})"))
        {
            WriteBody(derivative);
        }
    }

    private void WriteBody(Function derivative)
    {
        string[] names =
        [
            .. shape.Parameters.Select(static p => p.Name),
            .. shape.Differentiable.Where(static p => p.IsArray).Select(static p => p.Destination),
        ];
        string[] outs = [.. shape.Differentiable.Where(static p => !p.IsArray).Select(static p => p.Destination)];
        new BodyWriter(writer, types).Write(derivative, names, outs, NameSuggestions.Camel(shape.Signature.Name));
    }

    private void WriteGradientBody()
    {
        foreach (ShapeParameter parameter in shape.Differentiable.Where(static p => p.IsArray))
        {
            string type = types.Type(parameter.Element);
            writer.Line($"{type}[] {parameter.Destination} = new {type}[{parameter.Name}.Length];");
        }

        IEnumerable<string> arguments = shape.Parameters.Select(static p => p.Name).Concat(shape.Differentiable.Select(
            p => p.IsArray ? p.Destination : $"out {types.Type(p.Type)} {p.Destination}"));
        writer.Line($"{shape.ValueAndGradient}({string.Join(", ", arguments)});");
        string results = string.Join(", ", shape.Differentiable.Select(static p => p.Destination));
        writer.Line(shape.Differentiable.Count == 1 ? $"return {results};" : $"return ({results});");
    }

    private string GradientType() => shape.Differentiable.Count == 1
        ? ReturnedType(shape.Differentiable[0])
        : "(" + string.Join(", ", shape.Differentiable.Select(p => $"{ReturnedType(p)} {p.Name}")) + ")";

    private string ReturnedType(ShapeParameter parameter) =>
        types.Type(parameter.Element) + (parameter.IsArray ? "[]" : "");

    private string Destination(ShapeParameter parameter) => parameter.IsArray
        ? $"global::System.Span<{types.Type(parameter.Element)}> {parameter.Destination}"
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
