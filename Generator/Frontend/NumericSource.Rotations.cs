namespace Fluxion.Generator.Frontend;

/// <summary>Quaternions and planes.</summary>
internal static partial class NumericSource
{
    private const string QuaternionMembers = """
            public static Quaternion get_Identity() => new Quaternion(0f, 0f, 0f, 1f);
            public static Quaternion get_Zero() => new Quaternion(0f, 0f, 0f, 0f);
            public static bool get_IsIdentity(Quaternion a) => a.X == 0f && a.Y == 0f && a.Z == 0f && a.W == 1f;
            public static Quaternion op_Multiply(Quaternion a, Quaternion b) => new Quaternion(
                a.X * b.W + b.X * a.W + (a.Y * b.Z - a.Z * b.Y),
                a.Y * b.W + b.Y * a.W + (a.Z * b.X - a.X * b.Z),
                a.Z * b.W + b.Z * a.W + (a.X * b.Y - a.Y * b.X),
                a.W * b.W - (a.X * b.X + a.Y * b.Y + a.Z * b.Z));
            public static Quaternion op_Division(Quaternion a, Quaternion b) => a * Inverse(b);
            public static Quaternion Divide(Quaternion a, Quaternion b) => a * Inverse(b);
            public static Quaternion Concatenate(Quaternion a, Quaternion b) => b * a;
            public static Quaternion Conjugate(Quaternion a) => new Quaternion(-a.X, -a.Y, -a.Z, a.W);
            public static Quaternion Inverse(Quaternion a) => Conjugate(a) * (1f / Dot(a, a));
            public static float Dot(Quaternion a, Quaternion b) => a.X * b.X + a.Y * b.Y + a.Z * b.Z + a.W * b.W;
            public static float LengthSquared(Quaternion a) => Dot(a, a);
            public static float Length(Quaternion a) => MathF.Sqrt(Dot(a, a));
            public static Quaternion Normalize(Quaternion a) => a * (1f / MathF.Sqrt(Dot(a, a)));
            public static Quaternion Lerp(Quaternion a, Quaternion b, float amount) => Dot(a, b) >= 0f
                ? Normalize(a * (1f - amount) + b * amount)
                : Normalize(a * (1f - amount) - b * amount);
            public static Quaternion Slerp(Quaternion a, Quaternion b, float amount)
            {
                float cosine = Dot(a, b);
                float sign = 1f;
                if (cosine < 0f) { cosine = -cosine; sign = -1f; }
                float first, second;
                if (cosine > 1f - 1e-6f)
                {
                    first = 1f - amount;
                    second = amount * sign;
                }
                else
                {
                    float angle = MathF.Acos(cosine);
                    float inverse = 1f / MathF.Sin(angle);
                    first = MathF.Sin((1f - amount) * angle) * inverse;
                    second = MathF.Sin(amount * angle) * inverse * sign;
                }
                return a * first + b * second;
            }
            public static Quaternion CreateFromAxisAngle(Vector3 axis, float angle)
            {
                float sine = MathF.Sin(angle * 0.5f);
                return new Quaternion(axis.X * sine, axis.Y * sine, axis.Z * sine, MathF.Cos(angle * 0.5f));
            }
            public static Quaternion CreateFromYawPitchRoll(float yaw, float pitch, float roll)
            {
                float sr = MathF.Sin(roll * 0.5f), cr = MathF.Cos(roll * 0.5f);
                float sp = MathF.Sin(pitch * 0.5f), cp = MathF.Cos(pitch * 0.5f);
                float sy = MathF.Sin(yaw * 0.5f), cy = MathF.Cos(yaw * 0.5f);
                return new Quaternion(
                    cy * sp * cr + sy * cp * sr,
                    sy * cp * cr - cy * sp * sr,
                    cy * cp * sr - sy * sp * cr,
                    cy * cp * cr + sy * sp * sr);
            }
            public static Quaternion CreateFromRotationMatrix(Matrix4x4 m)
            {
                float trace = m.M11 + m.M22 + m.M33;
                float s, t;
                if (trace > 0f)
                {
                    s = MathF.Sqrt(trace + 1f);
                    t = 0.5f / s;
                    return new Quaternion((m.M23 - m.M32) * t, (m.M31 - m.M13) * t, (m.M12 - m.M21) * t, s * 0.5f);
                }
                if (m.M11 >= m.M22 && m.M11 >= m.M33)
                {
                    s = MathF.Sqrt(1f + m.M11 - m.M22 - m.M33);
                    t = 0.5f / s;
                    return new Quaternion(0.5f * s, (m.M12 + m.M21) * t, (m.M13 + m.M31) * t, (m.M23 - m.M32) * t);
                }
                if (m.M22 > m.M33)
                {
                    s = MathF.Sqrt(1f + m.M22 - m.M11 - m.M33);
                    t = 0.5f / s;
                    return new Quaternion((m.M21 + m.M12) * t, 0.5f * s, (m.M32 + m.M23) * t, (m.M31 - m.M13) * t);
                }
                s = MathF.Sqrt(1f + m.M33 - m.M11 - m.M22);
                t = 0.5f / s;
                return new Quaternion((m.M31 + m.M13) * t, (m.M32 + m.M23) * t, 0.5f * s, (m.M12 - m.M21) * t);
            }
        """;

    private const string PlaneMembers = """
            public static bool op_Equality(Plane a, Plane b) => a.Normal == b.Normal && a.D == b.D;
            public static bool op_Inequality(Plane a, Plane b) => !(a.Normal == b.Normal && a.D == b.D);
            public static float Dot(Plane p, Vector4 v) => p.Normal.X * v.X + p.Normal.Y * v.Y + p.Normal.Z * v.Z + p.D * v.W;
            public static float DotCoordinate(Plane p, Vector3 v) => Vector3.Dot(p.Normal, v) + p.D;
            public static float DotNormal(Plane p, Vector3 v) => Vector3.Dot(p.Normal, v);
            public static Plane Normalize(Plane p)
            {
                float scale = 1f / MathF.Sqrt(Vector3.Dot(p.Normal, p.Normal));
                return new Plane(p.Normal * scale, p.D * scale);
            }
            public static Plane CreateFromVertices(Vector3 a, Vector3 b, Vector3 c)
            {
                Vector3 normal = Vector3.Normalize(Vector3.Cross(b - a, c - a));
                return new Plane(normal, -Vector3.Dot(normal, a));
            }
        """;
}
