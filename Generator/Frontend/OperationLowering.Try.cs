using Fluxion.Generator.Diagnostics;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// <c>try</c>: the body, then <c>finally</c>, on every path that leaves the body. A <c>catch</c> must have nothing to catch.
/// <c>using</c> is a <c>finally</c> that disposes.
/// </summary>
internal sealed partial class OperationLowering
{
    private void LowerTry(ITryOperation guarded)
    {
        if (guarded.Catches.IsEmpty)
        {
            Finally(guarded, () => LowerStatement(guarded.Body), () => LowerOptional(guarded.Finally));
            return;
        }

        int depth = _open.Count;
        Begin();
        LowerStatement(guarded.Body);
        FlushRemark();

        if (_open.Count != depth || _flow != Flow.Live || _builder.Current.Any(CanThrow))
        {
            Detach(depth);
            Refuse(DiagnosticDescriptors.CaughtException, guarded);
            return;
        }

        Splice(_builder.End());
        LowerOptional(guarded.Finally);
    }

    /// <summary>
    /// Runs the second part on all paths that leave the first: the flags that say how they left are set aside meanwhile.
    /// </summary>
    private void Finally(IOperation origin, Action body, Action last)
    {
        int depth = _open.Count;
        body();
        CloseDownTo(depth);

        if (_flow == Flow.Thrown)
        {
            return;
        }

        Flow flow = _flow;
        List<(int Slot, FrontValue? Value)> flags =
            [.. _variables.Where(static v => v.IsFlag).Select(v => (v.Slot, _values[v.Slot]))];

        foreach ((int slot, FrontValue? _) in flags)
        {
            _values[slot] = new FrontValue.Leaf(Constant.False);
        }

        _flow = Flow.Live;
        last();

        if (_flow != Flow.Live || _open.Count != depth)
        {
            CloseDownTo(depth);
            Reject(origin, Reasons.Statement(origin));
        }

        foreach ((int slot, FrontValue? value) in flags)
        {
            _values[slot] = value;
        }

        _flow = flow;
        GuardExits();
    }

    private void LowerUsing(IUsingOperation used)
    {
        int scope = _variables.Count;

        if (used.Resources is IVariableDeclarationGroupOperation group)
        {
            Dispose(used, group, () => LowerStatement(used.Body));
        }
        else
        {
            FrontValue resource = Lower(used.Resources);
            Finally(used, () => LowerStatement(used.Body), () => Dispose(resource, used.Resources, used));
        }

        Leave(scope);
    }

    private void Dispose(IOperation origin, IVariableDeclarationGroupOperation group, Action body)
    {
        LowerDeclarations(group);
        IVariableDeclaratorOperation[] resources =
            [.. group.Declarations.SelectMany(static d => d.Declarators).Reverse()];

        Finally(origin, body, () =>
        {
            foreach (IVariableDeclaratorOperation resource in resources)
            {
                if (_frame.Places.TryGetValue(resource.Symbol, out Place? place))
                {
                    Dispose(Load(place, "", resource), resource, origin, place);
                }
            }
        });
    }

    private void Dispose(FrontValue resource, IOperation from, IOperation origin, Place? place = null)
    {
        if (References.Are(resource))
        {
            // What is null is not disposed of.
            EachReference(resource, null, "", r => r.Cell < 0
                ? FrontValue.Nothing
                : Dispose(new Place.Cell(r.Cell, _objectTypes[r.Type]), _objectTypes[r.Type], origin));
        }
        else if (resource is FrontValue.Aggregate
            && Resolve(from is IVariableDeclaratorOperation declared ? declared.Symbol.Type : from.Type) is INamedTypeSymbol type)
        {
            Dispose(place ?? new Place.Fixed(resource), type, origin);
        }
        else if (resource is not FrontValue.Error)
        {
            Reject(origin, Reasons.Disposal);
        }
    }

    private FrontValue Dispose(Place resource, INamedTypeSymbol type, IOperation origin)
    {
        IMethodSymbol contract = (IMethodSymbol)_compilation.GetSpecialType(SpecialType.System_IDisposable).GetMembers("Dispose")[0];
        IMethodSymbol? target = type.FindImplementationForInterfaceMember(contract) as IMethodSymbol
            ?? type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(static m => m.Parameters.IsEmpty && !m.IsStatic);
        return target is null || _bodies.Of(target) is null
            ? Reject(origin, Reasons.Disposal)
            : Obstacle(target, origin) ?? InlineBound(target, [], origin, "", new Receiver(resource, null));
    }

    private static bool CanThrow(Statement statement) => statement switch
    {
        Statement.Remark => false,
        Statement.Let let => Effects.CanThrow(let.Expression, let.Target.Type),
        Statement.If => Blocks.Of(statement).SelectMany(Blocks.All).Any(CanThrow),
        _ => true,
    };
}
