namespace Fluxion.Generator.Frontend;

/// <summary>Matrices: rows times columns, vectors from the left.</summary>
internal static partial class NumericSource
{
    private static string Product(int rows, int columns, int inner) => string.Join(", ",
        from row in Enumerable.Range(1, rows)
        from column in Enumerable.Range(1, columns)
        select string.Join(" + ", Enumerable.Range(1, inner).Select(k => $"a.M{row}{k} * b.M{k}{column}")));

    private static string Matrix3x2Members => $$"""
            public static Matrix3x2 get_Identity() => new Matrix3x2(1f, 0f, 0f, 1f, 0f, 0f);
            public static bool get_IsIdentity(Matrix3x2 m) => m == new Matrix3x2(1f, 0f, 0f, 1f, 0f, 0f);
            public static Vector2 get_Translation(Matrix3x2 m) => new Vector2(m.M31, m.M32);
            public static Matrix3x2 op_Multiply(Matrix3x2 a, Matrix3x2 b) => new Matrix3x2(
                {{Product(2, 2, 2)}},
                a.M31 * b.M11 + a.M32 * b.M21 + b.M31, a.M31 * b.M12 + a.M32 * b.M22 + b.M32);
            public static float GetDeterminant(Matrix3x2 m) => m.M11 * m.M22 - m.M21 * m.M12;
            public static Matrix3x2 Lerp(Matrix3x2 a, Matrix3x2 b, float amount) =>
                new Matrix3x2({{Each("a.$ + (b.$ - a.$) * amount", Cells(3, 2))}});
            public static bool Invert(Matrix3x2 m, out Matrix3x2 result)
            {
                float determinant = m.M11 * m.M22 - m.M21 * m.M12;
                if (MathF.Abs(determinant) < float.Epsilon)
                {
                    result = new Matrix3x2(float.NaN, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN);
                    return false;
                }
                float scale = 1f / determinant;
                result = new Matrix3x2(
                    m.M22 * scale, -m.M12 * scale, -m.M21 * scale, m.M11 * scale,
                    (m.M21 * m.M32 - m.M31 * m.M22) * scale, (m.M31 * m.M12 - m.M11 * m.M32) * scale);
                return true;
            }
            public static Matrix3x2 CreateTranslation(float x, float y) => new Matrix3x2(1f, 0f, 0f, 1f, x, y);
            public static Matrix3x2 CreateTranslation(Vector2 v) => new Matrix3x2(1f, 0f, 0f, 1f, v.X, v.Y);
            public static Matrix3x2 CreateScale(float s) => new Matrix3x2(s, 0f, 0f, s, 0f, 0f);
            public static Matrix3x2 CreateScale(float x, float y) => new Matrix3x2(x, 0f, 0f, y, 0f, 0f);
            public static Matrix3x2 CreateScale(Vector2 v) => new Matrix3x2(v.X, 0f, 0f, v.Y, 0f, 0f);
            public static Matrix3x2 CreateRotation(float angle)
            {
                float s = MathF.Sin(angle), c = MathF.Cos(angle);
                return new Matrix3x2(c, s, -s, c, 0f, 0f);
            }
            public static Matrix3x2 CreateRotation(float angle, Vector2 center)
            {
                float s = MathF.Sin(angle), c = MathF.Cos(angle);
                return new Matrix3x2(
                    c, s, -s, c, center.X * (1f - c) + center.Y * s, center.Y * (1f - c) - center.X * s);
            }
            public static Matrix3x2 CreateSkew(float x, float y) =>
                new Matrix3x2(1f, MathF.Tan(y), MathF.Tan(x), 1f, 0f, 0f);
        """;

