using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>What an objective holds: the method's constants, its data, and the lengths of what is differentiated.</summary>
internal sealed class ObjectiveFields
{
    private readonly DerivativeShape _shape;
    private readonly CSharpNames _types;
    private readonly ShapeParameter[] _held;
    private readonly ShapeParameter[] _data;
    private readonly ShapeParameter[] _sized;
    private readonly HashSet<string> _taken;
    private readonly string[] _lengths;
    private readonly Dictionary<ShapeParameter, string[]> _sizes = [];
    private readonly string _rowCount;

    public ObjectiveFields(DerivativeShape shape, CSharpNames types)
    {
        _shape = shape;
        _types = types;
        _held = [.. shape.Parameters.Where(static p => !p.IsDifferentiable)];
        _data = [.. _held.Where(static p => p.IsData)];
        _sized = [.. shape.Differentiable.Where(static p => p.IsArray)];
        _taken = new HashSet<string>(_held.Select(static p => p.PlainName), StringComparer.Ordinal);
        foreach (ShapeParameter parameter in _sized)
        {
            string[] parts = parameter.IsVector ? ["Length"] : ["Rows", "Columns"];
            _sizes.Add(parameter, [.. parts.Select(part => Unused(parameter.PlainName + part))]);
        }

        _lengths = [.. _sized.SelectMany(p => _sizes[p])];
        _rowCount = Unused("rowCount");
    }

    public bool HasConstructor => _held.Length + _sized.Length > 0;

    public bool HasLengths => _sized.Length > 0;

    /// <summary>The number of packed parameters.</summary>
    public string ParameterCount => Offset(_shape.Differentiable.Count);

    /// <summary>Where the packed elements of a differentiable parameter begin.</summary>
    public string Offset(int index, int part = 0)
    {
        int scalars = _shape.Differentiable.Take(index).Sum(static p => p.Scalars.Count()) + part;
        List<string> terms = [.. _shape.Differentiable.Take(index).Where(static p => p.IsArray).Select(Length)];

        if (scalars > 0 || terms.Count == 0)
        {
            terms.Add(LiteralFormatter.FormatInteger(scalars));
        }

        return string.Join(" + ", terms);
    }

    public string Length(ShapeParameter parameter) => string.Join(" * ", _sizes[parameter].Select(static s => "_" + s));

    /// <summary>The number of elements along each dimension.</summary>
    public string Sizes(ShapeParameter parameter) => string.Join(", ", _sizes[parameter].Select(static s => "_" + s));

    public static string Field(ShapeParameter parameter) => "_" + parameter.PlainName;

    public static string Width(ShapeParameter parameter) => "_" + parameter.PlainName + "Width";

    public void Write(CodeWriter writer)
    {
        foreach (ShapeParameter parameter in _held)
        {
            writer.Line($"private readonly {HeldType(parameter)} {Field(parameter)};");
        }

        foreach (string field in _lengths.Select(static l => "_" + l).Concat(_data.Select(Width)))
        {
            writer.Line($"private readonly int {field};");
        }

        if (HasLengths)
        {
            writer.Line($"private readonly {_types.ParameterNameList} _names;");
        }

        writer.Blank();
        WriteConstructor(writer);
    }

    private void WriteConstructor(CodeWriter writer)
    {
        List<string> parameters = [.. _held.Select(p => $"{HeldType(p)} {p.Name}"), .. _lengths.Select(static l => $"int {l}")];

        if (_data.Length > 0)
        {
            parameters.Add($"int? {_rowCount} = null");
        }

        WriteComments(writer);

        writer.List($"public {_shape.Objective}(", parameters, ")");

        using (writer.Block())
        {
            foreach (ShapeParameter parameter in _held)
            {
                bool mustBe = parameter.IsArray && !parameter.IsSpan;
                string check = mustBe ? $" ?? throw new {_types.System("ArgumentNullException")}(nameof({parameter.Name}))" : "";
                writer.Line($"{Field(parameter)} = {parameter.Name}{check};");
            }

            foreach (string length in _lengths)
            {
                writer.Line($"_{length} = {length};");
            }

            WriteRows(writer);
            WriteNames(writer);
        }
    }

    private void WriteRows(CodeWriter writer)
    {
        if (_data.Length == 0)
        {
            return;
        }

        string shortest = _data.Skip(1).Aggregate(
            $"{_data[0].Name}.Length",
            (all, parameter) => $"{_types.System("Math")}.Min({all}, {parameter.Name}.Length)");
        writer.Line($"RowCount = {_rowCount} ?? {shortest};");

        foreach (ShapeParameter parameter in _data)
        {
            writer.Line(
                $"{Width(parameter)} = {_types.PackedParameters}.RowWidth("
                + $"{parameter.Name}.Length, RowCount, nameof({parameter.Name}));");
        }
    }

    private void WriteNames(CodeWriter writer)
    {
        if (HasLengths)
        {
            IEnumerable<string> parts = _shape.Differentiable.SelectMany(
                p => p.PackedNames.Select(name => $"(\"{name}\", {(p.IsArray ? Length(p) : "-1")})"));
            writer.Line($"_names = new {_types.ParameterNameList}({string.Join(", ", parts)});");
        }
    }

    private void WriteComments(CodeWriter writer)
    {
        writer.Line("/// <summary>Creates the objective from what is held constant.</summary>");

        foreach (ShapeParameter parameter in _held)
        {
            string text = parameter.IsData ? "Data." : "Held constant.";
            writer.Line($"/// <param name=\"{parameter.PlainName}\">{text}</param>");
        }

        foreach (ShapeParameter parameter in _sized)
        {
            string[] kinds = parameter.IsVector ? ["elements"] : ["rows", "columns"];

            for (int i = 0; i < kinds.Length; i++)
            {
                writer.Line(
                    $"/// <param name=\"{_sizes[parameter][i]}\">The number of {kinds[i]} of "
                    + $"<c>{parameter.PlainName}</c>.</param>");
            }
        }

        if (_data.Length > 0)
        {
            writer.Line(
                $"/// <param name=\"{_rowCount}\">The number of rows of the data; by default the length of the shortest array.</param>");
        }
    }

    private string HeldType(ShapeParameter parameter) => parameter.IsSpan
        ? $"global::System.ReadOnlyMemory<{_types.Type(parameter.Element)}>"
        : parameter.CSharpType;

    private string Unused(string name)
    {
        string candidate = name;

        for (int i = 2; !_taken.Add(candidate); i++)
        {
            candidate = name + LiteralFormatter.FormatInteger(i);
        }

        return candidate;
    }
}
