using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>
/// Writes the gradient methods of a method with parameters that are taken apart: before the work, the numbers in their
/// elements go to an array each; after it, derivatives are put together to elements again. Arrays in a struct are read and
/// written where they are.
/// </summary>
internal sealed class PieceWriter(CodeWriter writer, DerivativeShape shape, CSharpNames types)
{
    private readonly NameAllocator _names = new();
    private readonly string[] _destinations = DestinationNames.Of(shape.Signature.Parameters);
    private readonly Dictionary<MethodParameter, string> _items = [];

    private string Core => shape.ValueAndGradient + "Core";

    private IEnumerable<(MethodParameter Parameter, string Destination)> Differentiable => shape.Signature.Parameters
        .Select((p, i) => (Parameter: p, Destination: _destinations[i]))
        .Where(static p => p.Parameter.Role == ParameterRole.Differentiable);

    /// <param name="work">Writes the method that does the work.</param>
    public void Write(GradientWriter work)
    {
        foreach (string name in shape.Signature.Parameters.Select(static p => p.Name).Concat(_destinations)
            .Concat(shape.Parameters.Select(static p => p.Name)).Concat(shape.Parameters.Select(static p => p.Destination)))
        {
            _names.Reserve(name);
        }

        foreach (MethodParameter parameter in shape.Signature.Parameters.Where(static p => p.Sequence is not null))
        {
            _items[parameter] = _names.Declare(DestinationNames.Plain(parameter.Name) + "Elements");
        }

        if (shape.Model.Options.Gradient)
        {
            WriteGradient();
            writer.Blank();
        }

        WriteValueAndGradient();
        writer.Blank();
        work.WritePieces(Core);
    }

    private IEnumerable<string> Parameters => shape.Signature.Parameters.Select((p, i) =>
        (i == 0 && shape.Signature.IsExtension ? "this " : "") + $"{p.Type} {p.Name}");

    private void WriteGradient()
    {
        (MethodParameter Parameter, string Destination)[] parameters = [.. Differentiable];
        string type = parameters.Length == 1
            ? ReturnedType(parameters[0].Parameter)
            : "(" + string.Join(", ", parameters.Select(p => $"{ReturnedType(p.Parameter)} {p.Parameter.Name}")) + ")";
        writer.Line($"/// <summary>The gradient of <c>{shape.Display}</c>.</summary>");
        WriteParameterComments();
        writer.Line("/// <returns>The partial derivatives, each of the type of its parameter.</returns>");
        writer.Line(SourceWriter.GeneratedCode);
        writer.List($"{shape.Signature.Accessibility} static {type} {shape.Gradient}(", Parameters, ")");

        using (writer.Block())
        {
            HashSet<string> copied = [];

            foreach (MethodParameter parameter in shape.Signature.Parameters.Where(static p => p.Sequence?.Form == SequenceForm.Interface))
            {
                writer.Line($"{parameter.Sequence!.ElementType}[] {_items[parameter]} = {CopyOf(parameter)};");
                copied.Add(parameter.Name);
            }

            foreach ((MethodParameter parameter, string destination) in parameters.Where(p => IsMade(p.Parameter)))
            {
                writer.Line($"{MadeType(parameter)} {destination} = {New(parameter)};");
            }

            IEnumerable<string> arguments = shape.Signature.Parameters
                .Select(p => copied.Contains(p.Name) ? _items[p] : p.Name)
                .Concat(parameters.Select(p => IsMade(p.Parameter)
                    ? Argument(p.Parameter, p.Destination)
                    : $"out {p.Parameter.Type} {p.Destination}"));
            writer.List($"{shape.ValueAndGradient}(", arguments, ");");
            string results = string.Join(", ", parameters.Select(p => Result(p.Parameter, p.Destination)));
            writer.Line(parameters.Length == 1 ? $"return {results};" : $"return ({results});");
        }
    }

    private void WriteValueAndGradient()
    {
        writer.Line($"/// <summary>The value of <c>{shape.Display}</c> and its gradient.</summary>");
        writer.Line($"/// <remarks>Reverse mode. Derived from <c>{shape.Display}</c>.</remarks>");
        WriteParameterComments();

        foreach ((MethodParameter parameter, string destination) in Differentiable)
        {
            string name = DestinationNames.Plain(parameter.Name);
            string how = parameter.Composite is { HasArrays: true } ? "its arrays are overwritten, its numbers replaced" : "overwritten";
            writer.Line($"/// <param name=\"{destination}\">Receives the derivative with respect to <paramref name=\"{name}\"/>; {how}.</param>");
        }

        writer.Line("/// <returns>The value of the method.</returns>");
        writer.Line(SourceWriter.GeneratedCode);
        writer.List(
            $"{shape.Signature.Accessibility} static {shape.Signature.ReturnType} {shape.ValueAndGradient}(",
            Parameters.Concat(Differentiable.Select(p => $"{Passing(p.Parameter)} {p.Destination}")), ")");

        using (writer.Block())
        {
            WriteBody();
        }
    }

