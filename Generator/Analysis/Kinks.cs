using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Where a function's derivative is a matter of convention: every operation with a kink whose arguments depend on a
/// differentiable parameter and on whose result the function's value depends. Whether a kink is met shows when the method runs.
/// </summary>
internal static class Kinks
{
    /// <summary>The kinks in the order of the text, those of one statement once.</summary>
    public static IReadOnlyList<Kink> Of(Function function)
    {
        Activity activity = Activity.Of(function, AliasClasses.Of(function));
        List<Kink> kinks = [];
        string statement = "";

        foreach (Statement part in Blocks.All(function.Body))
        {
            if (part is Statement.Remark { Kind: RemarkKind.Statement } remark)
            {
                statement = remark.Text;
            }
            else if (part is Statement.Let { Expression: Expr.Apply { Primitive.Kink.Length: > 0 } apply }
                && IsMet(apply, ((Statement.Let)part).Target, activity))
            {
                Kink kink = new(NameOf(apply), apply.Primitive.Kink, statement);

                if (!kinks.Contains(kink))
                {
                    kinks.Add(kink);
                }
            }
        }

        return kinks;
    }

    // A step leads nowhere, so that what comes of it carries no derivative.
    private static bool IsMet(Expr.Apply apply, Value result, Activity activity) =>
        apply.Primitive.IsStepwise ? apply.Arguments.Any(activity.IsVaried) : activity.IsActive(result) && apply.Arguments.Any(activity.IsVaried);

    private static string NameOf(Expr.Apply apply)
    {
        bool isSingle = apply.Arguments[0].Type == IrType.Single;
        return apply.Primitive.Notation switch
        {
            Notation.Binary => apply.Primitive.Name,
            Notation.Scalar => (isSingle ? "float." : "double.") + apply.Primitive.Name,
            _ => (isSingle ? "MathF." : "Math.") + apply.Primitive.Name,
        };
    }
}

/// <summary>An operation with a kink.</summary>
/// <param name="Operation">The operation as C# names it.</param>
/// <param name="Convention">Where the kink is, and what counts as the derivative there.</param>
/// <param name="Statement">The user's statement it stands in; empty if that is not known.</param>
internal sealed record Kink(string Operation, string Convention, string Statement);
