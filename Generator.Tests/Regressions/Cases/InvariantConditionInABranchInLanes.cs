public static float F(float x, float y, float[] a, float[] b, float[,] m, int n)
{
    float u = x;
    for (int v0 = 0; v0 < n; v0++)
    {
        if ((a[v0] >= x))
        {
            if (x > 0.0f)
            {
                u += b[0];
            }
        }
        else
        {
            float v1 = x;
        }
    }
    return u;
}
