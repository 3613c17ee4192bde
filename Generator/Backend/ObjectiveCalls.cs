using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Writes the calls by which an objective evaluates: unpacked parameters in, packed derivatives out.</summary>
internal sealed class ObjectiveCalls(
    CodeWriter writer, DerivativeShape shape, CSharpNames types, ObjectiveFields fields)
{
    private bool _usesTape;

    /// <summary>The value: the user's own method.</summary>
    public void WriteValue()
    {
        _usesTape = false;
        string[] arguments = [.. shape.Parameters.Select(p => Argument(p, isInCore: false, isBatch: false))];
        string call = Callee(shape.Signature.Name) + "(";

        if (_usesTape)
        {
            RentTape();
            writer.List($"{types.Type(shape.Number)} value = {call}", arguments, ");");
            ReturnTape();
        }
        else
        {
            writer.List($"return {call}", arguments, ");");
        }
    }

    public void WriteGradient(bool isBatch)
    {
        _usesTape = false;
        List<string> after = [];
        string[] arguments =
        [
            .. shape.Parameters.Select(p => Argument(p, isInCore: true, isBatch)),
            .. shape.Differentiable.Select((p, i) => Destination(p, i, after)),
        ];

        if (!_usesTape && after.Count == 0)
        {
            writer.List($"return {shape.Core}(", arguments, ");");
            return;
        }

        if (_usesTape)
        {
            RentTape();
        }

        WriteScratch();
        writer.List($"{types.Type(shape.Number)} value = {shape.Core}(", arguments, ");");
        after.ForEach(writer.Line);

        if (_usesTape)
        {
            ReturnTape();
        }
        else
        {
            writer.Line("return value;");
        }
    }

    private string Argument(ShapeParameter parameter, bool isInCore, bool isBatch)
    {
        bool takesSpan = parameter.IsReadOnlySpan || (isInCore && shape.HasCore && parameter.IsSpanInCore);

        if (parameter.IsDifferentiable)
        {
            return parameter.IsArray ? PackedArray(parameter, takesSpan)
                : parameter.Composite is null ? PackedScalar(parameter, parameter.Type, 0)
                : parameter.Composite.Construct(parameter.Scalars.Select((type, i) => PackedScalar(parameter, type, i)));
        }

        return parameter.IsData && isBatch ? Rows(parameter, takesSpan) : Held(parameter, takesSpan);
    }

    private string PackedScalar(ShapeParameter parameter, IrType type, int part)
    {
        string element = $"parameters[{fields.Offset(IndexOf(parameter), part)}]";
        return type == shape.Number ? element : $"({types.Type(type)}){element}";
    }

    private string PackedArray(ShapeParameter parameter, bool takesSpan)
    {
        string slice = $"parameters.Slice({Offset(parameter)}, {fields.Length(parameter)})";

        if (!parameter.IsVector)
        {
            return $"{types.PackedParameters}.Matrix<{types.Type(shape.Number)}, {types.Type(parameter.Element)}>("
                + $"{slice}, {fields.Sizes(parameter)})";
        }

        if (parameter.Element != shape.Number)
        {
            _usesTape = true;
            string scratch = $"tape.Array<{types.Type(parameter.Element)}>({fields.Length(parameter)})";
            return $"{types.PackedParameters}.Convert({slice}, {scratch})";
        }

        return takesSpan ? slice : Copy(parameter, slice);
    }

    private static string Held(ShapeParameter parameter, bool takesSpan)
    {
        string field = ObjectiveFields.Field(parameter);
        return !parameter.IsSpan ? field
            : takesSpan ? field + ".Span"
            : $"global::System.Runtime.InteropServices.MemoryMarshal.AsMemory({field}).Span";
    }

    private string Rows(ShapeParameter parameter, bool takesSpan)
    {
        string field = ObjectiveFields.Field(parameter);
        string width = ObjectiveFields.Width(parameter);
        string range = $"start * {width}, count * {width}";
        string rows = parameter.IsSpan
            ? $"{field}.Span.Slice({range})"
            : $"new {types.System("ReadOnlySpan")}<{types.Type(parameter.Element)}>({field}, {range})";
        return takesSpan ? rows : Copy(parameter, rows);
    }

    private string Copy(ShapeParameter parameter, string span)
    {
        _usesTape = true;
        return $"tape.Copy<{types.Type(parameter.Element)}>({span})";
    }

    private string Destination(ShapeParameter parameter, int index, List<string> after)
    {
        string type = types.Type(parameter.Element);
        bool isSame = parameter.Element == shape.Number;

        if (parameter.Composite is not null)
        {
            string[] paths = [.. parameter.Composite.Differentiable.Select(static part => part.Path)];
            after.AddRange(paths.Select(
                (path, i) => $"gradient[{fields.Offset(index, i)}] = {parameter.Destination}.{path};"));
            return $"out {type} {parameter.Destination}";
        }

        if (!parameter.IsArray)
        {
            if (!isSame)
            {
                after.Add($"gradient[{fields.Offset(index)}] = {parameter.Destination};");
            }

            return isSame ? $"out gradient[{fields.Offset(index)}]" : $"out {type} {parameter.Destination}";
        }

        string slice = $"gradient.Slice({fields.Offset(index)}, {fields.Length(parameter)})";

        if (!parameter.IsVector)
        {
            after.Add($"{types.PackedParameters}.Pack<{type}, {types.Type(shape.Number)}>({parameter.Destination}, {slice});");
            return parameter.Destination;
        }

        if (isSame)
        {
            return slice;
        }

        after.Add($"{types.PackedParameters}.Convert<{type}, {types.Type(shape.Number)}>({parameter.Destination}, {slice});");
        return parameter.Destination;
    }

    // Derivatives of another type than the packed ones come by way of an array.
    private void WriteScratch()
    {
        foreach (ShapeParameter parameter in shape.Differentiable.Where(
            p => p.IsArray && (!p.IsVector || p.Element != shape.Number)))
        {
            string type = types.Type(parameter.Element);

            if (!parameter.IsVector)
            {
                writer.Line($"{type}[,] {parameter.Destination} = new {type}[{fields.Sizes(parameter)}];");
                continue;
            }

            writer.Line($"{type}[] {parameter.Destination} = tape.Array<{type}>({fields.Length(parameter)});");
        }
    }

    private string Offset(ShapeParameter parameter) => fields.Offset(IndexOf(parameter));

    private int IndexOf(ShapeParameter parameter) => shape.Differentiable.TakeWhile(p => p != parameter).Count();

    // Members of the struct hide the method of such a name.
    private string Callee(string method) =>
        method is "Value" or "ParameterCount" or "ParameterNames" or "RowCount" or "Names"
            ? types.OwnType + "." + method
            : NameAllocator.Escape(method);

    private void RentTape() => writer.Line($"{types.Tape} tape = {types.Tape}.Rent();");

    private void ReturnTape()
    {
        writer.Line("tape.Return();");
        writer.Line("return value;");
    }
}
