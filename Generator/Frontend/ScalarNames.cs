using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>C#'s keywords for the scalar types.</summary>
internal static class ScalarNames
{
    public static string Of(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "bool",
        ScalarKind.Char => "char",
        ScalarKind.SByte => "sbyte",
        ScalarKind.Byte => "byte",
        ScalarKind.Int16 => "short",
        ScalarKind.UInt16 => "ushort",
        ScalarKind.Int32 => "int",
        ScalarKind.UInt32 => "uint",
        ScalarKind.Int64 => "long",
        ScalarKind.UInt64 => "ulong",
        ScalarKind.Single => "float",
        _ => "double",
    };
}
