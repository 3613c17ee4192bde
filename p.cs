using Fluxion;
static partial class M {
static double F2(double p, double y) => -y*Math.Log(p) - (1-y)*Math.Log(1-p);
static double F3(double x, double y) { double m = Math.Max(x, y); return m + Math.Log(Math.Exp(x-m)+Math.Exp(y-m)); }
[Differentiable] public static double Logistic(double x, double y) => y / (1 + Math.Exp(-x));
[Differentiable] public static double LogisticPos(double x, double y) => y * Math.Exp(x) / (1 + Math.Exp(x));
[Differentiable] public static double LogisticPos2(double x, double y) => y * (Math.Exp(x) / (Math.Exp(x)+1));
[Differentiable] public static double LogisticNeg(double x, double y) => y * (1 - 1/(1+Math.Exp(x)));
[Differentiable] public static double LogisticHalf(double x, double y) => y * 0.5 * (1 + Math.Tanh(x/2));
[Differentiable] public static double Softplus(double x, double y) => Math.Log(1 + Math.Exp(x)) + y;
[Differentiable] public static double Softplus1(double x, double y) => Math.Log(Math.Exp(x) + 1) + y;
[Differentiable] public static double SoftplusNeg(double x, double y) => -Math.Log(1 + Math.Exp(-x)) + y;
[Differentiable] public static double SoftplusStable(double x, double y) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x))) + y;
[Differentiable] public static double SoftplusLogP1(double x, double y) => double.LogP1(Math.Exp(x)) + y;
[Differentiable] public static double LogSigma(double x, double y) => Math.Log(1/(1+Math.Exp(-x))) + y;
[Differentiable] public static double LogSigma2(double x, double y) => Math.Log(Math.Exp(x)/(1+Math.Exp(x))) + y;
[Differentiable] public static double LogOneMinusSigma(double x, double y) => Math.Log(1 - 1/(1+Math.Exp(-x))) + y;
[Differentiable] public static double Bce(double x, double y) => F2(1/(1+Math.Exp(-x)), y);
[Differentiable] public static double LogAdd(double x, double y) => Math.Log(Math.Exp(x) + Math.Exp(y));
[Differentiable] public static double LogAddScaled(double x, double y) => Math.Log(0.3*Math.Exp(x) + 0.7*Math.Exp(y));
[Differentiable] public static double LogAddShift(double x, double y) => F3(x,y);
[Differentiable] public static double Softmax(double x, double y) => Math.Exp(x)/(Math.Exp(x)+Math.Exp(y));
[Differentiable] public static double CrossEntropy(double x, double y) => -Math.Log(Math.Exp(x)/(Math.Exp(x)+Math.Exp(y)));
[Differentiable] public static double CrossEntropy2(double x, double y) => Math.Log(Math.Exp(x)+Math.Exp(y)) - x;
[Differentiable] public static double TanhExp(double x, double y) => y*(Math.Exp(x)-Math.Exp(-x))/(Math.Exp(x)+Math.Exp(-x));
[Differentiable] public static double TanhExp2(double x, double y) => y*(1 - 2/(1+Math.Exp(2*x)));
[Differentiable] public static double TanhExp3(double x, double y) => y*(Math.Exp(2*x)-1)/(Math.Exp(2*x)+1);
[Differentiable] public static double TanhCube(double x, double y) => Math.Tanh(x*x*x) + y;
[Differentiable] public static double Norm(double x, double y) => Math.Sqrt(x*x+y*y);
[Differentiable] public static double Pseudo(double x, double y) => x/Math.Sqrt(x*x+1) + y;
[Differentiable] public static double PseudoHuber(double x, double y) => Math.Sqrt(1 + x*x) - 1 + y;
[Differentiable] public static double Gauss(double x, double y) => y*Math.Exp(-x*x);
[Differentiable] public static double GaussHalf(double x, double y) => y*Math.Exp(-0.5*x*x);
[Differentiable] public static double GaussPow(double x, double y) => y*Math.Exp(-Math.Pow(x,2));
[Differentiable] public static double Rational(double x, double y) => y/(1+x*x);
[Differentiable] public static double Atan(double x, double y) => Math.Atan(x*x) + y;
[Differentiable] public static double SinAtan(double x, double y) => Math.Atan(x)*y;
[Differentiable] public static double Swish(double x, double y) => x/(1+Math.Exp(-x)) + y;
[Differentiable] public static double SwishE(double x, double y) => x*Math.Exp(x)/(1+Math.Exp(x)) + y;
[Differentiable] public static double Mish(double x, double y) => x*Math.Tanh(Math.Log(1+Math.Exp(x))) + y;
[Differentiable] public static double Gelu(double x, double y) => 0.5*x*(1+Math.Tanh(0.7978845608028654*(x+0.044715*x*x*x))) + y;
[Differentiable] public static double Entropy(double x, double y) => x*Math.Log(1+Math.Exp(-x)) + y;
[Differentiable] public static double LogCosh(double x, double y) => Math.Log(Math.Cosh(x)) + y;
[Differentiable] public static double LogCoshE(double x, double y) => Math.Log((Math.Exp(x)+Math.Exp(-x))/2) + y;
[Differentiable] public static double Asinh(double x, double y) => Math.Log(x + Math.Sqrt(x*x+1)) + y;
[Differentiable] public static double PowFour(double x, double y) => Math.Exp(-Math.Pow(x, 4)) + y;
[Differentiable] public static double Sech(double x, double y) => 2*y/(Math.Exp(x)+Math.Exp(-x));
[Differentiable] public static double Sech2(double x, double y) => y/Math.Cosh(x);
[Differentiable] public static double Poisson(double x, double y) => Math.Exp(x) - y*x;
[Differentiable] public static double Elu(double x, double y) => x > 0 ? x + y : Math.Exp(x) - 1 + y;
[Differentiable] public static double Gumbel(double x, double y) => Math.Exp(-Math.Exp(-x)) + y;
[Differentiable] public static double Gompertz(double x, double y) => Math.Exp(-Math.Exp(x)) + y;
[Differentiable] public static double Cloglog(double x, double y) => 1-Math.Exp(-Math.Exp(x)) + y;
[Differentiable] public static double HillPow(double x, double y) => Math.Pow(x*x,2)/(1+Math.Pow(x*x,2)) + y;
}
static class P {
static double S(double x) => x >= 0 ? 1/(1+Math.Exp(-x)) : Math.Exp(x)/(1+Math.Exp(x));
static double SE(double x) => 2*Math.Exp(-Math.Abs(x))/(1+Math.Exp(-2*Math.Abs(x)));
static double H(double x, double y) => x==0&&y==0 ? 0 : x/double.Hypot(x,y);
static double TC(double x) { double t = x*x*x; return Math.Abs(t) > 400 ? 0 : 3*x*x*4*S(2*t)*S(-2*t); }
static double G(double x) => Math.Abs(x) > 40 ? 0 : -2*x*Math.Exp(-x*x);
static double GH(double x) => Math.Abs(x) > 40 ? 0 : -x*Math.Exp(-0.5*x*x);
static double D(double x) => Math.Abs(x)>1 ? 1/x/(x*x+1/x/x) : x/(1+x*x*x*x);
static double Q(double x) => Math.Abs(x) > 10 ? 0 : x*x*Math.Exp(-x*x*x*x);
static double HI(double x) => Math.Abs(x)>1 ? 4*Math.Pow(x,-5)/(1+Math.Pow(x,-4))/(1+Math.Pow(x,-4)) : 4*x*x*x/(1+Math.Pow(x,4))/(1+Math.Pow(x,4));
static double MI(double x) { double sp = Math.Max(x,0)+double.LogP1(Math.Exp(-Math.Abs(x))); double t = Math.Tanh(sp); return t + (Math.Abs(x)>800 ? 0 : x*S(x)*4*S(2*sp)*S(-2*sp)); }
static double GE(double x) { double u = 0.7978845608028654*(x+0.044715*x*x*x); double t=Math.Tanh(u); return 0.5*(1+t) + (Math.Abs(u)>400?0: 0.5*x*4*S(2*u)*S(-2*u)*0.7978845608028654*(1+3*0.044715*x*x)); }
public static void Run() {

double[] pts = [0, 1, -1, 30, -30, 300, -300, 700, -700, 800, -800, 1e3, -1e3, 1e10, -1e10, 1e160, 1e300, -1e300]; double[] ys = [1, -2, 0.25, 1e3, 1e300];
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (y*S(x)*S(-x), S(x)); (double gx, double gy) = M.LogisticGradient(xx, yy);
 double v = M.Logistic(xx,yy), v2 = M.LogisticValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Logistic: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (y*S(x)*S(-x), S(x)); (double gx, double gy) = M.LogisticPosGradient(xx, yy);
 double v = M.LogisticPos(xx,yy), v2 = M.LogisticPosValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogisticPos: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (y*S(x)*S(-x), S(x)); (double gx, double gy) = M.LogisticPos2Gradient(xx, yy);
 double v = M.LogisticPos2(xx,yy), v2 = M.LogisticPos2ValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogisticPos2: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (y*S(x)*S(-x), S(x)); (double gx, double gy) = M.LogisticNegGradient(xx, yy);
 double v = M.LogisticNeg(xx,yy), v2 = M.LogisticNegValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogisticNeg: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (y*S(x)*S(-x), S(x)); (double gx, double gy) = M.LogisticHalfGradient(xx, yy);
 double v = M.LogisticHalf(xx,yy), v2 = M.LogisticHalfValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogisticHalf: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (S(x), 1); (double gx, double gy) = M.SoftplusGradient(xx, yy);
 double v = M.Softplus(xx,yy), v2 = M.SoftplusValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Softplus: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (S(x), 1); (double gx, double gy) = M.Softplus1Gradient(xx, yy);
 double v = M.Softplus1(xx,yy), v2 = M.Softplus1ValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Softplus1: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (S(-x), 1); (double gx, double gy) = M.SoftplusNegGradient(xx, yy);
 double v = M.SoftplusNeg(xx,yy), v2 = M.SoftplusNegValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"SoftplusNeg: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (x==0?0.5:S(x), 1); (double gx, double gy) = M.SoftplusStableGradient(xx, yy);
 double v = M.SoftplusStable(xx,yy), v2 = M.SoftplusStableValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"SoftplusStable: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (S(x), 1); (double gx, double gy) = M.SoftplusLogP1Gradient(xx, yy);
 double v = M.SoftplusLogP1(xx,yy), v2 = M.SoftplusLogP1ValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"SoftplusLogP1: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (S(-x), 1); (double gx, double gy) = M.LogSigmaGradient(xx, yy);
 double v = M.LogSigma(xx,yy), v2 = M.LogSigmaValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogSigma: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (S(-x), 1); (double gx, double gy) = M.LogSigma2Gradient(xx, yy);
 double v = M.LogSigma2(xx,yy), v2 = M.LogSigma2ValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogSigma2: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (-S(x), 1); (double gx, double gy) = M.LogOneMinusSigmaGradient(xx, yy);
 double v = M.LogOneMinusSigma(xx,yy), v2 = M.LogOneMinusSigmaValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogOneMinusSigma: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[0,1,(double)0.25]) { double x = xx, y = yy; (double ex, double ey) = (S(x)-y, -x); (double gx, double gy) = M.BceGradient(xx, yy);
 double v = M.Bce(xx,yy), v2 = M.BceValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Bce: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in pts) { double x = xx, y = yy; (double ex, double ey) = (S(x-y), S(y-x)); (double gx, double gy) = M.LogAddGradient(xx, yy);
 double v = M.LogAdd(xx,yy), v2 = M.LogAddValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogAdd: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in pts) { double x = xx, y = yy; (double ex, double ey) = (S(x-y+Math.Log(0.3/0.7)), S(y-x+Math.Log(0.7/0.3))); (double gx, double gy) = M.LogAddScaledGradient(xx, yy);
 double v = M.LogAddScaled(xx,yy), v2 = M.LogAddScaledValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogAddScaled: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in pts) { double x = xx, y = yy; (double ex, double ey) = (S(x-y), S(y-x)); (double gx, double gy) = M.LogAddShiftGradient(xx, yy);
 double v = M.LogAddShift(xx,yy), v2 = M.LogAddShiftValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogAddShift: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in pts) { double x = xx, y = yy; (double ex, double ey) = (S(x-y)*S(y-x), -S(x-y)*S(y-x)); (double gx, double gy) = M.SoftmaxGradient(xx, yy);
 double v = M.Softmax(xx,yy), v2 = M.SoftmaxValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Softmax: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in pts) { double x = xx, y = yy; (double ex, double ey) = (-S(y-x), S(y-x)); (double gx, double gy) = M.CrossEntropyGradient(xx, yy);
 double v = M.CrossEntropy(xx,yy), v2 = M.CrossEntropyValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"CrossEntropy: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in pts) { double x = xx, y = yy; (double ex, double ey) = (-S(y-x), S(y-x)); (double gx, double gy) = M.CrossEntropy2Gradient(xx, yy);
 double v = M.CrossEntropy2(xx,yy), v2 = M.CrossEntropy2ValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"CrossEntropy2: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (y*4*S(2*x)*S(-2*x), Math.Tanh(x)); (double gx, double gy) = M.TanhExpGradient(xx, yy);
 double v = M.TanhExp(xx,yy), v2 = M.TanhExpValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"TanhExp: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (y*4*S(2*x)*S(-2*x), Math.Tanh(x)); (double gx, double gy) = M.TanhExp2Gradient(xx, yy);
 double v = M.TanhExp2(xx,yy), v2 = M.TanhExp2ValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"TanhExp2: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (y*4*S(2*x)*S(-2*x), Math.Tanh(x)); (double gx, double gy) = M.TanhExp3Gradient(xx, yy);
 double v = M.TanhExp3(xx,yy), v2 = M.TanhExp3ValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"TanhExp3: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (TC(x), 1); (double gx, double gy) = M.TanhCubeGradient(xx, yy);
 double v = M.TanhCube(xx,yy), v2 = M.TanhCubeValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"TanhCube: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in pts) { double x = xx, y = yy; (double ex, double ey) = (H(x,y), H(y,x)); (double gx, double gy) = M.NormGradient(xx, yy);
 double v = M.Norm(xx,yy), v2 = M.NormValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Norm: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (Math.Pow(double.Hypot(1,x),-3), 1); (double gx, double gy) = M.PseudoGradient(xx, yy);
 double v = M.Pseudo(xx,yy), v2 = M.PseudoValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Pseudo: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (x/double.Hypot(1,x), 1); (double gx, double gy) = M.PseudoHuberGradient(xx, yy);
 double v = M.PseudoHuber(xx,yy), v2 = M.PseudoHuberValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"PseudoHuber: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (G(x)*y, Math.Exp(-x*x)); (double gx, double gy) = M.GaussGradient(xx, yy);
 double v = M.Gauss(xx,yy), v2 = M.GaussValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Gauss: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (GH(x)*y, Math.Exp(-0.5*x*x)); (double gx, double gy) = M.GaussHalfGradient(xx, yy);
 double v = M.GaussHalf(xx,yy), v2 = M.GaussHalfValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"GaussHalf: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (G(x)*y, Math.Exp(-x*x)); (double gx, double gy) = M.GaussPowGradient(xx, yy);
 double v = M.GaussPow(xx,yy), v2 = M.GaussPowValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"GaussPow: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (-2*(x/(1+x*x))/(1+x*x)*y, 1/(1+x*x)); (double gx, double gy) = M.RationalGradient(xx, yy);
 double v = M.Rational(xx,yy), v2 = M.RationalValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Rational: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (2*D(x), 1); (double gx, double gy) = M.AtanGradient(xx, yy);
 double v = M.Atan(xx,yy), v2 = M.AtanValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Atan: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (y/(1+x*x), Math.Atan(x)); (double gx, double gy) = M.SinAtanGradient(xx, yy);
 double v = M.SinAtan(xx,yy), v2 = M.SinAtanValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"SinAtan: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (S(x)+x*S(x)*S(-x), 1); (double gx, double gy) = M.SwishGradient(xx, yy);
 double v = M.Swish(xx,yy), v2 = M.SwishValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Swish: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (S(x)+x*S(x)*S(-x), 1); (double gx, double gy) = M.SwishEGradient(xx, yy);
 double v = M.SwishE(xx,yy), v2 = M.SwishEValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"SwishE: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (MI(x), 1); (double gx, double gy) = M.MishGradient(xx, yy);
 double v = M.Mish(xx,yy), v2 = M.MishValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Mish: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (GE(x), 1); (double gx, double gy) = M.GeluGradient(xx, yy);
 double v = M.Gelu(xx,yy), v2 = M.GeluValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Gelu: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (Math.Max(-x,0)+double.LogP1(Math.Exp(-Math.Abs(x)))-x*S(-x), 1); (double gx, double gy) = M.EntropyGradient(xx, yy);
 double v = M.Entropy(xx,yy), v2 = M.EntropyValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Entropy: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (Math.Tanh(x), 1); (double gx, double gy) = M.LogCoshGradient(xx, yy);
 double v = M.LogCosh(xx,yy), v2 = M.LogCoshValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogCosh: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (Math.Tanh(x), 1); (double gx, double gy) = M.LogCoshEGradient(xx, yy);
 double v = M.LogCoshE(xx,yy), v2 = M.LogCoshEValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"LogCoshE: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (1/double.Hypot(1,x), 1); (double gx, double gy) = M.AsinhGradient(xx, yy);
 double v = M.Asinh(xx,yy), v2 = M.AsinhValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Asinh: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (-4*x*(double)Q(x), 1); (double gx, double gy) = M.PowFourGradient(xx, yy);
 double v = M.PowFour(xx,yy), v2 = M.PowFourValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"PowFour: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (-y*SE(x)*Math.Tanh(x), SE(x)); (double gx, double gy) = M.SechGradient(xx, yy);
 double v = M.Sech(xx,yy), v2 = M.SechValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Sech: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (-y*SE(x)*Math.Tanh(x), SE(x)); (double gx, double gy) = M.Sech2Gradient(xx, yy);
 double v = M.Sech2(xx,yy), v2 = M.Sech2ValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Sech2: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in ys) { double x = xx, y = yy; (double ex, double ey) = (Math.Exp(x)-y, -x); (double gx, double gy) = M.PoissonGradient(xx, yy);
 double v = M.Poisson(xx,yy), v2 = M.PoissonValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Poisson: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (x > 0 ? 1 : Math.Exp(x), 1); (double gx, double gy) = M.EluGradient(xx, yy);
 double v = M.Elu(xx,yy), v2 = M.EluValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Elu: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (Math.Exp(-x-Math.Exp(-x)), 1); (double gx, double gy) = M.GumbelGradient(xx, yy);
 double v = M.Gumbel(xx,yy), v2 = M.GumbelValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Gumbel: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (x > 100 ? 0 : -Math.Exp(x-Math.Exp(x)), 1); (double gx, double gy) = M.GompertzGradient(xx, yy);
 double v = M.Gompertz(xx,yy), v2 = M.GompertzValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Gompertz: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (x > 100 ? 0 : Math.Exp(x-Math.Exp(x)), 1); (double gx, double gy) = M.CloglogGradient(xx, yy);
 double v = M.Cloglog(xx,yy), v2 = M.CloglogValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"Cloglog: {bad} {first}"); }
{ int bad = 0; string first = ""; foreach (double xx in pts) foreach (double yy in (double[])[1]) { double x = xx, y = yy; (double ex, double ey) = (HI(x), 1); (double gx, double gy) = M.HillPowGradient(xx, yy);
 double v = M.HillPow(xx,yy), v2 = M.HillPowValueAndGradient(xx,yy,out _,out _); if (!v.Equals(v2)) first += $" VALUE({xx},{yy}) {v} {v2}";
 if (!Near(ex, gx) || !Near(ey, gy)) { bad++; if (bad < 7) first += $"\n     ({xx},{yy}): v={v} got ({gx}, {gy}) expected ({ex}, {ey})"; } }
 if (bad > 0) Console.WriteLine($"HillPow: {bad} {first}"); }
}
static bool Near(double e, double g) => double.IsNaN(e) || (Math.Abs(e) > 1.7e308) || Math.Abs(e-g) <= 1e-10*Math.Max(1e-3,Math.Abs(e)); }
