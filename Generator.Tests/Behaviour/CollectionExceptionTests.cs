using Fluxion.Generator.Tests.Infrastructure;

namespace Fluxion.Generator.Tests.Behaviour;

/// <summary>What has no value, or is not there, throws what the library throws.</summary>
public sealed class CollectionExceptionTests
{
    [Theory]
    [InlineData("return new List<double> { x, 2 }[n];")]
    [InlineData("var l = new List<double> { x, 2 }; l[n] = x; return l[0];")]
    [InlineData("var l = new List<double> { x, 2 }; l.Insert(n, x); return l[0] * l[1];")]
    [InlineData("var l = new List<double> { x, 2 }; l.RemoveAt(n - 1); return l[0];")]
    [InlineData("var l = new List<double> { x, 2 }; l.RemoveRange(1, n); return l[0];")]
    [InlineData("var l = new List<double>(n - 2) { x }; return l[0];")]
    [InlineData("var l = new List<double> { x, 2 }; l.InsertRange(n, l); return l[0];")]
    [InlineData("var l = new List<double> { x, 2, x }; var a = new double[4]; l.CopyTo(a, n - 1); return a[2] + a[0];")]
    [InlineData("var l = new List<double> { x, 2, x }; l.Capacity = n + 1; return l[0];")]
    [InlineData("var s = new Stack<double>(n - 1); s.Push(x); return s.Peek();")]
    [InlineData("var l = new List<double> { x, 2, x }; return l.Slice(0, n + 2)[1] * l.GetRange(n - 1, 2)[0];")]
    [InlineData("var l = new List<double> { x, 2, x }; double s = 0; foreach (double v in l) { s += v; if (n == 3) l.Add(v); } return s;")]
    [InlineData("var l = new List<double> { x, 2, x }; double s = 0; foreach (double v in l) { s += v; if (n == 1) l[0] = v; } return s;")]
    [InlineData("var l = new List<double> { x, 2, x }; return l.Select(v => { if (n == 1) l.Clear(); return v * x; }).Sum();")]
    [InlineData("var l = new List<double> { x, 2, x }; l.ForEach(v => { if (n == 2) l.Add(v); }); return l[0];")]
    [InlineData("var l = new List<double>(); if (n > 1) l.Add(x); return l.Average();")]
    [InlineData("var s = new Stack<double>(); if (n > 1) s.Push(x); return s.Pop();")]
    [InlineData("var q = new Queue<double>(); q.Enqueue(x); if (n > 1) q.Dequeue(); return q.Peek();")]
    [InlineData("double? a = n > 1 ? x : null; return a.Value * x;")]
    [InlineData("double? a = n > 1 ? x : null; return (double)a * x;")]
    [InlineData("double? a = n > 1 ? x : null; return (a ?? throw new ArgumentException(\"none\")) * x;")]
    [InlineData("int? d = n > 1 ? n - 2 : null; int? q = 10 / d; return (q ?? 1) * x;")]
    public void GradientThrowsWhatTheMethodThrows(string body)
    {
        LoadedAssembly assembly = GeneratorHarness.Run($$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;

            static partial class Model
            {
                [Fluxion.Differentiable]
                public static double Loss(double x, int n)
                {
                    {{body}}
                }
            }
            """).Load();
        int thrown = 0;

        for (int n = 0; n < 4; n++)
        {
            Exception? expected = Record.Exception(() => assembly.Call("Model", "Loss", 1.5, n));
            Exception? actual = Record.Exception(() => assembly.Call("Model", "LossGradient", 1.5, n));
            Assert.Equal(expected?.GetType(), actual?.GetType());
            Assert.Equal(expected?.Message, actual?.Message);
            thrown += expected is null ? 0 : 1;
        }

        Assert.InRange(thrown, 1, 3);
    }
}
