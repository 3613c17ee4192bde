using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>All that is decided about a function's text before the first line is written.</summary>
internal sealed record FunctionPlan(InliningPlan Inlining, VariablePlan Variables, WrappingArithmetic Wrapping)
{
    public static FunctionPlan Of(Function function, FunctionVariables given)
    {
        UseCounts uses = UseCounts.Of(function);
        InliningPlan inlining = InliningPlanner.Run(function, uses);
        VariablePlan variables = VariablePlanner.Run(function, given, uses, inlining);
        return new FunctionPlan(inlining, variables, WrappingArithmetic.Of(function));
    }
}
