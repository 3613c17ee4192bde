using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Backend;

/// <summary>Part of <see cref="ExpressionWriter"/>: operators, conversions and calls.</summary>
internal sealed partial class ExpressionWriter
{
    internal static readonly Dictionary<string, Precedence> Operators = new(StringComparer.Ordinal)
    {
        ["*"] = Precedence.Multiplicative, ["/"] = Precedence.Multiplicative, ["%"] = Precedence.Multiplicative,
        ["+"] = Precedence.Additive, ["-"] = Precedence.Additive,
        ["<<"] = Precedence.Shift, [">>"] = Precedence.Shift, [">>>"] = Precedence.Shift,
        ["<"] = Precedence.Relational, ["<="] = Precedence.Relational,
        [">"] = Precedence.Relational, [">="] = Precedence.Relational,
        ["=="] = Precedence.Equality, ["!="] = Precedence.Equality,
        ["&"] = Precedence.And, ["^"] = Precedence.Xor, ["|"] = Precedence.Or,
    };

    private Text Apply(IrType type, Expr.Apply apply)
    {
        if (IsVector(type, apply))
        {
            return ApplyLanes(type, apply);
        }

        Text text = apply.Primitive.Notation switch
        {
            Notation.Binary => Binary(apply),
            Notation.Prefix => Prefix(apply),
            Notation.Scalar => Call(names.Type(type), type, apply),
            Notation.Math => Call(MathClass(type, apply), type, apply),
            _ => Special(type, apply),
        };

        return ExprFacts.IsChecked(apply.Primitive) ? new Text("checked(" + text.Code + ")", Precedence.Primary) : text;
    }

    private Text Binary(Expr.Apply apply)
    {
        Precedence precedence = Operators[apply.Primitive.Name];
        (Operand left, Operand right) = (apply.Arguments[0], apply.Arguments[1]);

        // The right operand of an operator of the same rank keeps its parentheses: floating addition is not associative.
        // Comparisons of comparisons get them on both sides, for the reader.
        Precedence tighter = precedence + 1;
        bool compares = precedence is Precedence.Equality;
        string first = (IsWidening(right) ? Text(left) : Widened(left, right)).At(compares ? Precedence.Shift : precedence);
        string second = Widened(right, left).At(compares ? Precedence.Shift : tighter);
        return new Text(first + " " + apply.Primitive.Name + " " + second, precedence);
    }

    // An operand that is converted to the other one's type need not say so: 2.0 * n.
    private Text Widened(Operand operand, Operand other) =>
        operand.Type.IsFloating && other.Type == operand.Type && IsWidening(operand)
            ? Text(InliningPlan.Reads(inlining.Inlined(operand)!).First())
            : Text(operand);

    private bool IsWidening(Operand operand) =>
        inlining.Inlined(operand) is Statement.Let { Expression: Expr.Apply apply }
        && apply.Primitive == PrimitiveTable.Convert
        && Widens(apply.Arguments[0].Type, operand.Type);

    internal static bool Widens(IrType from, IrType to) => (from, to) switch
    {
        (IrType.Scalar { Kind: ScalarKind.Boolean }, _) => false,
        (IrType.Scalar { Kind: ScalarKind.Double }, _) => false,
        (IrType.Scalar, IrType.Scalar { Kind: ScalarKind.Double }) => true,
        (IrType.Scalar { Kind: not ScalarKind.Single }, IrType.Scalar { Kind: ScalarKind.Single }) => true,
        (IrType.Scalar { Kind: ScalarKind.Int32 }, IrType.Scalar { Kind: ScalarKind.Int64 }) => true,
        _ => false,
    };

    private Text Prefix(Expr.Apply apply)
    {
        Text operand = Text(apply.Arguments[0]);
        bool isSigned = operand.Code[0] is '-' or '(' && operand.Precedence == Precedence.Unary;
        return new Text(apply.Primitive.Name + operand.At(isSigned ? Precedence.Primary : Precedence.Unary), Precedence.Unary);
    }

    private Text Call(string type, IrType result, Expr.Apply apply)
    {
        IEnumerable<string> arguments = apply.Arguments.Select(Write);
        return new Text(type + "." + apply.Primitive.Name + "(" + string.Join(", ", arguments) + ")", Precedence.Primary);
    }

    private string MathClass(IrType result, Expr.Apply apply)
    {
        IrType type = apply.Arguments.Count > 0 ? apply.Arguments[0].Type : result;
        return names.System(type is IrType.Scalar { Kind: ScalarKind.Single } ? "MathF" : "Math");
    }

    private Text Special(IrType type, Expr.Apply apply)
    {
        if (apply.Primitive == PrimitiveTable.Convert || apply.Primitive == PrimitiveTable.ConvertChecked)
        {
            return Convert(type, apply);
        }

        return apply.Primitive == PrimitiveTable.Select
            ? Conditional(apply.Arguments[0], apply.Arguments[1], apply.Arguments[2])
            : throw new InvalidOperationException($"'{apply.Primitive}' has no form in C#.");
    }

    private Text Convert(IrType type, Expr.Apply apply)
    {
        Text operand = Text(apply.Arguments[0]);

        // (int)-x is C#, but reads like a subtraction.
        bool isSigned = operand.Code[0] == '-' && operand.Precedence == Precedence.Unary;
        string code = "(" + names.Type(type) + ")" + operand.At(isSigned ? Precedence.Primary : Precedence.Unary);
        bool wraps = !_isUnchecked && apply.Primitive == PrimitiveTable.Convert && !IsLossless(apply.Arguments[0].Type, type);
        return wraps ? new Text("unchecked(" + code + ")", Precedence.Primary) : new Text(code, Precedence.Unary);
    }

    // Projects may check arithmetic by default; what the user's method leaves unchecked stays so.
    internal static bool IsLossless(IrType from, IrType to) => to.IsFloating || from == to || (from, to) switch
    {
        (IrType.Scalar { Kind: < ScalarKind.Int32 }, IrType.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 }) => true,
        (IrType.Scalar { Kind: ScalarKind.Int32 }, IrType.Scalar { Kind: ScalarKind.Int64 }) => true,
        _ => false,
    };

    private Text Conditional(Operand condition, Operand whenTrue, Operand whenFalse)
    {
        if (whenFalse is Constant { Kind: ScalarKind.Boolean, Bits: 0 })
        {
            return Logical(condition, " && ", whenTrue, Precedence.LogicalAnd);
        }

        if (whenTrue is Constant { Kind: ScalarKind.Boolean, Bits: not 0 })
        {
            return Logical(condition, " || ", whenFalse, Precedence.LogicalOr);
        }

        string question = Text(condition).At(Precedence.LogicalOr) + " ? ";
        return new Text(
            question + Text(whenTrue).At(Precedence.LogicalOr) + " : " + Text(whenFalse).At(Precedence.Conditional),
            Precedence.Conditional);
    }

    // The right operand is at the same rank without parentheses: truth is associative.
    private Text Logical(Operand left, string symbol, Operand right, Precedence precedence) =>
        new(Text(left).At(precedence) + symbol + Text(right).At(precedence), precedence);
}
