namespace Fluxion.Generator.Frontend;

/// <summary>
/// Complex numbers. Where the library takes a short cut for special values, the formula here is one that has the derivative
/// there too; where there is none, one that is 0 with a derivative that is no number.
/// </summary>
internal static partial class NumericSource
{
    private const string ComplexMembers = """
            public static Complex get_Zero() => new Complex(0.0, 0.0);
            public static Complex get_One() => new Complex(1.0, 0.0);
            public static Complex get_ImaginaryOne() => new Complex(0.0, 1.0);
            public static Complex op_Implicit(double a) => new Complex(a, 0.0);
            public static Complex op_Implicit(float a) => new Complex(a, 0.0);
            public static Complex op_Implicit(int a) => new Complex(a, 0.0);
            public static Complex op_Implicit(long a) => new Complex(a, 0.0);
            public static bool op_Equality(Complex a, Complex b) => a.Real == b.Real && a.Imaginary == b.Imaginary;
            public static bool op_Inequality(Complex a, Complex b) => a.Real != b.Real || a.Imaginary != b.Imaginary;
            public static Complex op_Addition(Complex a, Complex b) => new Complex(a.Real + b.Real, a.Imaginary + b.Imaginary);
            public static Complex op_Addition(Complex a, double b) => new Complex(a.Real + b, a.Imaginary);
            public static Complex op_Addition(double a, Complex b) => new Complex(a + b.Real, b.Imaginary);
            public static Complex op_Subtraction(Complex a, Complex b) => new Complex(a.Real - b.Real, a.Imaginary - b.Imaginary);
            public static Complex op_Subtraction(Complex a, double b) => new Complex(a.Real - b, a.Imaginary);
            public static Complex op_Subtraction(double a, Complex b) => new Complex(a - b.Real, -b.Imaginary);
            public static Complex op_Multiply(Complex a, Complex b) => new Complex(
                a.Real * b.Real - a.Imaginary * b.Imaginary, a.Imaginary * b.Real + a.Real * b.Imaginary);
            public static Complex op_Multiply(Complex a, double b) => new Complex(a.Real * b, a.Imaginary * b);
            public static Complex op_Multiply(double a, Complex b) => new Complex(a * b.Real, a * b.Imaginary);
            public static Complex op_Division(Complex a, Complex b)
            {
                if (Math.Abs(b.Imaginary) < Math.Abs(b.Real))
                {
                    double ratio = b.Imaginary / b.Real, scale = b.Real + b.Imaginary * ratio;
                    return new Complex((a.Real + a.Imaginary * ratio) / scale, (a.Imaginary - a.Real * ratio) / scale);
                }
                else
                {
                    double ratio = b.Real / b.Imaginary, scale = b.Imaginary + b.Real * ratio;
                    return new Complex((a.Imaginary + a.Real * ratio) / scale, (-a.Real + a.Imaginary * ratio) / scale);
                }
            }
            public static Complex op_Division(Complex a, double b) => new Complex(a.Real / b, a.Imaginary / b);
            public static Complex op_Division(double a, Complex b) => new Complex(a, 0.0) / b;
            public static Complex op_UnaryNegation(Complex a) => new Complex(-a.Real, -a.Imaginary);
            public static Complex Add(Complex a, Complex b) => a + b;
            public static Complex Subtract(Complex a, Complex b) => a - b;
            public static Complex Multiply(Complex a, Complex b) => a * b;
            public static Complex Divide(Complex a, Complex b) => a / b;
            public static Complex Negate(Complex a) => -a;
            public static Complex Conjugate(Complex a) => new Complex(a.Real, -a.Imaginary);
            public static Complex Reciprocal(Complex a) => 1.0 / a;
            public static double Abs(Complex a) => double.Hypot(a.Real, a.Imaginary);
            public static double get_Magnitude(Complex a) => double.Hypot(a.Real, a.Imaginary);
            public static double get_Phase(Complex a) => Math.Atan2(a.Imaginary, a.Real);
            public static Complex FromPolarCoordinates(double magnitude, double phase) =>
                new Complex(magnitude * Math.Cos(phase), magnitude * Math.Sin(phase));
            public static Complex Exp(Complex a)
            {
                double scale = Math.Exp(a.Real);
                return new Complex(scale * Math.Cos(a.Imaginary), scale * Math.Sin(a.Imaginary));
            }
            public static Complex Log(Complex a) => new Complex(Math.Log(Abs(a)), Math.Atan2(a.Imaginary, a.Real));
            public static Complex Log(Complex a, double baseValue) => Log(a) / Log(new Complex(baseValue, 0.0));
            public static Complex Log10(Complex a) => Log(a) * 0.43429448190325;
            public static Complex Sqrt(Complex a)
            {
                if (a.Real == 0.0 && a.Imaginary == 0.0)
                {
                    return new Complex(Math.Sqrt(a.Real), Math.Sqrt(a.Imaginary));
                }
                if (a.Real >= 0.0)
                {
                    double x = Math.Sqrt((double.Hypot(a.Real, a.Imaginary) + a.Real) * 0.5);
                    return new Complex(x, a.Imaginary / (2.0 * x));
                }
                else
                {
                    double y = Math.Sqrt((double.Hypot(a.Real, a.Imaginary) - a.Real) * 0.5);
                    if (a.Imaginary < 0.0) { y = -y; }
                    return new Complex(a.Imaginary / (2.0 * y), y);
                }
            }
            public static Complex Pow(Complex a, Complex power)
            {
                if (a.Real == 0.0 && a.Imaginary == 0.0)
                {
                    if (power.Real > 0.0 && (power.Imaginary == 0.0 || power.Real > 1.0))
                    {
                        return new Complex(Math.Pow(a.Real, power.Real), Math.Pow(a.Imaginary, power.Real));
                    }
                    if (power.Real == 0.0 && power.Imaginary == 0.0) { return new Complex(1.0, 0.0); }
                    double none = Math.Atan2(a.Imaginary + 0.0, a.Real + 0.0);
                    return new Complex(none, none);
                }
                double rho = Abs(a), theta = Math.Atan2(a.Imaginary, a.Real);
                double angle = power.Real * theta + power.Imaginary * Math.Log(rho);
                double scale = Math.Pow(rho, power.Real) * Math.Exp(-power.Imaginary * theta);
                return new Complex(scale * Math.Cos(angle), scale * Math.Sin(angle));
            }
            public static Complex Pow(Complex a, double power) => Pow(a, new Complex(power, 0.0));
            public static Complex Sin(Complex a)
            {
                double p = Math.Exp(a.Imaginary), q = 1.0 / p;
                return new Complex(Math.Sin(a.Real) * ((p + q) * 0.5), Math.Cos(a.Real) * ((p - q) * 0.5));
            }
            public static Complex Cos(Complex a)
            {
                double p = Math.Exp(a.Imaginary), q = 1.0 / p;
                return new Complex(Math.Cos(a.Real) * ((p + q) * 0.5), -Math.Sin(a.Real) * ((p - q) * 0.5));
            }
            public static Complex Tan(Complex a)
            {
                double x = 2.0 * a.Real, y = 2.0 * a.Imaginary;
                double p = Math.Exp(y), q = 1.0 / p, cosh = (p + q) * 0.5;
                if (Math.Abs(a.Imaginary) <= 4.0)
                {
                    double d = Math.Cos(x) + cosh;
                    return new Complex(Math.Sin(x) / d, (p - q) * 0.5 / d);
                }
                else
                {
                    double d = 1.0 + Math.Cos(x) / cosh;
                    return new Complex(Math.Sin(x) / cosh / d, Math.Tanh(y) / d);
                }
            }
            public static Complex Sinh(Complex a)
            {
                Complex sine = Sin(new Complex(-a.Imaginary, a.Real));
                return new Complex(sine.Imaginary, -sine.Real);
            }
            public static Complex Cosh(Complex a) => Cos(new Complex(-a.Imaginary, a.Real));
            public static Complex Tanh(Complex a)
            {
                Complex tangent = Tan(new Complex(-a.Imaginary, a.Real));
                return new Complex(tangent.Imaginary, -tangent.Real);
            }
        """;
}
