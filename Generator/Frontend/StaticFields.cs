using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>The static readonly fields a function reads: each is read once, at its start.</summary>
internal sealed class StaticFields
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);
    private readonly List<Statement> _statements = [];

    public EquatableArray<Statement> Statements => _statements.ToEquatable();

    public Value Read(string qualifiedName, string name, IrType type, IrBuilder builder)
    {
        if (!_values.TryGetValue(qualifiedName, out Value? value))
        {
            value = builder.Fresh(type, name);
            _values.Add(qualifiedName, value);
            _statements.Add(new Statement.Let(value, new Expr.StaticField(qualifiedName)));
        }

        return value;
    }
}
