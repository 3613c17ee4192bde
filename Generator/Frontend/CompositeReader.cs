using System.Text;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Takes the type of a parameter apart: which scalars it has, and how C# puts them together again.</summary>
internal sealed class CompositeReader
{
    private readonly CompositeMembers _members;
    private readonly ParameterRole _role;
    private readonly List<CompositePart> _parts = [];
    private readonly List<string> _pieces = [];
    private readonly StringBuilder _text = new();
    private string? _reason;

    private CompositeReader(CompositeMembers members, ParameterRole role)
    {
        _members = members;
        _role = role;
    }

    /// <summary>What a parameter consists of; null for what is one value, and where the reason says why not.</summary>
    public static Composite? Read(
        ITypeSymbol type, ParameterRole role, Compilation compilation, INamedTypeSymbol within, out string? reason)
    {
        reason = null;

        if (!IsComposite(type))
        {
            return null;
        }

        CompositeReader reader = new(new CompositeMembers(compilation, within), role);
        reader.TakeApart(type, "");

        if (role == ParameterRole.Differentiable)
        {
            reader.Construct(type);
            reader.EndPiece();
        }

        reason = reader._reason;
        return reason is null ? new Composite(reader._parts.ToEquatable(), reader._pieces.ToEquatable()) : null;
    }

    /// <summary>Whether values of the type are taken apart.</summary>
    public static bool IsComposite(ITypeSymbol type) =>
        TypeMap.Of(type) is null && (CompositeMembers.Of(type) is not null || Underlying(type) is not null);

    /// <summary>The type of a value that may be missing.</summary>
    private static ITypeSymbol? Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } named
        && (TypeMap.Of(named.TypeArguments[0]) is not null || IsComposite(named.TypeArguments[0]))
            ? named.TypeArguments[0]
            : null;

    /// <summary>Whether a derivative can be taken with respect to a part of the type.</summary>
    public static bool HasFloating(ITypeSymbol type) => TypeMap.Of(type) is IrType known
        ? known.IsFloating || known.IsFloatingArray
        : Underlying(type) is ITypeSymbol value ? HasFloating(value)
        : CompositeMembers.Of(type) is IReadOnlyList<LayoutField> members && members.Any(static m => HasFloating(m.Type));

    private void TakeApart(ITypeSymbol type, string path)
    {
        if (Underlying(type) is ITypeSymbol value)
        {
            string prefix = path.Length == 0 ? "" : path + ".";
            _parts.Add(new CompositePart(prefix + "HasValue", IrType.Boolean, ParameterRole.Constant));
            Add(value, prefix + "GetValueOrDefault()");
            return;
        }

        if (CompositeMembers.IsOverlapping(type))
        {
            Refuse("its members share memory: declare it without an explicit layout");
        }

        foreach (LayoutField member in CompositeMembers.Of(type)!)
        {
            ISymbol? symbol = CompositeMembers.Find(type, member);

            if (symbol is null || !_members.IsReadable(symbol))
            {
                Refuse(
                    $"generated code cannot read its member '{member.Name}': "
                    + "make it a field or an automatic property that is accessible here");
                continue;
            }

            string name = Identifiers.Escape(symbol.Name);
            Add(member.Type, path.Length == 0 ? name : $"{path}.{name}");
        }
    }

    private void Add(ITypeSymbol member, string path)
    {
        if (TypeMap.Of(member) is IrType type and (IrType.Scalar or IrType.Opaque or IrType.Array { Kind: ArrayKind.Array, Rank: <= 2, Element: IrType.Scalar }))
        {
            _parts.Add(new CompositePart(path, type, type.IsFloating || type.IsFloatingArray ? _role : ParameterRole.Constant));
        }
        else if (IsComposite(member))
        {
            TakeApart(member, path);
        }
        else
        {
            Refuse($"its member '{path}' is neither a number, nor a struct or an array of numbers: pass it as a parameter of its own");
        }
    }

    private void Construct(ITypeSymbol type)
    {
        if (TypeMap.Of(type) is not null)
        {
            EndPiece();
            return;
        }

        if (Underlying(type) is ITypeSymbol value)
        {
            _text.Append($"new {CompositeMembers.Text(type).TrimEnd('?')}?(");
            Construct(value);
            _text.Append(')');
            return;
        }

        IReadOnlyList<LayoutField> members = CompositeMembers.Of(type)!;
        LayoutField[] active = [.. members.Where(static m => HasFloating(m.Type))];
        string name = CompositeMembers.Text(type);

        if (type.IsTupleType)
        {
            ConstructList("(", members, static _ => "", ")");
        }
        else if (active.All(m => CompositeMembers.Find(type, m) is ISymbol symbol && _members.IsSettable(symbol)))
        {
            string head = CompositeMembers.IsMadeByDefault(type) ? $"new {name} {{ " : $"default({name}) with {{ ";
            ConstructList(head, active, m => $"{Identifiers.Escape(CompositeMembers.Find(type, m)!.Name)} = ", " }");
        }
        else if (_members.ConstructorOf((INamedTypeSymbol)type, active) is IReadOnlyDictionary<LayoutField, string> names)
        {
            LayoutField[] stored = [.. members.Where(names.ContainsKey)];
            ConstructList($"new {name}(", stored, m => $"{Identifiers.Escape(names[m])}: ", ")");
        }
        else
        {
            Refuse(
                $"generated code cannot make a '{type.Name}' out of derivatives: let its members be set or initialized, "
                + "or give it a constructor that does nothing but store its parameters");
        }
    }

    private void ConstructList(
        string open, IReadOnlyList<LayoutField> members, Func<LayoutField, string> label, string close)
    {
        _text.Append(open);

        for (int i = 0; i < members.Count; i++)
        {
            _text.Append(i > 0 ? ", " : "").Append(label(members[i]));

            if (HasFloating(members[i].Type))
            {
                Construct(members[i].Type);
            }
            else
            {
                _text.Append($"default({CompositeMembers.Text(members[i].Type)})");
            }
        }

        _text.Append(close);
    }

    private void EndPiece()
    {
        _pieces.Add(_text.ToString());
        _text.Clear();
    }

    private void Refuse(string reason) => _reason ??= reason;
}
