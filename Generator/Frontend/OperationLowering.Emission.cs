using Fluxion.Generator.Derivatives;
using Fluxion.Generator.Infrastructure;
using Fluxion.Generator.Ir;

namespace Fluxion.Generator.Frontend;

/// <summary>Appending statements.</summary>
internal sealed partial class OperationLowering
{
    private readonly StaticFields _fields = new();

    /// <summary>The quoted statement of which nothing has been emitted yet.</summary>
    private Statement.Remark? _remark;

    private bool _quotes = true;

    private void Emit(Statement statement)
    {
        FlushRemark();
        _builder.Add(statement);
    }

    private Value Let(IrType type, Expr expression, string name = "")
    {
        FlushRemark();
        return _builder.Let(type, expression, name);
    }

    private Value Apply(IrType type, Primitive primitive, string name, params Operand[] arguments) =>
        Let(type, new Expr.Apply(primitive, arguments.ToEquatable()), name);

    private void Begin()
    {
        FlushRemark();
        _builder.Begin();
    }

    private void Splice(Block block)
    {
        foreach (Statement statement in block.Statements)
        {
            Emit(statement);
        }
    }

    private void FlushRemark()
    {
        if (_remark is not null)
        {
            _builder.Add(_remark);
            _remark = null;
        }
    }
}
