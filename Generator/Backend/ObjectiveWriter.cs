using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Writes <c>LossObjective</c>: the method as an optimizer sees it, all parameters packed in one span.</summary>
internal sealed class ObjectiveWriter
{
    private readonly CodeWriter _writer;
    private readonly DerivativeShape _shape;
    private readonly CSharpNames _types;
    private readonly ObjectiveFields _fields;
    private readonly ObjectiveCalls _calls;
    private readonly string _number;

    public ObjectiveWriter(CodeWriter writer, DerivativeShape shape, CSharpNames types)
    {
        _writer = writer;
        _shape = shape;
        _types = types;
        _fields = new ObjectiveFields(shape, types);
        _calls = new ObjectiveCalls(writer, shape, types, _fields);
        _number = types.Type(shape.Number);
    }

    public void Write()
    {
        string contract = _shape.HasData ? "IBatchObjective" : "IObjective";
        _writer.Line($"/// <summary><c>{_shape.Display}</c> as an optimizer sees it.</summary>");
        _writer.Line(SourceWriter.GeneratedCode);

        using (_writer.Block(
            $"{_shape.Signature.Accessibility} readonly struct {_shape.Objective} : global::Fluxion.{contract}<{_number}>"))
        {
            WriteNames();

            if (_fields.HasConstructor)
            {
                _fields.Write(_writer);
                _writer.Blank();
            }

            WriteProperties();
            _writer.Blank();
            WriteEvaluations();
        }
    }

    // Where there are no arrays, all objectives of the method share the names.
    private void WriteNames()
    {
        if (!_fields.HasLengths)
        {
            string names = string.Join(", ", _shape.Differentiable.SelectMany(static p => p.PackedNames).Select(static name => $"\"{name}\""));
            _writer.Line($"private static readonly string[] Names = [{names}];");
            _writer.Blank();
        }
    }

    private void WriteProperties()
    {
        const string Type = "global::System.Collections.Generic.IReadOnlyList<string>";

        _writer.Line("/// <inheritdoc/>");
        _writer.Line($"public int ParameterCount => {_fields.ParameterCount};");
        _writer.Blank();
        _writer.Line("/// <inheritdoc/>");
        _writer.Line($"public {Type} ParameterNames => {(_fields.HasLengths ? "_names" : "Names")};");

        if (_shape.HasData)
        {
            _writer.Blank();
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public int RowCount { get; }");
        }
    }

    private void WriteEvaluations()
    {
        string point = $"global::System.ReadOnlySpan<{_number}> parameters";
        string gradient = $"global::System.Span<{_number}> gradient";
        _writer.Line("/// <inheritdoc/>");

        using (_writer.Block($"public {_number} Value({point})"))
        {
            _writer.Line($"{_types.PackedParameters}.Check(parameters, ParameterCount);");
            _calls.WriteValue();
        }

        _writer.Blank();
        _writer.Line("/// <inheritdoc/>");

        _writer.List($"public {_number} ValueAndGradient(", [point, gradient], ")");

        using (_writer.Block())
        {
            WriteCheck();
            _calls.WriteGradient(isBatch: false);
        }

        if (_shape.HasData)
        {
            _writer.Blank();
            _writer.Line("/// <inheritdoc/>");

            _writer.List($"public {_number} ValueAndGradient(", ["int start", "int count", point, gradient], ")");

            using (_writer.Block())
            {
                _writer.Line($"{_types.PackedParameters}.CheckRows(start, count, RowCount);");
                WriteCheck();
                _calls.WriteGradient(isBatch: true);
            }
        }
    }

    private void WriteCheck() =>
        _writer.Line($"{_types.PackedParameters}.Check<{_number}>(parameters, gradient, ParameterCount);");
}
