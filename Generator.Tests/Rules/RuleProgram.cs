using System.Reflection;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>A differentiable method that does nothing but call one method of the base library, or apply one operator.</summary>
/// <param name="Name">A name for the class.</param>
/// <param name="Primitive">The entry that it tests.</param>
/// <param name="Real"><c>double</c> or <c>float</c>.</param>
/// <param name="Expression">What the method returns.</param>
/// <param name="Parameters">Its parameters: a, b, c.</param>
internal sealed record RuleProgram(
    string Name, Primitive Primitive, Type Real, string Expression, IReadOnlyList<ProbeParameter> Parameters)
{
    private static readonly Type[] Declaring = [typeof(Math), typeof(MathF), typeof(double), typeof(float)];

    private static readonly Type[] Reals = [typeof(double), typeof(float)];

    /// <summary>Every method of every type with every overload, and every operator on both types.</summary>
    public static IReadOnlyDictionary<string, RuleProgram> All { get; } =
        PrimitiveTable.All.Where(static p => p.IsDifferentiable)
            .SelectMany(static p => p.Notation is Notation.Math or Notation.Scalar ? Methods(p) : Operators(p))
            .ToDictionary(static program => program.Name);

    public string TypeName => Keyword(Real);

    public string Source => $$"""
        using Fluxion;

        static partial class {{Name}}
        {
            [Differentiable]
            public static {{TypeName}} F({{string.Join(", ", Parameters.Select(static p => $"{p.Type} {p.Name}"))}}) => {{Expression}};
        }

        {{Probe.Source(Name + "Probe", Name, "F", Parameters)}}
        """;

    private static IEnumerable<RuleProgram> Methods(Primitive primitive) =>
        from type in Declaring
        where primitive.Types.Contains(type.Name)
        from real in Reals
        from method in Operation.Overloads(type, primitive.NameIn(type.Name), primitive.Arity, real)
        select OfMethod(primitive, type, real, method);

    private static RuleProgram OfMethod(Primitive primitive, Type type, Type real, MethodInfo method)
    {
        ProbeParameter[] parameters = [.. method.GetParameters().Select(static (p, i) => ProbeParameter.Of("abc"[i].ToString(), Keyword(p.ParameterType)))];
        string call = $"System.{type.Name}.{method.Name}({string.Join(", ", parameters.Select(static p => p.Name))})";
        string kinds = string.Concat(method.GetParameters().Select(static p => $"_{p.ParameterType.Name}"));
        return new RuleProgram($"{type.Name}_{method.Name}{kinds}", primitive, real, call, parameters);
    }

    private static IEnumerable<RuleProgram> Operators(Primitive primitive) =>
        from real in Reals
        let form = Form(primitive, Keyword(real))
        where form.Expression != ""
        select new RuleProgram($"{form.Name}_{real.Name}", primitive, real, form.Expression, [.. form.Parameters]);

    private static (string Name, string Expression, IEnumerable<ProbeParameter> Parameters) Form(Primitive primitive, string type)
    {
        ProbeParameter a = new("a", type);
        ProbeParameter b = new("b", type);
        string other = type == "double" ? "float" : "double";

        return primitive switch
        {
            _ when primitive == PrimitiveTable.Convert => ("Convert", $"({type})({other})a", [a]),
            _ when primitive == PrimitiveTable.ConvertChecked => ("ConvertChecked", $"checked(({type})({other})a)", [a]),
            _ when primitive == PrimitiveTable.Select => ("Select", "c ? a : b", [new("c", "bool", false), a, b]),

            // Written by the generator alone.
            _ when primitive == PrimitiveTable.StrongMultiply || primitive == PrimitiveTable.SteepMultiply
                || primitive == PrimitiveTable.Share || primitive == PrimitiveTable.WithSlopesOf => ("", "", []),
            { Notation: Notation.Prefix } => ("Prefix" + Word(primitive), $"{primitive.Name}a", [a]),
            _ => ("Binary" + Word(primitive), $"a {primitive.Name} b", [a, b]),
        };
    }

    private static string Word(Primitive primitive) => primitive.Name switch
    {
        "+" => "Plus",
        "-" => "Minus",
        "*" => "Times",
        "/" => "Over",
        "%" => "Modulo",
        _ => throw new ArgumentException($"Give {primitive} a word.", nameof(primitive)),
    };

    private static string Keyword(Type type) =>
        type == typeof(double) ? "double" : type == typeof(float) ? "float" : type == typeof(int) ? "int" : type.FullName!;
}
