public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
{
    double[] t = new double[n];
    t[0] /= 2 + Math.Sin(n % x);
    return t[1] + x;
}
