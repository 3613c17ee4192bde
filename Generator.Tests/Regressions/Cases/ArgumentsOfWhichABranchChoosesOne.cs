public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
{
    double[] c = x > 0 ? a : b;
    double s = 0;
    for (int i = 0; i < n; i++)
    {
        double[] d = a[i] > b[i] ? a : b;
        s = s * y + d[i] * c[0];
    }
    return s;
}
