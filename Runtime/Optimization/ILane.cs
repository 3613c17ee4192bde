namespace Fluxion.Optimization;

/// <summary>One number, or a vector of them: what the formula of a step is written for, once.</summary>
/// <remarks>Every operation rounds alike in both, so that it does not show which parameters were the rest.</remarks>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <typeparam name="T">The type of a number.</typeparam>
internal interface ILane<TSelf, T>
    where TSelf : struct, ILane<TSelf, T>
{
    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator *(T left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The same number everywhere.</summary>
    static abstract TSelf All(T value);

    static abstract TSelf Abs(TSelf value);

    static abstract TSelf Sqrt(TSelf value);

    /// <summary>The greater one; NaN if one is NaN.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller one; NaN if one is NaN.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary><paramref name="yes"/> where <paramref name="test"/> is greater than 0, else
    /// <paramref name="no"/>.</summary>
    static abstract TSelf IfPositive(TSelf test, TSelf yes, TSelf no);
}
