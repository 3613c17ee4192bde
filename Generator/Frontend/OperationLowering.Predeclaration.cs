using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// Variables that an expression declares (<c>out var</c>, patterns) belong to the statement around it, also where the
/// expression is evaluated on some paths only: they are declared before the paths part.
/// </summary>
internal sealed partial class OperationLowering
{
    private readonly HashSet<ISymbol> _predeclared = new(SymbolEqualityComparer.Default);

    private void Predeclare(IOperation? code)
    {
        // A body is not run here; what it declares is its own.
        if (code is null or IAnonymousFunctionOperation or ILocalFunctionOperation)
        {
            return;
        }

        Predeclare(DeclaredBy(code));

        foreach (IOperation part in code.ChildOperations)
        {
            Predeclare(part);
        }
    }

    private void Predeclare(ISymbol? symbol)
    {
        if (symbol is ILocalSymbol { RefKind: RefKind.None, IsConst: false } local && !IsPredeclared(local))
        {
            Bind(local, Declare(local.Name, local.Type), value: null);
            _predeclared.Add(local);
        }
    }

    private static ISymbol? DeclaredBy(IOperation code) => code switch
    {
        ILocalReferenceOperation { IsDeclaration: true } reference => reference.Local,
        IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
        IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
        IListPatternOperation pattern => pattern.DeclaredSymbol,
        _ => null,
    };

    private bool IsPredeclared(ILocalSymbol local) =>
        _predeclared.Contains(local) && _frame.Places.TryGetValue(local, out Place? place) && IsAlive(place);

    /// <summary>Slots are given again: a variable is alive while its own is still its own.</summary>
    private bool IsAlive(Place place) => place switch
    {
        Place.Local { Variable: Variable variable } =>
            variable.Slot < _variables.Count && ReferenceEquals(_variables[variable.Slot], variable),
        Place.Member member => IsAlive(member.Whole),
        Place.Either either => IsAlive(either.Then) && IsAlive(either.Otherwise),
        _ => true,
    };
}
