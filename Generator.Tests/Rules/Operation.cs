using System.Globalization;
using System.Reflection;
using Fluxion.Generator.Derivatives;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>Carries out the primitives of the table: methods by reflection, operators as C# has them.</summary>
internal static class Operation
{
    /// <summary>A number as the type <paramref name="real"/> holds it.</summary>
    public static double Round(Type real, double value) => real == typeof(float) ? (float)value : value;

    /// <summary>The value of a primitive in the arithmetic of <paramref name="real"/>; truth values are 1 and 0.</summary>
    public static double Invoke(Type real, Primitive primitive, double[] x) =>
        primitive.Notation is Notation.Math or Notation.Scalar
            ? Invoke(Method(real, primitive), x)
            : Round(real, Operator(primitive)(x));

    public static double Invoke(MethodInfo method, double[] x)
    {
        object?[] arguments = [.. method.GetParameters().Select((p, i) => p.ParameterType.IsEnum
            ? Enum.ToObject(p.ParameterType, (int)x[i])
            : System.Convert.ChangeType(x[i], p.ParameterType, CultureInfo.InvariantCulture))];
        return System.Convert.ToDouble(
            method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null), CultureInfo.InvariantCulture);
    }

    /// <summary>The method on <c>double</c> or <c>float</c> that an entry is.</summary>
    public static MethodInfo Method(Type real, Primitive primitive) =>
        Overloads(real, primitive.NameIn(real.Name), primitive.Arity, real)[0];

    /// <summary>The overloads over a floating type, those with integers before those with enums.</summary>
    public static MethodInfo[] Overloads(Type declaring, string name, int arity, Type real) =>
    [
        .. declaring.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == name && !method.IsGenericMethod && method.GetParameters().Length == arity
                && method.GetParameters()[0].ParameterType == real
                && method.GetParameters().All(p => p.ParameterType == real || p.ParameterType == typeof(int) || p.ParameterType.IsEnum))
            .OrderBy(static method => method.GetParameters().Count(static p => p.ParameterType.IsEnum)),
    ];

    private static Func<double[], double> Operator(Primitive primitive) => primitive switch
    {
        _ when primitive == PrimitiveTable.Remainder => static v => v[0] % v[1],
        _ when primitive == PrimitiveTable.Convert || primitive == PrimitiveTable.ConvertChecked => static v => v[0],
        _ when primitive == PrimitiveTable.Select => static v => v[0] != 0 ? v[1] : v[2],
        _ when primitive == PrimitiveTable.Share => static v => double.IsInfinity(v[1]) ? 1 : v[0] / v[1],
        _ when primitive == PrimitiveTable.WithSlopesOf => static v => v[1],
        _ when primitive == PrimitiveTable.StrongMultiply || primitive == PrimitiveTable.SteepMultiply => static v => v[0] == 0 || v[1] == 0 ? 0 : v[0] * v[1],
        _ when primitive == PrimitiveTable.And => static v => v[0] * v[1],
        _ when primitive == PrimitiveTable.Or => static v => Math.Max(v[0], v[1]),
        { Fold: { } fold } => fold,
        _ => throw new ArgumentException($"No arithmetic for {primitive}.", nameof(primitive)),
    };
}
