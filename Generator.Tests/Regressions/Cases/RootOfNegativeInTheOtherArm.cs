public static double F(double x, double y, double[] a, double[] b, double[,] m, int n)
{
    double root = Math.Sqrt(x);
    double product = root * y;
    return x > 0 ? product : y;
}
