namespace Fluxion.Generator.Ir;

/// <summary>The scalar types of C# that the intermediate representation computes with.</summary>
internal enum ScalarKind
{
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
}

/// <summary>How C# sees the elements: an array, or a view of one.</summary>
internal enum ArrayKind
{
    Array,
    Span,
    ReadOnlySpan,
}

/// <summary>A type of the intermediate representation.</summary>
internal abstract record IrType
{
    public static readonly IrType Boolean = new Scalar(ScalarKind.Boolean);
    public static readonly IrType Int32 = new Scalar(ScalarKind.Int32);
    public static readonly IrType Single = new Scalar(ScalarKind.Single);
    public static readonly IrType Recorded = new Records();
    public static readonly IrType Double = new Scalar(ScalarKind.Double);

    /// <summary>A number, truth value or character.</summary>
    internal sealed record Scalar(ScalarKind Kind) : IrType
    {
        /// <summary>The keyword of C#.</summary>
        public string Keyword => Kind switch
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

    /// <summary>A reference to elements in memory; <see cref="Rank"/> is above one for <c>T[,]</c>.</summary>
    internal sealed record Array(IrType Element, ArrayKind Kind, int Rank = 1) : IrType;

    /// <summary>
    /// As many scalars as the machine's vectors hold of <paramref name="Lane"/>, the floating type the loop computes in;
    /// a vector of truth values is a mask over such lanes.
    /// </summary>
    internal sealed record Vector(ScalarKind Kind, ScalarKind Lane) : IrType;

    /// <summary>A last-in, first-out store of recorded values.</summary>
    internal sealed record Stack(IrType Element) : IrType;

    /// <summary>A last-in, first-out store of scalars of any type, handed on from call to call.</summary>
    internal sealed record Records : IrType;

    /// <summary>A type that is only passed on (a string, an enum), by its C# name.</summary>
    internal sealed record Opaque(string Name) : IrType;

    /// <summary>Whether values of this type can carry a derivative.</summary>
    public bool IsFloating => this is Scalar { Kind: ScalarKind.Single or ScalarKind.Double };

    public bool IsInteger => this is Scalar { Kind: >= ScalarKind.Char and <= ScalarKind.UInt64 };

    /// <summary>Whether this is a reference to something that changes.</summary>
    public bool IsMemory => this is Array or Stack or Records;

    /// <summary>Whether this is memory that holds numbers which can carry a derivative, at any depth.</summary>
    public bool IsFloatingArray => this is Array array && (array.Element.IsFloating || array.Element.IsFloatingArray);
}
