using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Who declares a variable.</summary>
internal enum VariableKind
{
    Local,
    Parameter,

    /// <summary>A member of a parameter, which is only read.</summary>
    Part,
    Out,
}

/// <summary>A C# variable: the home of one value, or of several that never are needed at the same time.</summary>
internal sealed class Variable(IrType type, VariableKind kind = VariableKind.Local)
{
    public IrType Type { get; } = type;

    public VariableKind Kind { get; } = kind;

    /// <summary>What people would call it; the first of its values that has a name says so.</summary>
    public string Hint { get; set; } = "";

    /// <summary>The name in the text; empty until the variable is declared.</summary>
    public string Name { get; set; } = "";

    public bool IsDeclared => Name.Length > 0;

    /// <summary>While planning: the value it holds at this point, if any.</summary>
    public Value? Current { get; set; }
}
