namespace Fluxion.Generator.Frontend;

/// <summary>What is not the same for vectors of two, three and four numbers.</summary>
internal static partial class NumericSource
{
    private const string Vector2Members = """
            public static Vector2 get_UnitX() => new Vector2(1f, 0f);
            public static Vector2 get_UnitY() => new Vector2(0f, 1f);
            public static Vector2 Reflect(Vector2 a, Vector2 normal) => a - 2f * Dot(a, normal) * normal;
            public static Vector2 Transform(Vector2 a, Matrix3x2 m) =>
                new Vector2(a.X * m.M11 + a.Y * m.M21 + m.M31, a.X * m.M12 + a.Y * m.M22 + m.M32);
            public static Vector2 TransformNormal(Vector2 a, Matrix3x2 m) =>
                new Vector2(a.X * m.M11 + a.Y * m.M21, a.X * m.M12 + a.Y * m.M22);
            public static Vector2 Transform(Vector2 a, Matrix4x4 m) =>
                new Vector2(a.X * m.M11 + a.Y * m.M21 + m.M41, a.X * m.M12 + a.Y * m.M22 + m.M42);
            public static Vector2 TransformNormal(Vector2 a, Matrix4x4 m) =>
                new Vector2(a.X * m.M11 + a.Y * m.M21, a.X * m.M12 + a.Y * m.M22);
            public static Vector2 Transform(Vector2 a, Quaternion q)
            {
                Vector4 turned = Vector4.Transform(new Vector4(a.X, a.Y, 0f, 1f), q);
                return new Vector2(turned.X, turned.Y);
            }
        """;

    private const string Vector3Members = """
            public static Vector3 get_UnitX() => new Vector3(1f, 0f, 0f);
            public static Vector3 get_UnitY() => new Vector3(0f, 1f, 0f);
            public static Vector3 get_UnitZ() => new Vector3(0f, 0f, 1f);
            public static Vector3 Reflect(Vector3 a, Vector3 normal) => a - 2f * Dot(a, normal) * normal;
            public static Vector3 Cross(Vector3 a, Vector3 b) =>
                new Vector3(a.Y * b.Z - a.Z * b.Y, a.Z * b.X - a.X * b.Z, a.X * b.Y - a.Y * b.X);
            public static Vector3 Transform(Vector3 a, Matrix4x4 m) => new Vector3(
                a.X * m.M11 + a.Y * m.M21 + a.Z * m.M31 + m.M41,
                a.X * m.M12 + a.Y * m.M22 + a.Z * m.M32 + m.M42,
                a.X * m.M13 + a.Y * m.M23 + a.Z * m.M33 + m.M43);
            public static Vector3 TransformNormal(Vector3 a, Matrix4x4 m) => new Vector3(
                a.X * m.M11 + a.Y * m.M21 + a.Z * m.M31,
                a.X * m.M12 + a.Y * m.M22 + a.Z * m.M32,
                a.X * m.M13 + a.Y * m.M23 + a.Z * m.M33);
            public static Vector3 Transform(Vector3 a, Quaternion q)
            {
                Vector4 turned = Vector4.Transform(new Vector4(a, 1f), q);
                return new Vector3(turned.X, turned.Y, turned.Z);
            }
        """;

    private const string Vector4Members = """
            public static Vector4 get_UnitX() => new Vector4(1f, 0f, 0f, 0f);
            public static Vector4 get_UnitY() => new Vector4(0f, 1f, 0f, 0f);
            public static Vector4 get_UnitZ() => new Vector4(0f, 0f, 1f, 0f);
            public static Vector4 get_UnitW() => new Vector4(0f, 0f, 0f, 1f);
            public static Vector4 Transform(Vector2 a, Matrix4x4 m) => Transform(new Vector4(a, 0f, 1f), m);
            public static Vector4 Transform(Vector3 a, Matrix4x4 m) => Transform(new Vector4(a, 1f), m);
            public static Vector4 Transform(Vector4 a, Matrix4x4 m) => new Vector4(
                a.X * m.M11 + a.Y * m.M21 + a.Z * m.M31 + a.W * m.M41,
                a.X * m.M12 + a.Y * m.M22 + a.Z * m.M32 + a.W * m.M42,
                a.X * m.M13 + a.Y * m.M23 + a.Z * m.M33 + a.W * m.M43,
                a.X * m.M14 + a.Y * m.M24 + a.Z * m.M34 + a.W * m.M44);
            public static Vector4 Transform(Vector2 a, Quaternion q) => Transform(new Vector4(a, 0f, 1f), q);
            public static Vector4 Transform(Vector3 a, Quaternion q) => Transform(new Vector4(a, 1f), q);
            public static Vector4 Transform(Vector4 a, Quaternion q)
            {
                Quaternion turned = q * new Quaternion(a.X, a.Y, a.Z, a.W) * Quaternion.Conjugate(q);
                return new Vector4(turned.X, turned.Y, turned.Z, turned.W);
            }
        """;
}
