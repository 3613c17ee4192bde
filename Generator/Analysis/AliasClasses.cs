using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Analysis;

/// <summary>
/// Which references may name the same memory. References that meet (in a branch, in a loop's variable, as an element of
/// the same outer array) share a class, by union–find over the whole function; two classes never overlap. Steensgaard,
/// <i>Points-to analysis in almost linear time</i>, POPL 1996, for a language whose only memory is arrays.
/// </summary>
internal sealed class AliasClasses
{
    private readonly Dictionary<int, int> _parents = [];
    private readonly Dictionary<int, int> _elements = [];
    private readonly Dictionary<string, Value> _fields = [];
    private readonly HashSet<int> _records = [];

    private AliasClasses()
    {
    }

    public static AliasClasses Of(Function function)
    {
        AliasClasses classes = new();

        if (function.Memory == ParameterMemory.Shared)
        {
            classes.JoinAll(function.Parameters.Select(static p => p.Value).Where(static v => v.Type is IrType.Array));
        }

        foreach (Statement statement in Blocks.All(function.Body))
        {
            classes.Visit(statement);
        }

        return classes;
    }

    /// <summary>The number of the class of a reference.</summary>
    public int this[Operand reference] => reference is Value value ? Root(value.Id) : -1;

    /// <summary>The number of the class of what an array of arrays holds.</summary>
    public int ElementOf(Operand array) => Element(array);

    /// <summary>Whether no reference of a class but these exists: nobody else sees its memory.</summary>
    public bool IsWithin(int root, HashSet<int> references)
    {
        _members ??= _parents.Keys.ToLookup(Root);
        return references.Contains(root) && _members[root].All(references.Contains);
    }

    private ILookup<int, int>? _members;

    /// <summary>Whether a reference was made for recorded values, which nothing but the reverse sweep reads.</summary>
    public bool IsRecord(Operand reference) => reference is Value value && _records.Contains(value.Id);

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case Statement.Let let:
                Visit(let);
                break;
            case Statement.Store store when IsMemory(store.Value):
                Join(Element(store.Array), store.Value);
                break;
            case Statement.Push push when IsMemory(push.Value):
                Join(Element(push.Stack), push.Value);
                break;
            case Statement.If branch:
                JoinAll(branch.Results, branch.Then.Yields);
                JoinAll(branch.Results, branch.Else.Yields);
                break;
            case Statement.For loop:
                Visit(loop.Carried, loop.Body);
                break;
            case Statement.While loop:
                Visit(loop.Carried, loop.Body);
                break;
        }
    }

    private void Visit(Statement.Let let)
    {
        switch (let.Expression)
        {
            case Expr.Load load when IsMemory(let.Target):
                Join(Element(load.Array), let.Target);
                break;
            case Expr.Pop pop when IsMemory(let.Target):
                Join(Element(pop.Stack), let.Target);
                break;
            case Expr.CopyOf copy when IsMemory(let.Target) && ((IrType.Array)let.Target.Type).Element is IrType.Array:
                Join(Element(copy.Array), Element(let.Target));
                break;
            case Expr.Row row:
                Join(let.Target, row.Matrix);
                break;
            case Expr.Verbatim verbatim when IsMemory(let.Target):
                foreach (Operand operand in verbatim.Operands)
                {
                    Join(let.Target, operand);
                }

                break;
            case Expr.StaticField field:
                Visit(field, let.Target);
                break;
            case Expr.NewRecord:
                _records.Add(let.Target.Id);
                break;
        }
    }

    private void Visit(Expr.StaticField field, Value target)
    {
        if (_fields.TryGetValue(field.Name, out Value? first))
        {
            Join(first, target);
        }
        else
        {
            _fields.Add(field.Name, target);
        }
    }

    private void Visit(EquatableArray<Carried> carried, Block body)
    {
        for (int i = 0; i < carried.Count; i++)
        {
            Join(carried[i].Parameter, carried[i].Initial);
            Join(carried[i].Parameter, carried[i].Result);
            Join(carried[i].Parameter, body.Yields[i]);
        }
    }

    private void JoinAll(IEnumerable<Value> arrays)
    {
        foreach (IGrouping<IrType, Value> alike in arrays.GroupBy(static v => ((IrType.Array)v.Type).Element))
        {
            foreach (Value array in alike)
            {
                Join(alike.First(), array);
            }
        }
    }

    private void JoinAll(EquatableArray<Value> left, EquatableArray<Operand> right)
    {
        for (int i = 0; i < left.Count; i++)
        {
            Join(left[i], right[i]);
        }
    }

    private void Join(Operand left, Operand right)
    {
        if (left is Value first && right is Value second && IsMemory(first) && IsMemory(second))
        {
            Join(first.Id, second.Id);
        }
    }

    private void Join(int left, Operand right)
    {
        if (right is Value value)
        {
            Join(left, value.Id);
        }
    }

    private void Join(int left, int right)
    {
        int first = Root(left);
        int second = Root(right);

        if (first == second)
        {
            return;
        }

        int root = Math.Min(first, second);
        int child = Math.Max(first, second);
        _parents[child] = root;

        if (_elements.TryGetValue(child, out int below))
        {
            if (_elements.TryGetValue(root, out int element))
            {
                Join(element, below);
            }
            else
            {
                _elements[root] = below;
            }
        }
    }

    /// <summary>The class of what an array of arrays holds; made up (a negative number) until one is seen.</summary>
    private int Element(Operand array)
    {
        int root = this[array];

        if (!_elements.TryGetValue(root, out int element))
        {
            element = -2 - _elements.Count;
            _elements.Add(root, element);
        }

        return Root(element);
    }

    private int Root(int id)
    {
        int root = id;

        while (_parents.TryGetValue(root, out int parent))
        {
            root = parent;
        }

        while (_parents.TryGetValue(id, out int next) && next != root)
        {
            _parents[id] = root;
            id = next;
        }

        return root;
    }

    private static bool IsMemory(Operand operand) => operand.Type.IsMemory;
}
