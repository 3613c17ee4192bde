using Fluxion.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Statements without control flow of their own.</summary>
internal sealed partial class OperationLowering
{
    private void LowerStatement(IOperation statement)
    {
        _cancellation.ThrowIfCancellationRequested();

        if (_flow != Flow.Live)
        {
            return;
        }

        _position = statement.Syntax;

        switch (statement)
        {
            case IBlockOperation block:
                LowerBlock(block);
                break;
            case IVariableDeclarationGroupOperation group:
                LowerDeclarations(group);
                break;
            case IExpressionStatementOperation expression:
                LowerExpressionStatement(expression);
                break;
            case IConditionalOperation branch:
                LowerIf(branch);
                break;
            case ILoopOperation loop:
                LowerLoop(loop);
                break;
            case IBranchOperation branch:
                LowerJump(branch);
                break;
            case IReturnOperation returned:
                LowerReturn(returned);
                break;
            case IThrowOperation thrown:
                LowerThrow(thrown);
                break;
            case ISwitchOperation choice:
                LowerSwitch(choice);
                break;
            case ILockOperation { LockedValue: ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation } locked:
                LowerStatement(locked.Body);
                break;
            case IUsingOperation used:
                LowerUsing(used);
                break;
            case ITryOperation guarded:
                LowerTry(guarded);
                break;
            case ILocalFunctionOperation:
            case IEmptyOperation:
                break;
            case IInvalidOperation:
                MarkInvalid();
                break;
            default:
                Reject(statement, Reasons.Statement(statement));
                break;
        }
    }

    private void LowerBlock(IBlockOperation block)
    {
        int scope = _variables.Count;
        int depth = _open.Count;
        DeclareLabels(block);

        LowerFrom(block, 0, depth);
        Leave(scope);
    }

    private void LowerFrom(IBlockOperation block, int start, int depth)
    {
        for (int i = start; i < block.Operations.Length; i++)
        {
            int next = i + 1;

            if (block.Operations[i] is IUsingDeclarationOperation declaration)
            {
                if (_flow == Flow.Live)
                {
                    Dispose(declaration, declaration.DeclarationGroup, () => LowerFrom(block, next, _open.Count));
                }

                return;
            }

            if (block.Operations[i] is ILabeledOperation labeled)
            {
                LowerLabeled(labeled, depth);
            }
            else
            {
                LowerStatement(block.Operations[i]);
            }
        }
    }

    private void LowerDeclarations(IVariableDeclarationGroupOperation group)
    {
        foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(static d => d.Declarators))
        {
            IVariableInitializerOperation? initializer = declarator.GetVariableInitializer();

            if (declarator.Symbol.IsConst)
            {
                continue;
            }

            if (declarator.Symbol.RefKind != RefKind.None && initializer is not null)
            {
                _frame.Places[declarator.Symbol] = LowerPlace(initializer.Value);
                _refLocals[declarator.Symbol] = Surroundings;
                continue;
            }

            FrontValue? value = initializer is null
                ? null
                : Quoting(declarator.Syntax, () => Lower(initializer.Value, declarator.Symbol.Name));
            DeclareLocal(declarator, declarator.Symbol, value);
        }
    }

    private void DeclareLocal(IOperation declaration, ILocalSymbol local, FrontValue? value)
    {
        if (IsPredeclared(local))
        {
            Name(local, value);
            return;
        }

        if (value is null && FindZero(local.Type) is null && !IsDelegate(local.Type) && !IsSequenceType(local.Type))
        {
            CheckType(declaration, local.Type);
        }

        // The fields of a struct can be assigned one by one.
        FrontValue? start = value is null && FindZero(local.Type) is FrontValue.Aggregate zero ? zero : value;
        Bind(local, Declare(local.Name, local.Type), start);
    }

    private void LowerExpressionStatement(IExpressionStatementOperation statement) =>
        Quoting(statement.Syntax, () => Lower(statement.Operation));

    /// <summary>Lowers a statement below a remark that quotes it, if anything comes of it.</summary>
    private FrontValue Quoting(SyntaxNode syntax, Func<FrontValue> lower)
    {
        if (!_quotes)
        {
            return lower();
        }

        FlushRemark();
        string quote = StatementText.Of(syntax);
        _bodies.Places.AddStatement(quote, syntax);
        _remark = new Statement.Remark(RemarkKind.Statement, quote);
        FrontValue value = lower();
        _remark = null;
        return value;
    }
}
