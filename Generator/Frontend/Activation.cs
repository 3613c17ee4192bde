using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>A method about to run on arguments that are evaluated.</summary>
/// <param name="Method">The method.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Name">What its result is called.</param>
/// <param name="Prepare">Tells the frame what it sees of its surroundings.</param>
/// <param name="Receiver">What it is called on; none for a static method.</param>
internal sealed record Activation(
    IMethodSymbol Method,
    List<BoundArgument> Arguments,
    string Name,
    Action<CallFrame> Prepare,
    Receiver? Receiver = null);
