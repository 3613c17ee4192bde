public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
{
    double[] t = new double[n];
    Span<double> s = t;
    if (x > y)
    {
        s = b.AsSpan(1);
    }
    s[0] += x * a[1];
    Span<double> r = y > 0 ? s[1..] : t;
    r[0] *= y;
    return t[0] + t[1] * b[2] + s[0] * s[s.Length - 1] + b[1];
}
