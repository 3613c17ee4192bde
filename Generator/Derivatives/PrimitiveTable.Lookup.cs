using System.Reflection;

namespace Fluxion.Generator.Derivatives;

/// <summary>The whole table, and the entry of a method of the base library.</summary>
internal static partial class PrimitiveTable
{
    /// <summary>Every primitive, ordered by the name of its field.</summary>
    public static IReadOnlyList<Primitive> All => Index.All;

    /// <summary>
    /// The primitive that a static method of <c>Math</c>, <c>MathF</c>, <c>Double</c> or <c>Single</c> is, by the names of
    /// the type and the method; <c>null</c> where the type has no such method, or the method no derivative.
    /// </summary>
    public static Primitive? FindMethod(string typeName, string methodName, int arity) =>
        Index.Methods.TryGetValue((typeName, methodName, arity), out Primitive? primitive) ? primitive : null;

    // Read from the fields once, so that nobody can forget to list an entry; in a type of its own, so that the fields of
    // all parts are initialized before.
    private static class Index
    {
        public static readonly Primitive[] All =
        [
            .. typeof(PrimitiveTable).GetFields(BindingFlags.Public | BindingFlags.Static)
                .OrderBy(static field => field.Name, StringComparer.Ordinal)
                .Select(static field => field.GetValue(null)).OfType<Primitive>(),
        ];

        public static readonly Dictionary<(string Type, string Method, int Arity), Primitive> Methods = All
            .SelectMany(static primitive => primitive.Types, static (primitive, type) => (Type: type, Primitive: primitive))
            .ToDictionary(
                static entry => (entry.Type, entry.Primitive.NameIn(entry.Type), entry.Primitive.Arity),
                static entry => entry.Primitive);
    }
}
