namespace Fluxion.Generator.Frontend;

/// <summary>
/// What members of <c>System.Numerics</c> compute, as C# that is lowered like the user's own: they have no source that a
/// compilation could see. Instance members take the instance first; a member that is not here is refused.
/// </summary>
internal static class NumericSource
{
    public const string Namespace = "Fluxion.Generator.Library";

    public const string Text = """
        using System;
        using System.Numerics;

        namespace Fluxion.Generator.Library;

        static class Vector2Members
        {
            public static Vector2 op_Addition(Vector2 a, Vector2 b) => new Vector2(a.X + b.X, a.Y + b.Y);
            public static Vector2 op_Subtraction(Vector2 a, Vector2 b) => new Vector2(a.X - b.X, a.Y - b.Y);
            public static Vector2 op_Multiply(Vector2 a, Vector2 b) => new Vector2(a.X * b.X, a.Y * b.Y);
            public static Vector2 op_Multiply(Vector2 a, float b) => new Vector2(a.X * b, a.Y * b);
            public static Vector2 op_Multiply(float a, Vector2 b) => new Vector2(a * b.X, a * b.Y);
            public static Vector2 op_Division(Vector2 a, Vector2 b) => new Vector2(a.X / b.X, a.Y / b.Y);
            public static Vector2 op_Division(Vector2 a, float b) => new Vector2(a.X / b, a.Y / b);
            public static Vector2 op_UnaryNegation(Vector2 a) => new Vector2(-a.X, -a.Y);
            public static float Dot(Vector2 a, Vector2 b) => a.X * b.X + a.Y * b.Y;
            public static float LengthSquared(Vector2 a) => Dot(a, a);
            public static float Length(Vector2 a) => MathF.Sqrt(Dot(a, a));
            public static float Distance(Vector2 a, Vector2 b) => MathF.Sqrt(DistanceSquared(a, b));
            public static float DistanceSquared(Vector2 a, Vector2 b) => Dot(a - b, a - b);
            public static Vector2 Normalize(Vector2 a) => a / MathF.Sqrt(Dot(a, a));
            public static Vector2 Lerp(Vector2 a, Vector2 b, float amount) => a * (1f - amount) + b * amount;
        }

        static class Vector3Members
        {
            public static Vector3 op_Addition(Vector3 a, Vector3 b) => new Vector3(a.X + b.X, a.Y + b.Y, a.Z + b.Z);
            public static Vector3 op_Subtraction(Vector3 a, Vector3 b) => new Vector3(a.X - b.X, a.Y - b.Y, a.Z - b.Z);
            public static Vector3 op_Multiply(Vector3 a, Vector3 b) => new Vector3(a.X * b.X, a.Y * b.Y, a.Z * b.Z);
            public static Vector3 op_Multiply(Vector3 a, float b) => new Vector3(a.X * b, a.Y * b, a.Z * b);
            public static Vector3 op_Multiply(float a, Vector3 b) => new Vector3(a * b.X, a * b.Y, a * b.Z);
            public static Vector3 op_Division(Vector3 a, Vector3 b) => new Vector3(a.X / b.X, a.Y / b.Y, a.Z / b.Z);
            public static Vector3 op_Division(Vector3 a, float b) => new Vector3(a.X / b, a.Y / b, a.Z / b);
            public static Vector3 op_UnaryNegation(Vector3 a) => new Vector3(-a.X, -a.Y, -a.Z);
            public static float Dot(Vector3 a, Vector3 b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z;
            public static Vector3 Cross(Vector3 a, Vector3 b) =>
                new Vector3(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);
            public static float LengthSquared(Vector3 a) => Dot(a, a);
            public static float Length(Vector3 a) => MathF.Sqrt(Dot(a, a));
            public static float Distance(Vector3 a, Vector3 b) => MathF.Sqrt(DistanceSquared(a, b));
            public static float DistanceSquared(Vector3 a, Vector3 b) => Dot(a - b, a - b);
            public static Vector3 Normalize(Vector3 a) => a / MathF.Sqrt(Dot(a, a));
            public static Vector3 Lerp(Vector3 a, Vector3 b, float amount) => a * (1f - amount) + b * amount;
        }

        static class Vector4Members
        {
            public static Vector4 op_Addition(Vector4 a, Vector4 b) => new Vector4(a.X + b.X, a.Y + b.Y, a.Z + b.Z, a.W + b.W);
            public static Vector4 op_Subtraction(Vector4 a, Vector4 b) => new Vector4(a.X - b.X, a.Y - b.Y, a.Z - b.Z, a.W - b.W);
            public static Vector4 op_Multiply(Vector4 a, Vector4 b) => new Vector4(a.X * b.X, a.Y * b.Y, a.Z * b.Z, a.W * b.W);
            public static Vector4 op_Multiply(Vector4 a, float b) => new Vector4(a.X * b, a.Y * b, a.Z * b, a.W * b);
            public static Vector4 op_Multiply(float a, Vector4 b) => new Vector4(a * b.X, a * b.Y, a * b.Z, a * b.W);
            public static Vector4 op_Division(Vector4 a, Vector4 b) => new Vector4(a.X / b.X, a.Y / b.Y, a.Z / b.Z, a.W / b.W);
            public static Vector4 op_Division(Vector4 a, float b) => new Vector4(a.X / b, a.Y / b, a.Z / b, a.W / b);
            public static Vector4 op_UnaryNegation(Vector4 a) => new Vector4(-a.X, -a.Y, -a.Z, -a.W);
            public static float Dot(Vector4 a, Vector4 b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z + a.W * b.W;
            public static float LengthSquared(Vector4 a) => Dot(a, a);
            public static float Length(Vector4 a) => MathF.Sqrt(Dot(a, a));
            public static float Distance(Vector4 a, Vector4 b) => MathF.Sqrt(DistanceSquared(a, b));
            public static float DistanceSquared(Vector4 a, Vector4 b) => Dot(a - b, a - b);
            public static Vector4 Normalize(Vector4 a) => a / MathF.Sqrt(Dot(a, a));
            public static Vector4 Lerp(Vector4 a, Vector4 b, float amount) => a * (1f - amount) + b * amount;
        }

        static class ComplexMembers
        {
            public static Complex op_Addition(Complex a, Complex b) => new Complex(a.Real + b.Real, a.Imaginary + b.Imaginary);
            public static Complex op_Subtraction(Complex a, Complex b) => new Complex(a.Real - b.Real, a.Imaginary - b.Imaginary);
            public static Complex op_Multiply(Complex a, Complex b) => new Complex(
                a.Real * b.Real - a.Imaginary * b.Imaginary, a.Imaginary * b.Real + a.Real * b.Imaginary);
            public static Complex op_Multiply(Complex a, double b) => new Complex(a.Real * b, a.Imaginary * b);
            public static Complex op_Multiply(double a, Complex b) => new Complex(a * b.Real, a * b.Imaginary);
            public static Complex op_UnaryNegation(Complex a) => new Complex(-a.Real, -a.Imaginary);
            public static Complex Conjugate(Complex a) => new Complex(a.Real, -a.Imaginary);
        }
        """;
}
