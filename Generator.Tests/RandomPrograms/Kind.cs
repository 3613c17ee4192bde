namespace Fluxion.Generator.Tests.RandomPrograms;

/// <summary>The types of the pieces a program is made of: the letters of the places in templates.</summary>
internal static class Kind
{
    /// <summary>A floating expression whose type is not that of a literal.</summary>
    public const char Real = 'R';

    /// <summary>The same, or a literal.</summary>
    public const char Number = 'L';

    /// <summary>A positive literal.</summary>
    public const char Literal = 'K';

    /// <summary>A truth value.</summary>
    public const char Condition = 'C';

    /// <summary>0, 1 or 2.</summary>
    public const char Index = 'I';

    /// <summary>An index into what has n elements.</summary>
    public const char Whole = 'W';

    /// <summary>An array or span of three elements or more.</summary>
    public const char Memory = 'A';

    /// <summary>An array of n elements.</summary>
    public const char Vector = 'N';

    /// <summary>What can be assigned to.</summary>
    public const char Target = 'T';

    public const char Statement = 'S';

    public const char Block = 'B';

    public const char Member = 'M';

    public const char Program = 'P';
}
