namespace Fluxion.Generator.Tests.Language;

/// <summary>Vectors, quaternions, planes, matrices and complex numbers of <c>System.Numerics</c>.</summary>
internal static class NumericsCases
{
    private const string Helpers = """
        static Matrix4x4 Inverse(Matrix4x4 m) => Matrix4x4.Invert(m, out Matrix4x4 r) ? r : Matrix4x4.Identity;
        static Matrix3x2 Inverse(Matrix3x2 m) { Matrix3x2.Invert(m, out var r); return r; }
        static Vector3 Parts(Quaternion q) => new Vector3(q.X + 2 * q.W, q.Y - q.W, q.Z);
        static Vector3 Parts(Plane p) => p.Normal * 2 + new Vector3(p.D);
        """;

    public static readonly LanguageCase[] All =
    [
        OfVector("a vector that a quaternion turns", "Vector3.Transform(new Vector3(a, b, 1), new Quaternion(a * 0.3f, b, 0.5f, 0.7f))"),
        OfVector("vectors of two and four that a quaternion turns", "new Vector3(Vector2.Transform(new Vector2(a, b), new Quaternion(a * 0.3f, b, 0.5f, 0.7f)), Vector4.Transform(new Vector4(a, b, 1, 2), new Quaternion(a * 0.3f, b, 0.5f, 0.7f)).X)"),
        OfVector("a reflected vector", "Vector3.Reflect(new Vector3(a, b, 1), Vector3.Normalize(new Vector3(1, a, b)))"),
        OfVector("functions of each part of a vector", "Vector3.Abs(new Vector3(a, -b, 1)) + Vector3.Clamp(new Vector3(a, b, 3), Vector3.Zero, Vector3.One * 2) + Vector3.SquareRoot(Vector3.Abs(new Vector3(a, b, 2))) + Vector3.Lerp(Vector3.UnitX * a, Vector3.UnitY, new Vector3(b))"),
        OfVector("parts of vectors by index", "new Vector3(new Vector3(a, b, 1)[1], new Vector4(a, b, 1, a * b)[3], Vector2.Dot(-new Vector2(a, b), new Vector2(3, a)) + new Vector2(a).LengthSquared())"),
        OfVector("a chain of matrices", "Vector3.Transform(new Vector3(a, b, 1), Matrix4x4.CreateRotationX(a) * Matrix4x4.CreateTranslation(b, a, 1) * Matrix4x4.CreateFromAxisAngle(new Vector3(0, 0, 1), b) * Matrix4x4.CreateScale(a, b, 2) * Matrix4x4.CreateRotationY(b) * Matrix4x4.CreateRotationZ(a))"),
        OfVector("sums of matrices made from angles", "Vector3.TransformNormal(new Vector3(a, b, 1), Matrix4x4.CreateFromQuaternion(Quaternion.Normalize(new Quaternion(a, b, 0.3f, 1))) + Matrix4x4.CreateFromYawPitchRoll(a, b, 0.3f) * 0.5f - Matrix4x4.Transpose(Matrix4x4.CreateRotationX(b)) * Matrix4x4.Identity)"),
        OfVector("determinants of matrices", "new Vector3(new Matrix4x4(a, b, 1, 2, 3, a * b, 0, 1, 2, 1, b, 0, 1, 1, a, 4).GetDeterminant(), new Matrix3x2(a, b, 1, 2, 3, a).GetDeterminant(), 0)"),
        OfVector("an inverted matrix", "Vector3.Transform(new Vector3(a, b, 1), Inverse(new Matrix4x4(a + 3, b, 1, 2, 3, a * b, 0, 1, 2, 1, b + 4, 0, 1, 1, a, 4)))"),
        OfVector("an inverted matrix of the plane", "new Vector3(Vector2.Transform(new Vector2(a, b), Inverse(new Matrix3x2(a + 3, b, 1, 2, 3, a) * Matrix3x2.CreateRotation(a, new Vector2(b, 1)) * Matrix3x2.CreateSkew(b, 0.2f))), 1)"),
        OfVector("a matrix that has no inverse", "Vector3.Transform(new Vector3(a, b, 1), Inverse(Matrix4x4.CreateScale(a, b, 0)))"),
        OfVector("translations of matrices", "Matrix4x4.CreateTranslation(new Vector3(a, b, 1)).Translation * a + new Vector3(Matrix3x2.CreateScale(a, b).Translation + Matrix3x2.CreateTranslation(a, b).Translation, 0)"),
        OfVector("products and quotients of quaternions", "Parts(new Quaternion(a, b, 1, 2) * new Quaternion(b, 1, a, 0.5f) / new Quaternion(0.1f, a, b, 1))"),
        OfVector("spherical interpolation of quaternions", "Parts(Quaternion.Slerp(Quaternion.CreateFromAxisAngle(Vector3.UnitX, a), Quaternion.CreateFromYawPitchRoll(b, a, 0.3f), 0.3f))"),
        OfVector("linear interpolation and inverses of quaternions", "Parts(Quaternion.Lerp(Quaternion.CreateFromAxisAngle(Vector3.UnitX, a), Quaternion.CreateFromYawPitchRoll(b, a, 0.3f), 0.3f)) + Parts(Quaternion.Concatenate(new Quaternion(a, b, 1, 2), Quaternion.Inverse(new Quaternion(b, 1, a, 0.5f)))) + Parts(Quaternion.Conjugate(new Quaternion(new Vector3(a, b, 1), 2)))"),
        OfVector("a quaternion of a small turn", "Parts(Quaternion.CreateFromRotationMatrix(Matrix4x4.CreateFromAxisAngle(Vector3.UnitX, a) * Matrix4x4.CreateRotationZ(b)))"),
        OfVector("quaternions of half a turn about each axis", "Parts(Quaternion.CreateFromRotationMatrix(Matrix4x4.CreateRotationX(a + 1.7f) * Matrix4x4.CreateRotationZ(b * 0.2f))) + 2 * Parts(Quaternion.CreateFromRotationMatrix(Matrix4x4.CreateRotationY(a + 1.7f) * Matrix4x4.CreateRotationX(b * 0.2f))) + 3 * Parts(Quaternion.CreateFromRotationMatrix(Matrix4x4.CreateRotationZ(a + 1.7f) * Matrix4x4.CreateRotationY(b * 0.2f)))"),
        OfVector("planes", "Parts(Plane.CreateFromVertices(new Vector3(a, 0, 1), new Vector3(0, b, 0), new Vector3(1, 1, a))) + new Vector3(Plane.DotCoordinate(Plane.Normalize(new Plane(a, b, 1, 2)), new Vector3(1, a, b)) + Plane.Dot(new Plane(new Vector3(a, 1, b), 3), new Vector4(1, 2, a, b)) + Plane.DotNormal(new Plane(a, b, 1, 2), Vector3.One))"),
        OfComplex("complex arithmetic", "u / v + 1 / u - u * v * 2 + (u == v ? 1 : 2) - Complex.Conjugate(u) * Complex.ImaginaryOne + Complex.Reciprocal(v) + -u"),
        OfComplex("a reciprocal of a complex number with a constant part", "1 / new Complex(1, x) + new Complex(y, 2) / 3 + Complex.One * x - Complex.One / v + x / Complex.ImaginaryOne"),
        OfComplex("quotients by complex numbers on both axes", "u / new Complex(x, 0) + v / new Complex(0, y) + 1 / new Complex(y * y, 0)"),
        OfComplex("exponentials, logarithms and powers of complex numbers", "Complex.Exp(u * 0.3) + Complex.Log(v) + Complex.Log(u, 3) + Complex.Log10(u) + Complex.Sqrt(u) + Complex.Pow(u, 2.5) + Complex.Pow(v, u)"),
        OfComplex("complex sines and tangents", "Complex.Sin(u) * Complex.Cos(v) - Complex.Tan(u) + Complex.Sinh(v) + Complex.Cosh(u) + Complex.Tanh(v)"),
        OfComplex("a complex tangent far from the real axis", "Complex.Tan(new Complex(x, y + 4)) * 100 + Complex.Tanh(new Complex(-6 * y, x)) * 100"),
        OfComplex("lengths and angles of complex numbers", "u.Magnitude * u.Phase + Complex.Abs(v) + Complex.FromPolarCoordinates(x, y)"),
        OfComplex("complex functions on the real axis", "Complex.Sqrt(new Complex(x * y, 0)) * y + Complex.Log(new Complex(x, 0)) + Complex.Pow(new Complex(x, 0), new Complex(y, 0)) + Complex.Pow(x, 1.5) + Complex.Exp(x)"),
        OfComplex("complex roots at the branch cut", "Complex.Sqrt(-x * y) * u + Complex.Log(new Complex(-x, 0)) * y + Complex.Pow(new Complex(-y, 0), x)"),
        OfComplex("a complex root across the positive axis", "Complex.Sqrt(new Complex(x, y - 0.7)) * 3 + Complex.Sqrt(new Complex(x - 1.3, y))"),
        OfComplex("complex powers of zero", "Complex.Pow(new Complex(x - 1.3, y - 0.7), 2) + Complex.Pow(new Complex(x - 1.3, y - 0.7), 1) * u + Complex.Pow(new Complex(x - 1.3, y - 0.7), new Complex(3, 0)) + Complex.Pow(new Complex(x - 1.3, y - 0.7), 0) * v"),
        OfComplex("zero to a complex power that varies", "Complex.Pow(Complex.Zero, x) + Complex.Pow(Complex.Zero, new Complex(x, y)) + u * v"),
        OfComplex("a complex root of zero that is constant", "Complex.Sqrt(Complex.Zero) * x + Complex.Sqrt(new Complex(0, 0)) + u * v"),
    ];

    private static LanguageCase OfVector(string name, string vector) => Of(
        name, $"float a = (float)x, b = (float)y; Vector3 v = {vector}; return v.X * 0.5f + v.Y + v.Z * 2f;") with
    {
        IsSingle = true,
    };

    private static LanguageCase OfComplex(string name, string number) => Of(
        name, $"Complex u = new(x, y), v = new(y, 2 * x); Complex s = {number}; return s.Real * 0.3 + s.Imaginary;");

    // The library computes on vectors of the machine.
    private static LanguageCase Of(string name, string body) =>
        new(name, $"static double F(double x, double y) {{ {body} }}\n{Helpers}", "double x, double y", 1.3, 0.7) { IsRounded = true };
}
