using System.Globalization;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fluxion.Generator.Frontend;

/// <summary>From constants as the compiler has folded them to literals of the intermediate representation.</summary>
internal static class ConstantReader
{
    /// <summary>The literal, or null where the type has none.</summary>
    public static Operand? Read(object? value, ITypeSymbol? type) => TypeMap.Of(type) switch
    {
        IrType.Scalar scalar when value is not null => new Constant(scalar.Kind, Bits(value)),
        IrType.Opaque opaque => new Literal(Text(value, type!, opaque), opaque),
        IrType.Array array when value is null => new Literal("null", array),
        _ => null,
    };

    private static long Bits(object value) => value switch
    {
        bool truth => truth ? 1 : 0,
        char character => character,
        float number => BitConverter.DoubleToInt64Bits(number),
        double number => BitConverter.DoubleToInt64Bits(number),
        ulong number => unchecked((long)number),
        _ => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    private static string Text(object? value, ITypeSymbol type, IrType.Opaque opaque) => value switch
    {
        null => "null",
        decimal number => LiteralFormatter.FormatDecimal(number),
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        _ => EnumText(value, type, opaque),
    };

    private static string EnumText(object value, ITypeSymbol type, IrType.Opaque opaque)
    {
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));

        return member is not null
            ? $"{opaque.Name}.{Identifiers.Escape(member.Name)}"
            : string.Format(CultureInfo.InvariantCulture, "({0})({1})", opaque.Name, value);
    }
}
