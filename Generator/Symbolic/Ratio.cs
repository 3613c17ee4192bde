namespace Fluxion.Generator.Symbolic;

/// <summary>A coefficient: a quotient of whole numbers in lowest terms where it is one, so that thirds stay thirds.</summary>
internal readonly record struct Ratio
{
    private const double LargestWhole = 1L << 53;

    private const int LargestDenominator = 99;

    public static readonly Ratio Zero = new(0, 1);
    public static readonly Ratio One = new(1, 1);

    private Ratio(double numerator, double denominator)
    {
        Numerator = numerator;
        Denominator = denominator;
    }

    public double Numerator { get; }

    /// <summary>One or a larger whole number.</summary>
    public double Denominator { get; }

    public double Value => Numerator / Denominator;

    public bool IsZero => Numerator == 0;

    public bool IsOne => Numerator == 1 && Denominator == 1;

    public bool IsNegative => Numerator < 0;

    public bool IsWhole => Denominator == 1 && IsWholeNumber(Numerator);

    public static implicit operator Ratio(double value) => new(value, 1);

    public static Ratio operator -(Ratio ratio) => new(-ratio.Numerator, ratio.Denominator);

    public static Ratio operator *(Ratio left, Ratio right) =>
        Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Ratio operator /(Ratio left, Ratio right) =>
        Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static Ratio operator +(Ratio left, Ratio right) => left.Denominator == right.Denominator
        ? Of(left.Numerator + right.Numerator, left.Denominator)
        : Of((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The quotient of small whole numbers that rounds to a value, where that is shorter than its digits.</summary>
    public static Ratio Near(double value, bool isSingle)
    {
        double rounded = Math.Round(value * 1000) / 1000;

        if (double.IsNaN(value) || Math.Abs(value) > LargestWhole || (isSingle ? (float)rounded : rounded) == value)
        {
            return value;
        }

        for (int denominator = 3; denominator <= LargestDenominator; denominator++)
        {
            double numerator = Math.Round(value * denominator);
            double quotient = numerator / denominator;

            if ((isSingle ? (float)quotient : quotient) == value && Math.Abs(numerator) <= LargestDenominator)
            {
                return Of(numerator, denominator);
            }
        }

        return value;
    }

    public Ratio Abs() => IsNegative ? -this : this;

    public Ratio Power(int exponent)
    {
        Ratio power = One;

        for (int i = 0; i < Math.Abs(exponent); i++)
        {
            power = exponent > 0 ? power * this : power / this;
        }

        return power;
    }

    private static Ratio Of(double numerator, double denominator)
    {
        if (!IsWholeNumber(numerator) || !IsWholeNumber(denominator) || denominator == 0)
        {
            return new Ratio(numerator / denominator, 1);
        }

        double divisor = GreatestDivisor(Math.Abs(numerator), Math.Abs(denominator)) * (denominator < 0 ? -1 : 1);
        return new Ratio(numerator / divisor, denominator / divisor);
    }

    private static bool IsWholeNumber(double value) => Math.Abs(value) < LargestWhole && Math.Floor(value) == value;

    private static double GreatestDivisor(double one, double other)
    {
        while (other != 0)
        {
            (one, other) = (other, one % other);
        }

        return one;
    }
}
