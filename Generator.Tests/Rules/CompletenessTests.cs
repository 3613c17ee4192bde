using System.Reflection;
using Fluxion.Generator.Derivatives;

namespace Fluxion.Generator.Tests.Rules;

/// <summary>The table against the base library: nothing forgotten, nothing invented.</summary>
public sealed class CompletenessTests
{
    private static readonly Type[] Types = [typeof(Math), typeof(MathF), typeof(double), typeof(float)];

    // Methods with a floating argument or result that are no entry, and why.
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["SinCos"] = "a pair: its parts are Sin and Cos",
        ["SinCosPi"] = "a pair: its parts are SinPi and CosPi",
        ["ConvertToInteger"] = "a conversion to an integer type",
        ["ConvertToIntegerNative"] = "a conversion to an integer type",
        ["CreateChecked"] = "a generic conversion",
        ["CreateSaturating"] = "a generic conversion",
        ["CreateTruncating"] = "a generic conversion",
        ["Parse"] = "from text",
        ["IsEvenInteger"] = "a question",
        ["IsFinite"] = "a question",
        ["IsInfinity"] = "a question",
        ["IsInteger"] = "a question",
        ["IsNaN"] = "a question",
        ["IsNegative"] = "a question",
        ["IsNegativeInfinity"] = "a question",
        ["IsNormal"] = "a question",
        ["IsOddInteger"] = "a question",
        ["IsPositive"] = "a question",
        ["IsPositiveInfinity"] = "a question",
        ["IsPow2"] = "a question",
        ["IsRealNumber"] = "a question",
        ["IsSubnormal"] = "a question",
    };

    [Fact]
    public void EveryFloatingMethodIsInTheTableOrNamedAsAnException()
    {
        string[] forgotten =
        [
            .. FloatingMethods()
                .Where(static m => !Exceptions.ContainsKey(m.Name)
                    && PrimitiveTable.FindMethod(m.DeclaringType!.Name, m.Name, m.GetParameters().Length) is null)
                .Select(static m => $"{m.DeclaringType!.Name}.{m}"),
        ];

        Assert.Empty(forgotten);
    }

    [Fact]
    public void NoExceptionIsInTheTableOrMissingFromTheLibrary()
    {
        string[] names = [.. FloatingMethods().Select(static m => m.Name).Distinct()];

        Assert.Empty(Exceptions.Keys.Except(names));
        Assert.Empty(Exceptions.Keys.Intersect(PrimitiveTable.All.Select(static p => p.Name)));
    }

    [Fact]
    public void EveryMethodOfTheTableExistsOnTheTypesItNames()
    {
        HashSet<(string, string, int)> library =
            [.. FloatingMethods().Select(static m => (m.DeclaringType!.Name, m.Name, m.GetParameters().Length))];
        IEnumerable<(string, string, int)> table = PrimitiveTable.All.SelectMany(
            static p => p.Types.Select(type => (type, p.NameIn(type), p.Arity)));

        Assert.Empty(table.Except(library));
    }

    [Theory]
    [InlineData("Math", "Ieee754Remainder", 2)]
    [InlineData("Double", "IEEERemainder", 2)]
    [InlineData("MathF", "Clamp", 3)]
    [InlineData("Math", "Hypot", 2)]
    [InlineData("Math", "Sin", 2)]
    [InlineData("Decimal", "Abs", 1)]
    public void MethodsThatATypeLacksAreNotFound(string type, string method, int arity) =>
        Assert.Null(PrimitiveTable.FindMethod(type, method, arity));

    [Fact]
    public void BothSpellingsOfTheRemainderAreOneEntry() =>
        Assert.Same(
            PrimitiveTable.FindMethod("Math", "IEEERemainder", 2), PrimitiveTable.FindMethod("Double", "Ieee754Remainder", 2));

    private static IEnumerable<MethodInfo> FloatingMethods() => Types
        .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(static m => !m.IsSpecialName
            && (IsFloating(m.ReturnType) || m.GetParameters().Any(static p => IsFloating(p.ParameterType))));

    private static bool IsFloating(Type type) => type == typeof(double) || type == typeof(float);
}
