using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>
/// <c>try</c> around code that control leaves at its end only: the body, then <c>finally</c>. A <c>catch</c> must have
/// nothing to catch.
/// </summary>
internal sealed partial class OperationLowering
{
    private void LowerTry(ITryOperation guarded)
    {
        int depth = _open.Count;
        Begin();
        LowerStatement(guarded.Body);
        FlushRemark();
        bool isPlain = _open.Count == depth && _flow == Flow.Live
            && (guarded.Catches.IsEmpty || !_builder.Current.Any(CanThrow));

        if (!isPlain)
        {
            Detach(depth);
            Reject(guarded, Reasons.Statement(guarded));
            return;
        }

        Splice(_builder.End());
        LowerOptional(guarded.Finally);
    }

    private static bool CanThrow(Statement statement) => statement switch
    {
        Statement.Remark => false,
        Statement.Let let => Effects.CanThrow(let.Expression, let.Target.Type),
        Statement.If => Blocks.Of(statement).SelectMany(Blocks.All).Any(CanThrow),
        _ => true,
    };
}