    private void WriteBody()
    {
        MethodParameter[] sequences = [.. shape.Signature.Parameters.Where(static p => p.Sequence is not null)];
        Array.ForEach(sequences, WriteItems);

        foreach ((MethodParameter parameter, string destination) in Differentiable.Where(static p => p.Parameter.Sequence is not null))
        {
            WriteChecks(parameter, destination);
        }

        string tape = sequences.Length > 0 ? _names.Declare("tape") : "";

        if (sequences.Length > 0)
        {
            writer.Line($"{types.Tape} {tape} = {types.Tape}.Rent();");
            Array.ForEach(sequences, p => WritePieces(p, tape));
            writer.Blank();
        }

        string value = _names.Declare("value");
        writer.List($"{shape.Signature.ReturnType} {value} = {Core}(", Arguments(), ");");

        foreach ((MethodParameter parameter, string destination) in Differentiable.Where(static p => p.Parameter.IsTakenApart))
        {
            PutTogether(parameter, destination);
        }

        if (sequences.Length > 0)
        {
            writer.Line($"{tape}.Return();");
        }

        writer.Blank();
        writer.Line($"return {value};");
    }

    /// <summary>A span over the elements.</summary>
    private void WriteItems(MethodParameter parameter)
    {
        if (parameter.Sequence!.Form is SequenceForm.Array or SequenceForm.List)
        {
            writer.Line($"{types.System("ArgumentNullException")}.ThrowIfNull({parameter.Name});");
        }

        string source = parameter.Sequence.Form switch
        {
            SequenceForm.List => $"global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({parameter.Name})",
            SequenceForm.Interface => CopyOf(parameter),
            _ => parameter.Name,
        };
        writer.Line($"{types.System("ReadOnlySpan")}<{parameter.Sequence.ElementType}> {_items[parameter]} = {source};");
    }

    private void WriteChecks(MethodParameter parameter, string destination)
    {
        string items = _items[parameter];
        string element = parameter.Sequence!.ElementType;
        writer.Line(
            $"{destination} = {types.Destinations}.Take({destination}, {items}.Length, "
            + $"nameof({destination}), nameof({parameter.Name}));");
        string[] others =
        [
            .. _items.Where(other => other.Key.Sequence!.ElementType == element).Select(static other => other.Value),
            .. Differentiable.SkipWhile(p => p.Destination != destination).Skip(1)
                .Where(p => p.Parameter.Sequence?.ElementType == element).Select(static p => p.Destination),
        ];

        foreach (string other in others)
        {
            writer.Line($"{types.Destinations}.CheckDisjoint<{element}>(nameof({destination}), {destination}, {other});");
        }
    }

    private void WritePieces(MethodParameter parameter, string tape)
    {
        string items = _items[parameter];
        EquatableArray<CompositePart> parts = parameter.Sequence!.Element.Parts;
        ShapeParameter[] pieces = PiecesOf(parameter);

        for (int i = 0; i < pieces.Length; i++)
        {
            string type = types.Type(parts[i].Type);
            writer.Line($"{type}[] {pieces[i].Name} = {tape}.Scratch<{type}>({items}.Length);");

            if (pieces[i].IsDifferentiable)
            {
                writer.Line($"{type}[] {pieces[i].Destination} = {tape}.Scratch<{type}>({items}.Length);");
            }
        }

        writer.Blank();
        _names.Enter();
        string index = _names.Declare("i");

        using (writer.Block($"for (int {index} = 0; {index} < {items}.Length; {index}++)"))
        {
            for (int i = 0; i < pieces.Length; i++)
            {
                writer.Line($"{pieces[i].Name}[{index}] = {items}[{index}]{(parts[i].Path.Length == 0 ? "" : "." + parts[i].Path)};");
            }
        }

        _names.Leave();
    }

    /// <summary>What the method that does the work is given.</summary>
    private IEnumerable<string> Arguments()
    {
        IEnumerable<string> values = shape.Signature.Parameters.SelectMany(p =>
            p.Sequence is not null ? PiecesOf(p).Select(static piece => piece.Name)
            : p.IsTakenApart ? p.Composite!.Parts.Select(part => $"{p.Name}.{part.Path}")
            : [p.Name]);
        IEnumerable<string> destinations = Differentiable.SelectMany(p =>
            !p.Parameter.IsTakenApart ? [Argument(p.Parameter, p.Destination)]
            : PiecesOf(p.Parameter).Zip((p.Parameter.Sequence?.Element ?? p.Parameter.Composite!).Parts, (piece, part) => (piece, part))
                .Where(static pair => pair.piece.IsDifferentiable)
                .Select(pair => p.Parameter.Sequence is not null ? pair.piece.Destination
                    : pair.part.Type is IrType.Array ? $"{p.Destination}.{pair.part.Path}"
                    : $"out {types.Type(pair.part.Type)} {pair.piece.Destination}"));
        return values.Concat(destinations);
    }

