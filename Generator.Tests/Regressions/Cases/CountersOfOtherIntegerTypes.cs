public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
{
    double[] t = new double[(long)n];
    double s = y;
    for (long i = 0; i < a.LongLength; i++)
    {
        s = s * 0.5 + a[i] * x;
        t[i] = s;
    }
    for (uint i = 3; i-- > 0;)
    {
        s += t[i] * b[i] * i;
    }
    for (ulong i = 1; i < 4; i++)
    {
        t[i] *= t[i - 1];
    }
    for (byte i = 0; i < 3; i++)
    {
        s -= t[i] * m[i, 0L];
    }
    return s * t[3L];
}
