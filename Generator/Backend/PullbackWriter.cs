using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>Writes the pullback of a method that calls itself.</summary>
internal sealed class PullbackWriter(CodeWriter writer, CSharpNames types)
{
    /// <param name="model">The method.</param>
    /// <param name="pullback">Its pullback: the parameters, the adjoint, the destinations of arrays.</param>
    public void Write(PullbackModel model, Function pullback)
    {
        string display = model.Display.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        string[] parameters = [.. model.Parameters.Select(static p => p.Name)];
        string[] destinations = DestinationNames.Of(model.Parameters);
        int[] differentiable =
            [.. Enumerable.Range(0, parameters.Length).Where(i => model.Parameters[i].Role == ParameterRole.Differentiable)];
        string adjoint = parameters.Contains("adjoint") ? "resultAdjoint" : "adjoint";
        writer.Line($"/// <summary>The pullback of <c>{display}</c>: the adjoint of its result, taken back to its arguments.</summary>");
        writer.Line(SourceWriter.GeneratedCode);
        writer.List(
            $"private static void {model.Name}(",
            [
                .. model.Parameters.Select(static p => $"{p.Type} {p.Name}"),
                $"{types.Type(pullback.Parameters[parameters.Length].Value.Type)} {adjoint}",
                .. differentiable.Select(i => Destination(model.Function.Parameters[i].Value.Type, destinations[i])),
            ],
            ")");

        using (writer.Block())
        {
            IEnumerable<int> arrays = differentiable.Where(i => model.Function.Parameters[i].Value.Type is IrType.Array);
            IEnumerable<int> scalars = differentiable.Where(i => model.Function.Parameters[i].Value.Type is not IrType.Array);
            new BodyWriter(writer, types).Write(
                pullback,
                [.. parameters, adjoint, .. arrays.Select(i => destinations[i])],
                [.. scalars.Select(i => destinations[i])],
                valueName: null);
        }
    }

    private string Destination(IrType type, string name) => type switch
    {
        IrType.Array { Rank: 1 } array => $"{types.Type(array with { Kind = ArrayKind.Span })} {name}",
        IrType.Array array => $"{types.Type(array)} {name}",
        _ => $"out {types.Type(type)} {name}",
    };
}
