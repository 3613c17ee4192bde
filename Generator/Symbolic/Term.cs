using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Symbolic;

/// <summary>
/// A formula: sums and products whose like terms are collected, functions, elements of arrays, sums over an index. Only
/// <see cref="Terms"/> makes them, and makes equal ones the same object: shared parts are kept once and are compared by
/// reference, however often they would occur if the formula were written out.
/// </summary>
internal abstract class Term
{
    private Term(IrType type, params Term[] parts)
    {
        Type = type;
        Parts = parts;
        Size = (int)Math.Min(int.MaxValue / 2, 1 + parts.Sum(static part => (long)part.Size));
        Free = parts.Aggregate(0UL, static (free, part) => free | part.Free);
        Gap = parts.Select(static part => part.Gap).FirstOrDefault(static gap => gap is not null);
    }

    /// <summary>Numbers the terms of one table in the order in which they were made.</summary>
    public int Id { get; set; }

    public IrType Type { get; }

    /// <summary>What it is made of.</summary>
    public Term[] Parts { get; }

    /// <summary>How many terms it has when it is written out.</summary>
    public int Size { get; }

    /// <summary>A bit for each index, by its depth, that it depends on.</summary>
    public ulong Free { get; private protected set; }

    /// <summary>A part that is no formula; <c>null</c> if there is none.</summary>
    public Missing? Gap { get; private protected set; }

    public bool DependsOn(Index index) => (Free & index.Free) != 0;

    /// <summary>A literal; a truth value is 0 or 1.</summary>
    internal sealed class Number(Ratio value, IrType type) : Term(type)
    {
        public Ratio Value { get; } = value;
    }

    /// <summary>A parameter, a static field, or a constant that is no number, by its C# text.</summary>
    internal sealed class Symbol(string text, IrType type, bool isField) : Term(type)
    {
        public string Text { get; } = text;

        /// <summary>Whether the text is the full name of a static field.</summary>
        public bool IsField { get; } = isField;
    }

    /// <summary>What a sum runs over, or the position of an element with respect to which one differentiates.</summary>
    internal sealed class Index : Term
    {
        public Index(int depth, string name)
            : base(IrType.Int32)
        {
            Depth = depth;
            Name = name;
            Free = 1UL << depth;
        }

        /// <summary>How many loops are around: loops side by side have the same index, so that equal sums are equal.</summary>
        public int Depth { get; }

        /// <summary>What people would call it.</summary>
        public string Name { get; }
    }

    /// <summary>An element of an array.</summary>
    internal sealed class Element(Term array, Term[] indices) : Term(((IrType.Array)array.Type).Element, [array, .. indices])
    {
        public Term Array => Parts[0];

        public IEnumerable<Term> Indices => Parts.Skip(1);
    }

    /// <summary>The number of elements of an array along a dimension.</summary>
    internal sealed class Length(Term array, int dimension) : Term(IrType.Int32, array)
    {
        public Term Array => Parts[0];

        public int Dimension { get; } = dimension;
    }

    /// <summary>An operation of the table that is neither a sum nor a product.</summary>
    internal sealed class Function(Primitive primitive, Term[] arguments, IrType type) : Term(type, arguments)
    {
        public Primitive Primitive { get; } = primitive;
    }

    /// <summary>Terms with their coefficients, and a number.</summary>
    internal sealed class Sum(Term[] terms, Ratio[] coefficients, Ratio constant, bool isConstantFirst, IrType type)
        : Term(type, terms)
    {
        public Ratio[] Coefficients { get; } = coefficients;

        public Ratio Constant { get; } = constant;

        /// <summary>Whether it was written with the number in front.</summary>
        public bool IsConstantFirst { get; } = isConstantFirst;
    }

    /// <summary>Factors to whole powers, negative ones are divisors, and a number.</summary>
    internal sealed class Product(Ratio coefficient, Term[] factors, int[] exponents, IrType type) : Term(type, factors)
    {
        public Ratio Coefficient { get; } = coefficient;

        public int[] Exponents { get; } = exponents;
    }

    /// <summary>The sum over the indices from a first one to one before the last.</summary>
    internal sealed class Total : Term
    {
        public Total(Index variable, Term lower, Term upper, Term body)
            : base(body.Type, lower, upper, body)
        {
            Variable = variable;
            Free = lower.Free | upper.Free | (body.Free & ~variable.Free);
        }

        public Index Variable { get; }

        public Term Lower => Parts[0];

        public Term Upper => Parts[1];

        public Term Body => Parts[2];
    }

    /// <summary>What has no formula, or none yet: the variable of a loop while the loop is read.</summary>
    internal sealed class Missing : Term
    {
        public Missing(Obstacle obstacle, IrType type)
            : base(type)
        {
            Obstacle = obstacle;
            Gap = this;
        }

        public Obstacle Obstacle { get; }
    }
}
