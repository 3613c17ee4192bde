public static float F(float x, float y, float[] a, float[] b, float[,] m, int n)
{
    float u = x;
    for (int v0 = 0; v0 < n; v0++)
    {
        if ((a[v0] >= x))
        {
            float v1 = (x > 0.0f ? x : b[0]);
            u += v1;
        }
        else
        {
            float v2 = x;
        }
    }
    return u;
}
