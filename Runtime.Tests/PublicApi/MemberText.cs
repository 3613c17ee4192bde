using System.Reflection;

namespace Fluxion.Tests.PublicApi;

/// <summary>The public and protected members of a type, a line each, as C# declares them.</summary>
internal static class MemberText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Type type)
    {
        IEnumerable<string> lines = type.IsEnum
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(Option)
            :
            [
                .. type.GetFields(Declared).Where(static f => IsVisible(f.IsPublic, f.IsFamily, f.IsFamilyOrAssembly)).Select(Field),
                .. type.GetConstructors(Declared).Where(IsVisible).Select(static c =>
                    $"{Access(c)}{TypeText.Of(c.DeclaringType!)}({Parameters(c.GetParameters())})"),
                .. type.GetProperties(Declared).Where(static p => p.GetAccessors(true).Any(IsVisible)).Select(Property),
                .. type.GetMethods(Declared).Where(static m => IsVisible(m) && !IsAccessor(m)).Select(Method),
            ];

        // Enumerations keep their order of values; everything else is sorted, since reflection promises no order.
        return type.IsEnum ? lines : lines.Order(StringComparer.Ordinal);
    }

    public static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(static p =>
        $"{Passing(p)}{TypeText.Of(p.ParameterType)}{Mark(new NullabilityInfoContext().Create(p).WriteState, p.ParameterType)} {p.Name}"
        + (p.HasDefaultValue ? $" = {TypeText.Of(p.DefaultValue)}" : "")));

    public static string Result(MethodInfo method) => (method.ReturnType.IsByRef ? "ref " : "")
        + TypeText.Of(method.ReturnType)
        + Mark(new NullabilityInfoContext().Create(method.ReturnParameter).ReadState, method.ReturnType);

    private static string Option(FieldInfo field) =>
        $"{field.Name} = {TypeText.Of(field.GetRawConstantValue())}";

    private static string Field(FieldInfo field) => (field.IsPublic ? "" : "protected ")
        + (field.IsLiteral ? "const " : field.IsStatic ? "static " : "")
        + (field.IsInitOnly ? "readonly " : "")
        + $"{TypeText.Of(field.FieldType)} {field.Name}"
        + (field.IsLiteral ? $" = {TypeText.Of(field.GetRawConstantValue())}" : "");

    private static string Property(PropertyInfo property)
    {
        MethodInfo widest = property.GetAccessors(true).Where(IsVisible).OrderByDescending(static a => a.IsPublic).First();
        string nullable = Mark(new NullabilityInfoContext().Create(property).ReadState, property.PropertyType);
        string name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{Parameters(index)}]" : property.Name;
        string reference = property.PropertyType.IsByRef ? "ref " : "";
        return $"{Access(widest)}{Kind(widest)}{reference}{TypeText.Of(property.PropertyType)}{nullable} {name} {{ {Accessors(property)}}}";
    }

    private static string Accessors(PropertyInfo property) => string.Concat(property.GetAccessors(true).Where(IsVisible)
        .OrderBy(static a => a.ReturnType == typeof(void))
        .Select(static a => a.ReturnType != typeof(void) ? "get; " : IsInit(a) ? "init; " : $"{Access(a)}set; "));

    private static string Method(MethodInfo method)
    {
        Type[] generics = method.GetGenericArguments();
        string arguments = generics.Length > 0 ? $"<{string.Join(", ", generics.Select(TypeText.Of))}>" : "";
        bool isExtension = method.IsDefined(typeof(System.Runtime.CompilerServices.ExtensionAttribute));
        return $"{Access(method)}{Kind(method)}{Result(method)} {method.Name}{arguments}("
            + $"{(isExtension ? "this " : "")}{Parameters(method.GetParameters())}){TypeText.Constraints(generics)}";
    }

    private static string Kind(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => method.IsAbstract ? "" : "virtual ",
        _ when method.GetBaseDefinition() != method => method.IsFinal ? "sealed override " : "override ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Passing(ParameterInfo parameter) => parameter switch
    {
        { ParameterType.IsByRef: true, IsOut: true } => "out ",
        { ParameterType.IsByRef: true, IsIn: true } => "in ",
        { ParameterType.IsByRef: true } => "ref ",
        _ when parameter.IsDefined(typeof(ParamArrayAttribute)) => "params ",
        _ => "",
    };

    private static string Mark(NullabilityState state, Type type) =>
        state == NullabilityState.Nullable && !type.IsValueType && !type.IsGenericParameter ? "?" : "";

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsVisible(MethodBase method) => IsVisible(method.IsPublic, method.IsFamily, method.IsFamilyOrAssembly);

    private static bool IsVisible(bool isPublic, bool isFamily, bool isFamilyOrAssembly) =>
        isPublic || isFamily || isFamilyOrAssembly;
}
