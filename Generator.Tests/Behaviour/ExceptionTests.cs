namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>Derivatives throw what the method throws.</summary>
public sealed class ExceptionTests
{
    [Fact]
    public void IndexOutsideAnArrayThrowsAsTheMethodDoes()
    {
        Infrastructure.LoadedAssembly assembly = Script.Load("""
            [Differentiable]
            public static double Pick(double[] a, int i) => a[i] * a[i];
            """, "return [];");

        Assert.Equal(new double[] { 0, 6 }, assembly.Call("Model", "PickGradient", new double[] { 2, 3 }, 1));
        Assert.Throws<IndexOutOfRangeException>(() => assembly.Call("Model", "PickGradient", new double[] { 2, 3 }, 2));
        Assert.Throws<NullReferenceException>(() => assembly.Call("Model", "Pick", null, 2));
    }

    [Fact]
    public void GuardThrowsItsOwnException()
    {
        Infrastructure.LoadedAssembly assembly = Script.Load("""
            [Differentiable]
            public static double Root(double x)
            {
                if (x < 0)
                {
                    throw new ArgumentOutOfRangeException(nameof(x), "is negative");
                }

                return Math.Sqrt(x);
            }
            """, "return [];");

        Assert.Equal(0.25, assembly.Call("Model", "RootGradient", 4.0));
        Assert.Equal("x", Assert.Throws<ArgumentOutOfRangeException>(() => assembly.Call("Model", "RootGradient", -1.0)).ParamName);
    }

    [Fact]
    public void ClampWithSwappedBoundsThrowsAsTheMethodDoes()
    {
        Infrastructure.LoadedAssembly assembly = Script.Load("""
            [Differentiable]
            public static double Limit(double x, double low, double high) => Math.Clamp(x, low, high);
            """, "return [];");

        Assert.Throws<ArgumentException>(() => assembly.Call("Model", "LimitGradient", 0.0, 2.0, 1.0));
    }

    [Fact]
    public void IntegerDivisionByZeroThrowsAsTheMethodDoes()
    {
        Infrastructure.LoadedAssembly assembly = Script.Load("""
            [Differentiable]
            public static double Share(double x, int n) => x * (10 / n);
            """, "return [];");

        Assert.Equal(5.0, assembly.Call("Model", "ShareGradient", 1.0, 2));
        Assert.Throws<DivideByZeroException>(() => assembly.Call("Model", "ShareGradient", 1.0, 0));
    }

    // Nothing is left of the array but the exception.
    [Theory]
    [InlineData("double[] a = new double[n]; a[0] = x; return a[0] * x;")]
    [InlineData("double[] a = new double[3]; a[n] = x; return x * x;")]
    [InlineData("double[] a = new double[n]; return x * x;")]
    [InlineData("double[] a = [1, 2]; double last = 0; for (int i = 0; i < n; i++) { last = a[i]; } return x * x;")]
    [InlineData("double[] a = new double[3]; for (int i = 0; i <= n; i++) { a[i] += x; } return x * x;")]
    [InlineData("double[] a = new double[3]; for (int i = n; i >= 0; i--) { a[i] = x; } return a[0] * x;")]
    [InlineData("Span<double> a = stackalloc double[3]; a[n] = x; return a[n] * x;")]
    [InlineData("double[,] a = new double[2, 3]; a[1, n] = x; return a[1, n] * x;")]
    [InlineData("(double First, double Second)[] a = new (double, double)[3]; a[n] = (x, 1); return a[n].First * x;")]
    [InlineData("double[][] a = [[1], [x, 2]]; return a[n][0] > 0 ? x * x : x * x;")]
    [InlineData("int unused = 7 / n; int rest = 7 % (n - 1); return x * x;")]
    [InlineData("double unused = Math.Clamp(x, n, 2); return x * x;")]
    public void WhatNobodyUsesThrowsAsTheMethodDoes(string body)
    {
        Infrastructure.LoadedAssembly assembly = Script.Load($$"""
            [Differentiable]
            public static double F(double x, int n) { {{body}} }
            """, "return [];");

        foreach (int n in (int[])[-1, 0, 1, 2, 3, 7])
        {
            Type? expected = Record.Exception(() => assembly.Call("Model", "F", 3.0, n))?.GetType();
            Assert.Equal(expected, Record.Exception(() => assembly.Call("Model", "FGradient", 3.0, n))?.GetType());
        }
    }

    [Theory]
    [InlineData("double[] a = new double[3]; a[2] = x; a[0] = a[2]; return a[0] * x;")]
    [InlineData("double[] a = new double[3]; for (int i = 0; i < a.Length; i++) { a[i] = x; } return x * x;")]
    [InlineData("double[] a = new double[3]; for (int i = a.Length - 1; i > 0; i--) { a[i - 1] = x; } return x * x;")]
    [InlineData("double[] a = new double[3]; for (int i = 0; i < 3; i++) { for (int j = 0; j <= i; j++) { a[j] = x; } } return x * x;")]
    [InlineData("double[] a = [1, 2, 3], b = new double[a.Length]; for (int i = 0; i + 1 < a.Length; i++) { b[i + 1] = a[i]; } return x * x;")]
    public void IndexThatIsCertainlyInRangeIsNotChecked(string body)
    {
        string text = Infrastructure.GeneratorHarness.Run($$"""
            using System;
            using Fluxion;

            static partial class Model
            {
                [Differentiable]
                static double F(double x) { {{body}} }
            }
            """).Text;

        Assert.DoesNotContain("IndexOutOfRangeException", text, StringComparison.Ordinal);
        Assert.Contains("double f = x * x;", text, StringComparison.Ordinal);
    }
}
