using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>Writes the methods that are generated for a method that calls itself.</summary>
internal sealed class RoutineWriter(CodeWriter writer, CSharpNames types)
{
    public void WriteValue(RoutineModel model, Function value) =>
        WriteResults($"<c>{Quote(model)}</c>", model.Routine.Value, value);

    public void WriteSweeps(RoutineModel model, RoutineCode code)
    {
        WriteResults(
            $"The forward sweep of <c>{Quote(model)}</c>: its value, and what is needed on the way back.",
            model.Routine.Forward, code.Forward);
        writer.Blank();
        WriteReverse(model, code.Reverse);
    }

    private void WriteResults(string summary, string method, Function function)
    {
        NameAllocator names = new();
        string[] parameters = [.. function.Parameters.Select(p => names.Declare(NameOf(p.Value)))];
        EquatableArray<Operand> results = function.Body.Yields;
        string[] outs = [.. results.Skip(1).Select(r => names.Declare(r is Value { Name.Length: > 0 } named ? named.Name + "Result" : "result"))];
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line(SourceWriter.GeneratedCode);
        writer.List(
            $"private static {(results.Count > 0 ? types.Type(results[0].Type) : "void")} {method}(",
            [
                .. function.Parameters.Select((p, i) => $"{types.Type(p.Value.Type)} {parameters[i]}"),
                .. outs.Select((name, i) => $"out {types.Type(results[i + 1].Type)} {name}"),
            ],
            ")");

        using (writer.Block())
        {
            new BodyWriter(writer, types).Write(function, parameters, outs, results.Count > 0 ? "value" : null);
        }
    }

    private void WriteReverse(RoutineModel model, Function function)
    {
        NameAllocator names = new();
        string[] parameters = [.. function.Parameters.Select(p => names.Declare(NameOf(p.Value)))];
        string[] outs = [.. model.Function.Parameters
            .Where(static p => p.Value.Type.IsFloating)
            .Select(p => names.Declare("d" + DestinationNames.Pascal(NameOf(p.Value))))];
        EquatableArray<Operand> results = function.Body.Yields;
        writer.Line($"/// <summary>The reverse sweep of <c>{Quote(model)}</c>: the adjoints of its results, taken back to its arguments.</summary>");
        writer.Line(SourceWriter.GeneratedCode);
        writer.List(
            $"private static void {model.Routine.Reverse}(",
            [
                .. function.Parameters.Select((p, i) => $"{types.Type(p.Value.Type)} {parameters[i]}"),
                .. outs.Select((name, i) => $"out {types.Type(results[i].Type)} {name}"),
            ],
            ")");

        using (writer.Block())
        {
            new BodyWriter(writer, types).Write(function, parameters, outs, valueName: null);
        }
    }

    private static string NameOf(Value parameter) => parameter.Name.Length > 0 ? parameter.Name : "value";

    private static string Quote(RoutineModel model) =>
        model.Display.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
