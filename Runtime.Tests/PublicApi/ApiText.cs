using System.Reflection;
using System.Text;

namespace Fluxion.Tests.PublicApi;

/// <summary>What an assembly offers to others, as text that is read in a review.</summary>
internal static class ApiText
{
    public static string Of(Assembly assembly)
    {
        StringBuilder text = new();

        foreach (IGrouping<string?, Type> space in assembly.GetExportedTypes()
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .GroupBy(static type => type.Namespace)
            .OrderBy(static space => space.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(space.Key).Append("\n\n");

            foreach (Type type in space)
            {
                text.Append(Declaration(type)).Append('\n');
                IEnumerable<string> members = IsDelegate(type) ? [] : MemberText.Of(type);
                text.AppendJoin("", members.Select(static member => $"    {member}\n")).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Declaration(Type type)
    {
        string constraints = TypeText.Constraints(type.GetGenericArguments());

        if (IsDelegate(type))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            return $"delegate {MemberText.Result(invoke)} {TypeText.Of(type)}({MemberText.Parameters(invoke.GetParameters())}){constraints}";
        }

        string[] bases = type.IsEnum ? [] : [.. Bases(type).Select(TypeText.Of)];
        string list = bases.Length > 0 ? " : " + string.Join(", ", bases) : "";
        return $"{Kind(type)} {TypeText.Of(type)}{list}{constraints}";
    }

    private static IEnumerable<Type> Bases(Type type) =>
    [
        .. type.BaseType is { } root && root != typeof(object) && root != typeof(ValueType) ? [root] : Type.EmptyTypes,
        .. type.GetInterfaces().Where(static i => i.IsPublic)
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .OrderBy(TypeText.Of, StringComparer.Ordinal),
    ];

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => type.IsDefined(typeof(FlagsAttribute)) ? "[Flags] enum" : "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => (IsReadOnly(type) ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct"),
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static bool IsReadOnly(Type type) =>
        type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute));

    private static bool IsDelegate(Type type) => type.BaseType == typeof(MulticastDelegate);
}
