public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
{
    ReadOnlySpan<double> c = a, d = b;
    double s = y;
    for (int i = 0; i < n; i++)
    {
        s = s * 0.5 + c[i] * d[0] * x;
        ReadOnlySpan<double> t = c;
        c = d;
        d = t;
    }
    return s;
}
