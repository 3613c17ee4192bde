using System.Linq.Expressions;
using System.Reflection;
using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Formulas;

/// <summary>Reads, compiles and calls the expression trees of a method.</summary>
internal sealed class ExpressionProbe
{
    private readonly Type _type;
    private readonly Delegate _value;
    private readonly Dictionary<string, Delegate> _partials = [];

    private ExpressionProbe(Type type)
    {
        _type = type;
        _value = Tree("Value").Compile();
    }

    /// <summary>The trees of a method of a class; <c>null</c> if it has none.</summary>
    public static ExpressionProbe? Of(Type type, string method) =>
        type.GetNestedType(method + "Expressions", BindingFlags.Public | BindingFlags.NonPublic) is { } expressions
            ? new ExpressionProbe(expressions)
            : null;

    public LambdaExpression Tree(string name) => (LambdaExpression)_type.GetProperty(name)!.GetValue(null)!;

    public string Latex(string name) => (string)_type.GetNestedType("Latex")!.GetField(name)!.GetRawConstantValue()!;

    public double Value(params object?[] arguments) => Number(_value.DynamicInvoke(arguments));

    /// <summary>All partials with respect to a parameter: one, or one for each element.</summary>
    public IEnumerable<double> Partials(string parameter, object? at, object?[] arguments)
    {
        string name = "D" + char.ToUpperInvariant(parameter[0]) + parameter[1..];

        if (!_partials.TryGetValue(name, out Delegate? partial))
        {
            _partials.Add(name, partial = Tree(name).Compile());
        }

        return Positions(at).Select(position => Number(partial.DynamicInvoke([.. arguments, .. position])));
    }

    private static IEnumerable<object?[]> Positions(object? at) => at switch
    {
        double[,] matrix => from i in Enumerable.Range(0, matrix.GetLength(0))
                            from j in Enumerable.Range(0, matrix.GetLength(1))
                            select new object?[] { i, j },
        Array array => Enumerable.Range(0, array.Length).Select(static i => new object?[] { i }),
        _ => [[]],
    };

    private static double Number(object? result) => Agreement.Flatten(result).Single();
}
