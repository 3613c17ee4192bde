using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// A variable while a method is lowered: a local, a parameter, an exit flag. Its value is in the environment at
/// <paramref name="slot"/>; slots are given and taken back like a stack, so that their order is the declarations'.
/// </summary>
internal sealed class Variable(string name, ITypeSymbol type, int slot, bool isFlag)
{
    /// <summary>What people call it; the hint on every value it takes.</summary>
    public string Name { get; } = name;

    public ITypeSymbol Type { get; } = type;

    public int Slot { get; } = slot;

    /// <summary>
    /// Whether it says that control has left a loop or a method early; false wherever control still is inside.
    /// </summary>
    public bool IsFlag { get; } = isFlag;


    /// <summary>Whether it is what the differentiated method returns.</summary>
    public bool IsResult { get; set; }
}
