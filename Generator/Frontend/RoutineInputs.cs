using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>What a method that calls itself reads, apart from constants: all of it becomes parameters.</summary>
/// <param name="Arguments">The value of each parameter, in order.</param>
/// <param name="This">The struct that it is called on, or the reference to the object; none if it is static.</param>
/// <param name="Captured">The variables around a local function.</param>
/// <param name="Objects">What the objects hold that all of these refer to, by their numbers.</param>
/// <param name="Types">The types of these objects.</param>
/// <param name="Copied">Which of them are copies that a loop made.</param>
internal sealed record RoutineInputs(
    EquatableArray<FrontValue> Arguments,
    FrontValue? This,
    IReadOnlyList<KeyValuePair<ISymbol, FrontValue>> Captured,
    EquatableArray<FrontValue> Objects,
    IReadOnlyDictionary<string, INamedTypeSymbol> Types,
    IReadOnlyList<int> Copied)
{
    /// <summary>All of it in one tree.</summary>
    public FrontValue.Aggregate Whole => new(
        [.. Arguments, .. This is null ? [] : new[] { This }, .. Captured.Select(static c => c.Value), .. Objects]);

    /// <summary>What it looks like, whatever the numbers are: calls that differ in numbers only are of the same method.</summary>
    public FrontValue Shape => Whole.Map(static operand => new Literal("", operand.Type));

    /// <summary>What a routine can change for its caller: the struct, the captured variables, the objects.</summary>
    public IReadOnlyList<FrontValue> State =>
        [.. This is null ? [] : new[] { This }, .. Captured.Select(static c => c.Value), .. Objects];

    /// <summary>The same with other numbers.</summary>
    public RoutineInputs Map(Func<FrontValue, int, FrontValue> map)
    {
        int position = 0;
        FrontValue Next(FrontValue value) => map(value, position++);
        return this with
        {
            Arguments = [.. Arguments.Select(Next)],
            This = This is null ? null : Next(This),
            Captured = [.. Captured.Select(c => new KeyValuePair<ISymbol, FrontValue>(c.Key, Next(c.Value)))],
            Objects = [.. Objects.Select(Next)],
        };
    }
}