    // Cofactors by the minors of the last two rows.
    private static string Matrix4x4Members => $$"""
            public static Matrix4x4 get_Identity() => Diagonal(1f, 1f, 1f, 1f);
            static Matrix4x4 Diagonal(float x, float y, float z, float w) =>
                new Matrix4x4(x, 0f, 0f, 0f, 0f, y, 0f, 0f, 0f, 0f, z, 0f, 0f, 0f, 0f, w);
            public static bool get_IsIdentity(Matrix4x4 m) => m == Diagonal(1f, 1f, 1f, 1f);
            public static Vector3 get_Translation(Matrix4x4 m) => new Vector3(m.M41, m.M42, m.M43);
            public static Matrix4x4 op_Multiply(Matrix4x4 a, Matrix4x4 b) => new Matrix4x4({{Product(4, 4, 4)}});
            public static Matrix4x4 Lerp(Matrix4x4 a, Matrix4x4 b, float amount) =>
                new Matrix4x4({{Each("a.$ + (b.$ - a.$) * amount", Cells(4, 4))}});
            public static Matrix4x4 Transpose(Matrix4x4 m) => new Matrix4x4(
                m.M11, m.M21, m.M31, m.M41, m.M12, m.M22, m.M32, m.M42,
                m.M13, m.M23, m.M33, m.M43, m.M14, m.M24, m.M34, m.M44);
            public static float GetDeterminant(Matrix4x4 m)
            {
                float kplo = m.M33 * m.M44 - m.M34 * m.M43, jpln = m.M32 * m.M44 - m.M34 * m.M42;
                float jokn = m.M32 * m.M43 - m.M33 * m.M42, iplm = m.M31 * m.M44 - m.M34 * m.M41;
                float iokm = m.M31 * m.M43 - m.M33 * m.M41, injm = m.M31 * m.M42 - m.M32 * m.M41;
                return m.M11 * (m.M22 * kplo - m.M23 * jpln + m.M24 * jokn)
                    - m.M12 * (m.M21 * kplo - m.M23 * iplm + m.M24 * iokm)
                    + m.M13 * (m.M21 * jpln - m.M22 * iplm + m.M24 * injm)
                    - m.M14 * (m.M21 * jokn - m.M22 * iokm + m.M23 * injm);
            }
            public static bool Invert(Matrix4x4 m, out Matrix4x4 result)
            {
                float kplo = m.M33 * m.M44 - m.M34 * m.M43, jpln = m.M32 * m.M44 - m.M34 * m.M42;
                float jokn = m.M32 * m.M43 - m.M33 * m.M42, iplm = m.M31 * m.M44 - m.M34 * m.M41;
                float iokm = m.M31 * m.M43 - m.M33 * m.M41, injm = m.M31 * m.M42 - m.M32 * m.M41;
                float a11 = m.M22 * kplo - m.M23 * jpln + m.M24 * jokn;
                float a12 = -(m.M21 * kplo - m.M23 * iplm + m.M24 * iokm);
                float a13 = m.M21 * jpln - m.M22 * iplm + m.M24 * injm;
                float a14 = -(m.M21 * jokn - m.M22 * iokm + m.M23 * injm);
                float determinant = m.M11 * a11 + m.M12 * a12 + m.M13 * a13 + m.M14 * a14;
                if (MathF.Abs(determinant) < float.Epsilon)
                {
                    result = new Matrix4x4({{Each("float.NaN", Cells(4, 4))}});
                    return false;
                }
                float scale = 1f / determinant;
                float gpho = m.M23 * m.M44 - m.M24 * m.M43, fphn = m.M22 * m.M44 - m.M24 * m.M42;
                float fogn = m.M22 * m.M43 - m.M23 * m.M42, ephm = m.M21 * m.M44 - m.M24 * m.M41;
                float eogm = m.M21 * m.M43 - m.M23 * m.M41, enfm = m.M21 * m.M42 - m.M22 * m.M41;
                float glhk = m.M23 * m.M34 - m.M24 * m.M33, flhj = m.M22 * m.M34 - m.M24 * m.M32;
                float fkgj = m.M22 * m.M33 - m.M23 * m.M32, elhi = m.M21 * m.M34 - m.M24 * m.M31;
                float ekgi = m.M21 * m.M33 - m.M23 * m.M31, ejfi = m.M21 * m.M32 - m.M22 * m.M31;
                result = new Matrix4x4(
                    a11 * scale,
                    -(m.M12 * kplo - m.M13 * jpln + m.M14 * jokn) * scale,
                    (m.M12 * gpho - m.M13 * fphn + m.M14 * fogn) * scale,
                    -(m.M12 * glhk - m.M13 * flhj + m.M14 * fkgj) * scale,
                    a12 * scale,
                    (m.M11 * kplo - m.M13 * iplm + m.M14 * iokm) * scale,
                    -(m.M11 * gpho - m.M13 * ephm + m.M14 * eogm) * scale,
                    (m.M11 * glhk - m.M13 * elhi + m.M14 * ekgi) * scale,
                    a13 * scale,
                    -(m.M11 * jpln - m.M12 * iplm + m.M14 * injm) * scale,
                    (m.M11 * fphn - m.M12 * ephm + m.M14 * enfm) * scale,
                    -(m.M11 * flhj - m.M12 * elhi + m.M14 * ejfi) * scale,
                    a14 * scale,
                    (m.M11 * jokn - m.M12 * iokm + m.M13 * injm) * scale,
                    -(m.M11 * fogn - m.M12 * eogm + m.M13 * enfm) * scale,
                    (m.M11 * fkgj - m.M12 * ekgi + m.M13 * ejfi) * scale);
                return true;
            }
            public static Matrix4x4 CreateTranslation(float x, float y, float z) =>
                new Matrix4x4(1f, 0f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 0f, 1f, 0f, x, y, z, 1f);
            public static Matrix4x4 CreateTranslation(Vector3 v) => CreateTranslation(v.X, v.Y, v.Z);
            public static Matrix4x4 CreateScale(float s) => Diagonal(s, s, s, 1f);
            public static Matrix4x4 CreateScale(float x, float y, float z) => Diagonal(x, y, z, 1f);
            public static Matrix4x4 CreateScale(Vector3 v) => Diagonal(v.X, v.Y, v.Z, 1f);
            public static Matrix4x4 CreateRotationX(float angle)
            {
                float s = MathF.Sin(angle), c = MathF.Cos(angle);
                return new Matrix4x4(1f, 0f, 0f, 0f, 0f, c, s, 0f, 0f, -s, c, 0f, 0f, 0f, 0f, 1f);
            }
            public static Matrix4x4 CreateRotationY(float angle)
            {
                float s = MathF.Sin(angle), c = MathF.Cos(angle);
                return new Matrix4x4(c, 0f, -s, 0f, 0f, 1f, 0f, 0f, s, 0f, c, 0f, 0f, 0f, 0f, 1f);
            }
            public static Matrix4x4 CreateRotationZ(float angle)
            {
                float s = MathF.Sin(angle), c = MathF.Cos(angle);
                return new Matrix4x4(c, s, 0f, 0f, -s, c, 0f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 0f, 1f);
            }
            public static Matrix4x4 CreateFromAxisAngle(Vector3 axis, float angle)
            {
                float x = axis.X, y = axis.Y, z = axis.Z;
                float s = MathF.Sin(angle), c = MathF.Cos(angle);
                float xx = x * x, yy = y * y, zz = z * z, xy = x * y, xz = x * z, yz = y * z;
                return new Matrix4x4(
                    xx + c * (1f - xx), xy - c * xy + s * z, xz - c * xz - s * y, 0f,
                    xy - c * xy - s * z, yy + c * (1f - yy), yz - c * yz + s * x, 0f,
                    xz - c * xz + s * y, yz - c * yz - s * x, zz + c * (1f - zz), 0f,
                    0f, 0f, 0f, 1f);
            }
            public static Matrix4x4 CreateFromQuaternion(Quaternion q)
            {
                float xx = q.X * q.X, yy = q.Y * q.Y, zz = q.Z * q.Z;
                float xy = q.X * q.Y, wz = q.Z * q.W, xz = q.Z * q.X, wy = q.Y * q.W, yz = q.Y * q.Z, wx = q.X * q.W;
                return new Matrix4x4(
                    1f - 2f * (yy + zz), 2f * (xy + wz), 2f * (xz - wy), 0f,
                    2f * (xy - wz), 1f - 2f * (zz + xx), 2f * (yz + wx), 0f,
                    2f * (xz + wy), 2f * (yz - wx), 1f - 2f * (yy + xx), 0f,
                    0f, 0f, 0f, 1f);
            }
            public static Matrix4x4 CreateFromYawPitchRoll(float yaw, float pitch, float roll) =>
                CreateFromQuaternion(Quaternion.CreateFromYawPitchRoll(yaw, pitch, roll));
        """;
}
