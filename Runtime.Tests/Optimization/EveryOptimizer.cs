using System.Numerics;
using Fluxion.Optimization;

namespace Fluxion.Tests.Optimization;

/// <summary>An optimizer of every kind, with settings that make it use everything it can remember.</summary>
internal static class EveryOptimizer
{
    internal static TheoryData<string> Names => [.. Kinds<double>().Keys];

    internal static Optimizer<T> Create<T>(string name)
        where T : IFloatingPointIeee754<T> =>
        Kinds<T>()[name]();

    private static Dictionary<string, Func<Optimizer<T>>> Kinds<T>()
        where T : IFloatingPointIeee754<T>
    {
        return new()
        {
            ["Sgd"] = () => new Sgd<T>(T.CreateTruncating(0.01), weightDecay: T.CreateTruncating(0.1)),
            ["Sgd with momentum"] = () => new Sgd<T>(
                T.CreateTruncating(0.01), T.CreateTruncating(0.5), nesterov: true),
            ["Adam"] = () => new Adam<T>(0.01, weightDecay: 0.1),
            ["Adam with AMSGrad"] = () => new Adam<T>(0.01, amsgrad: true, maximize: true),
            ["AdamW"] = () => new AdamW<T>(0.01),
            ["RmsProp"] = () => new RmsProp<T>(0.01, weightDecay: 0.1),
            ["RmsProp with all"] = () => new RmsProp<T>(0.01, momentum: 0.5, centered: true),
            ["Adagrad"] = () => new Adagrad<T>(0.01, 0.1, 0.1, 0.1),
            ["Adadelta"] = () => new Adadelta<T>(weightDecay: 0.1),
            ["Adamax"] = () => new Adamax<T>(0.01),
            ["NAdam"] = () => new NAdam<T>(0.01),
            ["RAdam"] = () => new RAdam<T>(0.01),
            ["Rprop"] = () => new Rprop<T>(0.01),
            ["Asgd"] = () => new Asgd<T>(0.01, t0: 3),
            ["Lbfgs"] = () => new Lbfgs<T>(0.1, maxIterations: 1, historySize: 2),
            ["Groups"] = () => new GroupedOptimizer<T>((5, new Adam<T>(0.01)), (32, new Sgd<T>(
                T.CreateTruncating(0.01), T.CreateTruncating(0.5)))),
        };
    }
}
