using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Along which values derivatives can flow: an edge from each differentiable argument to its result, from what a class of
/// memory is given to the class, and from the class to what is loaded. Reachability is linear in the edges.
/// </summary>
internal sealed class FlowGraph
{
    private readonly AliasClasses _classes;
    private readonly Dictionary<int, List<int>> _forward = [];
    private readonly Dictionary<int, List<int>> _backward = [];

    private FlowGraph(AliasClasses classes) => _classes = classes;

    public static FlowGraph Of(Function function, AliasClasses classes)
    {
        FlowGraph graph = new(classes);

        foreach (Statement statement in Blocks.All(function.Body))
        {
            graph.Visit(statement);
        }

        return graph;
    }

    /// <summary>A scalar is its own node; all references to one class of memory share one.</summary>
    public int Node(Operand operand) => operand.Type.IsMemory
        ? _classes[operand]
        : ((Value)operand).Id;

    public HashSet<int> Reach(IEnumerable<Operand> roots, bool forward)
    {
        HashSet<int> reached = [.. roots.OfType<Value>().Where(CanCarry).Select(Node)];
        Stack<int> work = new(reached);
        Dictionary<int, List<int>> edges = forward ? _forward : _backward;

        while (work.Count > 0)
        {
            if (!edges.TryGetValue(work.Pop(), out List<int>? targets))
            {
                continue;
            }

            foreach (int target in targets.Where(reached.Add))
            {
                work.Push(target);
            }
        }

        return reached;
    }

    private static bool CanCarry(Operand operand) =>
        operand.Type.IsFloating || operand.Type.IsFloatingArray || operand.Type is IrType.Stack;

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let { Expression: Expr.Apply apply, Target: var target }:
                Visit(apply, target);
                break;
            case Statement.Let let:
                Visit(let);
                break;
            case Statement.Store store:
                Edge(store.Value, store.Array);
                break;
            case Statement.Accumulate update:
                Edge(update.Value, update.Array);
                break;
            case Statement.Fill fill:
                Edge(fill.Value, fill.Array);
                break;
            case Statement.Push push:
                Edge(push.Value, push.Stack);
                break;
            case Statement.Call call:
                Visit(call);
                break;
            case Statement.If branch:
                for (int i = 0; i < branch.Results.Count; i++)
                {
                    Edge(branch.Then.Yields[i], branch.Results[i]);
                    Edge(branch.Else.Yields[i], branch.Results[i]);
                }

                break;
            case Statement.For loop:
                Visit(loop.Carried, loop.Body);
                break;
            case Statement.While loop:
                Visit(loop.Carried, loop.Body);
                break;
        }
    }

    private void Visit(Statement.Call call)
    {
        Operand[] given = [.. call.Results, .. Effects.ArraysWrittenBy(call)];

        foreach (Operand argument in call.Arguments)
        {
            Array.ForEach(given, result => Edge(argument, result));
        }
    }

    private void Visit(Expr.Apply apply, Value target)
    {
        Sym?[] partials = apply.Primitive.Partials;

        for (int i = 0; i < apply.Arguments.Count; i++)
        {
            if (partials[i] is not (null or Sym.Number { Value: 0 }))
            {
                Edge(apply.Arguments[i], target);
            }
        }
    }

    private void Visit(Statement.Let let)
    {
        if (let.Expression is Expr.Invoke call)
        {
            for (int i = 0; i < call.Arguments.Count; i++)
            {
                if (call.Callee.Differentiable[i])
                {
                    Edge(call.Arguments[i], let.Target);
                }
            }
        }

        Operand? source = let.Expression switch
        {
            Expr.Load load => load.Array,
            Expr.CopyOf copy => copy.Array,
            Expr.Pop pop => pop.Stack,
            _ => null,
        };

        if (source is not null)
        {
            Edge(source, let.Target);
        }
    }

    private void Visit(EquatableArray<Carried> carried, Block body)
    {
        for (int i = 0; i < carried.Count; i++)
        {
            Edge(carried[i].Initial, carried[i].Parameter);
            Edge(carried[i].Initial, carried[i].Result);
            Edge(body.Yields[i], carried[i].Parameter);
            Edge(body.Yields[i], carried[i].Result);
        }
    }

    private void Edge(Operand from, Operand to)
    {
        if (from is Value && to is Value && CanCarry(from) && CanCarry(to))
        {
            Add(_forward, Node(from), Node(to));
            Add(_backward, Node(to), Node(from));
        }
    }

    private static void Add(Dictionary<int, List<int>> edges, int from, int to)
    {
        if (!edges.TryGetValue(from, out List<int>? targets))
        {
            edges.Add(from, targets = []);
        }

        targets.Add(to);
    }
}
