public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
{
    double[] t = new double[n];
    double[][] g = [[x, 1], [y, 2]];
    foreach (double v0 in a)
    {
        if ((t[0] > x))
        {
            g[0] = [x, x];
        }
        t[0] += x;
    }
    g[1] = t;
    return g[0][1];
}