    private void PutTogether(MethodParameter parameter, string destination)
    {
        ShapeParameter[] pieces = [.. PiecesOf(parameter).Where(static piece => piece.IsDifferentiable)];

        if (parameter.Sequence is not Sequence sequence)
        {
            Composite composite = parameter.Composite!;

            if (composite.Differentiable.Any(static part => part.Type is not IrType.Array))
            {
                writer.Line($"{destination} = {composite.Construct(composite.Differentiable.Select((part, i) =>
                    part.Type is IrType.Array ? $"{destination}.{part.Path}" : pieces[i].Destination))};");
            }

            return;
        }

        writer.Blank();
        _names.Enter();
        string index = _names.Declare("i");

        using (writer.Block($"for (int {index} = 0; {index} < {destination}.Length; {index}++)"))
        {
            string element = sequence.Element.Construct(pieces.Select(piece => $"{piece.Destination}[{index}]"));
            writer.Line($"{destination}[{index}] = {element};");
        }

        _names.Leave();
        writer.Blank();
    }

    private ShapeParameter[] PiecesOf(MethodParameter parameter) =>
        [.. parameter.Pieces.Select(piece => shape.Parameters.First(p => p.Name == piece.Name))];

    private ShapeParameter Whole(MethodParameter parameter) => shape.Parameters.First(p => p.Name == parameter.Name);

    private static string CopyOf(MethodParameter parameter) => $"global::System.Linq.Enumerable.ToArray({parameter.Name})";

    /// <summary>Whether the gradient method makes what receives the derivative.</summary>
    private bool IsMade(MethodParameter parameter) => parameter.IsTakenApart || Whole(parameter).IsArray;

    private string MadeType(MethodParameter parameter) =>
        parameter.Sequence is Sequence sequence ? sequence.ElementType + "[]"
        : parameter.IsTakenApart ? parameter.Type
        : Whole(parameter).IsVector ? types.Type(Whole(parameter).Element) + "[]"
        : parameter.Type.TrimEnd('?');

    private string ReturnedType(MethodParameter parameter) =>
        parameter.Sequence is { Form: SequenceForm.List } ? parameter.Type.TrimEnd('?')
        : IsMade(parameter) ? MadeType(parameter)
        : parameter.Type;

    private static string Result(MethodParameter parameter, string destination) => parameter.Sequence is { Form: SequenceForm.List }
        ? $"new {parameter.Type.TrimEnd('?')}({destination})"
        : destination;

    private string New(MethodParameter parameter)
    {
        if (parameter.Sequence is Sequence sequence)
        {
            string count = sequence.Form switch
            {
                SequenceForm.Interface => _items[parameter] + ".Length",
                SequenceForm.List => parameter.Name + ".Count",
                _ => parameter.Name + ".Length",
            };
            return NewArray(sequence.ElementType, count);
        }

        return parameter.IsTakenApart
            ? parameter.Composite!.Construct(parameter.Composite.Differentiable.Select(part =>
                part.Type is IrType.Array array ? New(array, $"{parameter.Name}.{part.Path}") : "0"))
            : New((IrType.Array)Whole(parameter).Type, parameter.Name);
    }

    private string New(IrType.Array type, string name) =>
        type.Element is IrType.Array ? $"{types.Destinations}.NewLike({name})"
        : type.Rank == 1 ? NewArray(types.Type(type.Element), name + ".Length")
        : $"new {types.Type(type.Element)}[{name}.GetLength(0), {name}.GetLength(1)]";

    // Of an array of arrays, the outer length comes first.
    private static string NewArray(string element, string count)
    {
        int brackets = element.EndsWith("[]", StringComparison.Ordinal) ? element.IndexOf('[') : element.Length;
        return $"new {element.Substring(0, brackets)}[{count}]{element.Substring(brackets)}";
    }

    private string Argument(MethodParameter parameter, string destination) =>
        parameter.Composite is { HasArrays: true } ? "ref " + destination
        : IsMade(parameter) ? destination
        : "out " + destination;

    private string Passing(MethodParameter parameter) =>
        parameter.Sequence is Sequence sequence ? $"{types.System("Span")}<{sequence.ElementType}>"
        : parameter.Composite is { HasArrays: true } ? "ref " + parameter.Type
        : !IsMade(parameter) ? "out " + parameter.Type
        : Whole(parameter).IsVector ? $"global::System.Span<{types.Type(Whole(parameter).Element)}>"
        : parameter.Type.TrimEnd('?');

    private void WriteParameterComments()
    {
        foreach (MethodParameter parameter in shape.Signature.Parameters)
        {
            string text = parameter.Role switch
            {
                ParameterRole.Data => "Data; held constant.",
                ParameterRole.Differentiable => "Where to differentiate.",
                _ => "Held constant.",
            };
            writer.Line($"/// <param name=\"{DestinationNames.Plain(parameter.Name)}\">{text}</param>");
        }
    }
}
