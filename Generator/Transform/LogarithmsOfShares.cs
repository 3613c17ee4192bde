using Fluxion.Generator.Analysis;
using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Transform;

/// <summary>
/// Takes the slopes of the logarithm of an exponential's share in a sum, the cross entropy of a soft-max, from the exponent
/// and the logarithm of the sum: the share can be zero, and not a number where the sum overflows. The value stays what
/// the method computes.
/// </summary>
internal sealed class LogarithmsOfShares
{
    private readonly Frames _frames;
    private readonly ElementSources _elements;
    private readonly IrBuilder _builder;
    private readonly Dictionary<int, Share> _shares = [];
    private readonly Dictionary<int, Value> _logarithms = [];
    private readonly Dictionary<int, Operand> _replacements = [];

    private LogarithmsOfShares(Function function)
    {
        _frames = Frames.Of(function);
        _elements = new ElementSources(function, _frames);
        _builder = new IrBuilder(function.NextId);

        foreach (Frame frame in _frames.All)
        {
            foreach (Statement.Let let in frame.Block.Statements.OfType<Statement.Let>())
            {
                if (let.Expression is Expr.Apply { Arguments: [var argument] } apply && apply.Primitive == PrimitiveTable.Log
                    && Find(argument, let, frame) is { } share)
                {
                    _shares.Add(let.Target.Id, share);
                }
            }
        }
    }

    // for (…) { p[i] = Math.Exp(x[i]) / s; }          for (…) { p[i] = Math.Exp(x[i]) / s; }
    // y = Math.Log(p[k]);                      →      y = Math.Log(p[k]), with the slopes of x[k] - Math.Log(s);
    public static Function Run(Function function)
    {
        LogarithmsOfShares pass = new(function);

        if (pass._shares.Count == 0)
        {
            return function;
        }

        Block body = pass.Rebuild(function.Body);
        return function with { Body = body, NextId = pass._builder.NextId };
    }

    private Share? Find(Operand argument, Statement.Let logarithm, Frame frame)
    {
        Element quotient = Follow(new Element(argument, null, null), logarithm, frame);

        if (DefinitionOf(quotient.Value) is not Expr.Apply { Arguments: [var dividend, Value sum] } division
            || division.Primitive != PrimitiveTable.Divide || !IsTotal(sum, frame))
        {
            return null;
        }

        Element term = Follow(quotient with { Value = dividend }, logarithm, frame);
        return DefinitionOf(term.Value) is Expr.Apply { Arguments: [var exponent] } exponential && exponential.Primitive == PrimitiveTable.Exp
            && exponent.Type == sum.Type && StepsTo(exponent, term) is { } steps
            ? new Share(sum, exponent, term.Loop?.Index, term.Index, steps)
            : null;
    }

    /// <summary>What a loop has written where a value is read from memory.</summary>
    private Element Follow(Element element, Statement.Let reader, Frame frame)
    {
        if (DefinitionOf(element.Value) is not Expr.Load { Indices: [var index] } load
            || _elements.Of(load) is not { } source || !source.Around.Encloses(frame) || !_elements.IsAfter(reader, source.Loop))
        {
            return element;
        }

        // In a loop that goes through both arrays, the element of the same index.
        return element.Loop is null ? new Element(source.Element, source.Loop, index)
            : index == element.Loop.Index ? new Element(source.Element, source.Loop, element.Index)
            : element;
    }

    private IReadOnlyList<Statement>? StepsTo(Operand exponent, Element term) =>
        term.Loop is null ? [] : _elements.StepsOf(term.Loop, true, exponent);

    /// <summary>Whether what a loop has added up before.</summary>
    private bool IsTotal(Value sum, Frame frame) => _frames.DefinitionOf(sum) is null && _frames.Home(sum).Encloses(frame)
        && _frames.Home(sum).Block.Statements.Any(s => s is Statement.For && Blocks.Defined(s).Contains(sum));

    private Expr? DefinitionOf(Operand operand) =>
        operand is Value value ? _frames.DefinitionOf(value)?.Expression : null;

    private Block Rebuild(Block block)
    {
        _builder.Begin();

        foreach (Statement statement in block.Statements)
        {
            _builder.Add(Blocks.MapBlocks(Blocks.Substitute(statement, Resolve), Rebuild));

            foreach (Value sum in Blocks.Defined(statement).Where(v => _shares.Values.Any(s => s.Sum == v)))
            {
                _logarithms[sum.Id] = _builder.Exact(sum.Type, PrimitiveTable.Log, sum);
            }

            if (statement is Statement.Let { Target: var target } && _shares.TryGetValue(target.Id, out Share? share))
            {
                _replacements[target.Id] = Difference(share, target);
            }
        }

        return _builder.End([.. block.Yields.Select(Resolve)]);
    }

    private Value Difference(Share share, Value target)
    {
        Operand Here(Operand operand) => operand == share.Index ? Resolve(share.Position!) : Resolve(operand);
        Operand exponent = RenamedCopy.Of(share.Steps.Select(s => Blocks.Substitute(s, Here)), Here(share.Exponent), _builder);
        Value difference = _builder.Exact(target.Type, PrimitiveTable.Subtract, exponent, _logarithms[share.Sum.Id]);
        return _builder.Let(target.Type, new Expr.Apply(PrimitiveTable.WithSlopesOf, [target, difference]), target.Name);
    }

    private Operand Resolve(Operand operand) =>
        operand is Value value && _replacements.TryGetValue(value.Id, out Operand? known) ? known : operand;

    /// <summary>A value, and if it stands in a loop that writes an array, the loop and the index of the element that is meant.</summary>
    private sealed record Element(Operand Value, Statement.For? Loop, Operand? Index);

    /// <summary>An exponential's part of a sum.</summary>
    private sealed record Share(Value Sum, Operand Exponent, Value? Index, Operand? Position, IReadOnlyList<Statement> Steps);
}
