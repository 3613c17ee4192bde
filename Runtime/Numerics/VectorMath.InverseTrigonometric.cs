using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Numerics.Vector;

namespace Fluxion.Numerics;

// Arguments are folded to where a short polynomial does: the quotient of an angle's coordinates to at most tan(π/8),
// with 0, π/4 or π/2 to be added, as in S. Moshier's Cephes, atan.c; that of the arc sine to at most ½, above which
// asin a = π/2 − 2 asin √((1 − a)/2), as in fdlibm's e_asin.c. The polynomials are minimax fits (Remez' algorithm,
// relative errors 2⁻⁵⁹ and 2⁻⁵⁶).

/// <summary>The inverse circular functions.</summary>
public static partial class VectorMath
{
    private const double PiLow = 1.2246467991473532e-16;

    /// <summary>The angle from −π/2 to π/2 whose sine is <c>x</c>; NaN outside −1 to 1.</summary>
    public static Vector<double> Asin(Vector<double> x)
    {
        Vector<double> angle = AsinFolded(Vector.Abs(x), out Vector<long> isFolded);
        Vector<double> unfolded = Create(Math.PI / 2) - (angle + angle - Create(PiLow / 2));
        return Vector.CopySign(ConditionalSelect(isFolded, unfolded, angle), x);
    }

    /// <inheritdoc cref="Asin(Vector{double})"/>
    public static Vector<float> Asin(Vector<float> x) => Narrow(Asin(WidenLower(x)), Asin(WidenUpper(x)));

    /// <summary>The angle from 0 to π whose cosine is <c>x</c>; NaN outside −1 to 1.</summary>
    public static Vector<double> Acos(Vector<double> x)
    {
        Vector<double> angle = AsinFolded(Vector.Abs(x), out Vector<long> isFolded);
        Vector<double> middle = Create(Math.PI / 2) - (Vector.CopySign(angle, x) - Create(PiLow / 2));
        angle += angle;
        Vector<long> isNegative = LessThan(x, Vector<double>.Zero);
        Vector<double> outer = ConditionalSelect(isNegative, Create(Math.PI) - (angle - Create(PiLow)), angle);
        return ConditionalSelect(isFolded, outer, middle);
    }

    /// <inheritdoc cref="Acos(Vector{double})"/>
    public static Vector<float> Acos(Vector<float> x) => Narrow(Acos(WidenLower(x)), Acos(WidenUpper(x)));

    /// <summary>The angle from −π/2 to π/2 whose tangent is <c>x</c>.</summary>
    public static Vector<double> Atan(Vector<double> x) =>
        Vector.CopySign(AtanOfQuotient(Vector.Abs(x), Vector<double>.One), x);

    /// <inheritdoc cref="Atan(Vector{double})"/>
    public static Vector<float> Atan(Vector<float> x) => Narrow(Atan(WidenLower(x)), Atan(WidenUpper(x)));

    /// <summary>The angle of the point (<c>x</c>, <c>y</c>), from −π to π.</summary>
    public static Vector<double> Atan2(Vector<double> y, Vector<double> x)
    {
        Vector<double> height = Vector.Abs(y);
        Vector<double> width = Vector.Abs(x);
        Vector<double> longer = Vector.Max(height, width);

        Vector<double> angle = AtanOfQuotient(height, width);
        Vector<double> left = Create(Math.PI) - (angle - Create(PiLow));
        angle = Vector.CopySign(ConditionalSelect(LessThan(x, Vector<double>.Zero), left, angle), y);

        // The origin, infinities, NaN, and where sums overflow.
        Vector<long> isRare = ~(GreaterThan(longer, Create(1e-290)) & LessThan(longer, Create(1e300)));
        return Any(isRare) ? Patch(angle, isRare, y, x, Math.Atan2) : angle;
    }

    /// <inheritdoc cref="Atan2(Vector{double}, Vector{double})"/>
    public static Vector<float> Atan2(Vector<float> y, Vector<float> x) =>
        Narrow(Atan2(WidenLower(y), WidenLower(x)), Atan2(WidenUpper(y), WidenUpper(x)));

    // The angle in the first quadrant.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> AtanOfQuotient(Vector<double> height, Vector<double> width)
    {
        Vector<long> isSteep = GreaterThan(height, width * Create(2.414213562373095));
        Vector<long> isMiddle = AndNot(GreaterThan(height, width * Create(0.41421356237309503)), isSteep);
        Vector<double> above = ConditionalSelect(isMiddle, height - width, ConditionalSelect(isSteep, -width, height));
        Vector<double> below = ConditionalSelect(isMiddle, height + width, ConditionalSelect(isSteep, height, width));
        Vector<double> turn = ConditionalSelect(
            isMiddle, Create(0.5), ConditionalSelect(isSteep, Vector<double>.One, Vector<double>.Zero));

        Vector<double> t = above / below;
        Vector<double> z = t * t;
        Vector<double> sum = Create(-0.017911176023578435);
        sum = MultiplyAddEstimate(sum, z, Create(0.03806838390899036));
        sum = MultiplyAddEstimate(sum, z, Create(-0.050394628478658124));
        sum = MultiplyAddEstimate(sum, z, Create(0.05847925995477624));
        sum = MultiplyAddEstimate(sum, z, Create(-0.06663109284400018));
        sum = MultiplyAddEstimate(sum, z, Create(0.07692060688953409));
        sum = MultiplyAddEstimate(sum, z, Create(-0.09090897784887719));
        sum = MultiplyAddEstimate(sum, z, Create(0.11111110784411937));
        sum = MultiplyAddEstimate(sum, z, Create(-0.14285714280215506));
        sum = MultiplyAddEstimate(sum, z, Create(0.19999999999953771));
        sum = MultiplyAddEstimate(sum, z, Create(-0.333333333333332));

        Vector<double> low = MultiplyAddEstimate(sum, z * t, turn * Create(PiLow / 2));
        return turn * Create(Math.PI / 2) + (t + low);
    }

    // The arc sine up to ½; above, half of the arc cosine.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> AsinFolded(Vector<double> a, out Vector<long> isFolded)
    {
        isFolded = GreaterThan(a, Create(0.5));
        Vector<double> z = ConditionalSelect(isFolded, Create(0.5) - a * Create(0.5), a * a);
        Vector<double> sin = ConditionalSelect(isFolded, SquareRoot(z), a);

        Vector<double> sum = Create(0.031981688359069);
        sum = MultiplyAddEstimate(sum, z, Create(-0.01632668521429578));
        sum = MultiplyAddEstimate(sum, z, Create(0.019594333040686727));
        sum = MultiplyAddEstimate(sum, z, Create(0.0065035239905702966));
        sum = MultiplyAddEstimate(sum, z, Create(0.012174941524898671));
        sum = MultiplyAddEstimate(sum, z, Create(0.01388435047418675));
        sum = MultiplyAddEstimate(sum, z, Create(0.0173597956652093));
        sum = MultiplyAddEstimate(sum, z, Create(0.022371751933361717));
        sum = MultiplyAddEstimate(sum, z, Create(0.03038195939583767));
        sum = MultiplyAddEstimate(sum, z, Create(0.044642856821961785));
        sum = MultiplyAddEstimate(sum, z, Create(0.07500000000344825));
        sum = MultiplyAddEstimate(sum, z, Create(0.16666666666665375));
        return MultiplyAddEstimate(sum, z * sin, sin);
    }
}
