public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
{
    double w = Math.Exp(-Math.Abs(1 / (1 + Math.Exp(x))));
    double v = Math.Exp(-(1 / (1 + Math.Exp(a[0] * y))));
    return w * y + v * b[0];
}
