using Fluxion.Generator.Ir;
using Fluxion.Generator.Models;

namespace Fluxion.Generator.Backend;

/// <summary>Which of the methods that can be generated for methods that call themselves are called.</summary>
internal sealed class RoutineUse
{
    private readonly Dictionary<string, Function> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);

    public static RoutineUse Of(Function derivative, MethodModel model, IReadOnlyList<RoutineCode> routines)
    {
        RoutineUse use = new();

        for (int i = 0; i < routines.Count; i++)
        {
            use._functions.Add(model.Routines[i].Routine.Value, routines[i].Value);
            use._functions.Add(model.Routines[i].Routine.Forward, routines[i].Forward);
        }

        use.Visit(derivative);
        return use;
    }

    public bool IsEvaluated(RoutineModel model) => _called.Contains(model.Routine.Value);

    public bool IsDifferentiated(RoutineModel model) => _called.Contains(model.Routine.Forward);

    private void Visit(Function function)
    {
        foreach (Statement.Call call in Blocks.All(function.Body).OfType<Statement.Call>())
        {
            string method = call.Records is null ? call.Routine.Value : call.Routine.Forward;

            if (_called.Add(method))
            {
                Visit(_functions[method]);
            }
        }
    }
}
