using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Constructors: field initializers, the constructor that is chained to, the body.</summary>
internal sealed partial class OperationLowering
{
    private void Construct(
        IMethodSymbol constructor, Place self, List<BoundArgument> arguments, IOperation creation)
    {
        INamedTypeSymbol type = constructor.ContainingType;

        if (NumericTypes.IsKnown(type))
        {
            ConstructNumeric(constructor, self, arguments, creation);
            return;
        }

        // The parameterless constructor that every struct has does nothing.
        if (type.IsValueType && constructor.IsImplicitlyDeclared && constructor.Parameters.Length == 0)
        {
            return;
        }

        if (_bodies.Calls.IsRecursive(constructor))
        {
            Report(Diagnostics.DiagnosticDescriptors.Recursion, creation, type.Name, "it is a constructor");
            return;
        }

        Activation call = new(
            constructor, arguments, "", frame => AddTypeArguments(frame, constructor), new Receiver(self, null));

        if (CollectionTypes.IsCollection(type) || CollectionTypes.IsNullable(type))
        {
            InOwnSource(creation, Run);
        }
        else
        {
            Run();
        }

        FrontValue Run() => EnterFrame(call, depth => RunConstructor(call, type, self, depth, creation));
    }

    private void RunConstructor(
        Activation call, INamedTypeSymbol type, Place self, int depth, IOperation creation)
    {
        IMethodSymbol constructor = call.Method;
        IConstructorBodyOperation? body = _bodies.Of(constructor) as IConstructorBodyOperation;
        IInvocationOperation? chained = ChainedCall(body);

        if (chained is { TargetMethod: var other }
            && SymbolEqualityComparer.Default.Equals(other.ContainingType, constructor.OriginalDefinition.ContainingType))
        {
            ConstructBy(chained, type, self, creation);
        }
        else
        {
            if (Layout.IsPrimary(constructor))
            {
                SetPrimaryFields(type, self, call.Arguments, creation);
            }

            RunInitializers(type, self, creation);
            ConstructBase(constructor, type, chained, self, creation);
        }

        if (body is { BlockBody: not null } or { ExpressionBody: not null })
        {
            LowerBody((IOperation?)body.BlockBody ?? body.ExpressionBody!, depth);
        }
    }

    private static IInvocationOperation? ChainedCall(IConstructorBodyOperation? body) => body?.Initializer switch
    {
        IInvocationOperation call => call,
        IExpressionStatementOperation { Operation: IInvocationOperation call } => call,
        _ => null,
    };

    private void ConstructBy(IInvocationOperation call, INamedTypeSymbol type, Place self, IOperation creation)
    {
        IMethodSymbol target = type.InstanceConstructors.First(
            c => SymbolEqualityComparer.Default.Equals(c.OriginalDefinition, call.TargetMethod.OriginalDefinition));
        Construct(target, self, BindArguments(target, call.Arguments), creation);
    }

    private void ConstructBase(
        IMethodSymbol constructor, INamedTypeSymbol type, IInvocationOperation? chained, Place self, IOperation creation)
    {
        if (type.BaseType is not { SpecialType: SpecialType.None } parent || type.IsValueType)
        {
            return;
        }

        if (chained is not null)
        {
            ConstructBy(chained, parent, self, creation);
        }
        else if (!HasBaseArguments(constructor) && parent.InstanceConstructors.FirstOrDefault(
            static c => c.Parameters.Length == 0) is IMethodSymbol simple)
        {
            Construct(simple, self, [], creation);
        }
        else
        {
            Reject(creation, Reasons.BaseConstructor);
        }
    }

    /// <summary>Whether a primary constructor hands arguments to that of its base class.</summary>
    private static bool HasBaseArguments(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences.Any(
        static reference => reference.GetSyntax() is TypeDeclarationSyntax { BaseList: BaseListSyntax bases }
            && bases.Types.Any(static type => type is PrimaryConstructorBaseTypeSyntax));

    /// <summary>
    /// Parameters of a primary constructor are properties of a record, and fields of any other type.
    /// </summary>
    private void SetPrimaryFields(INamedTypeSymbol type, Place self, List<BoundArgument> arguments, IOperation creation)
    {
        foreach (BoundArgument argument in arguments)
        {
            ISymbol? member = type.IsRecord
                ? type.GetMembers(argument.Parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(IsPositional)
                : argument.Parameter;

            if (member is not null && IndexIn(type, member) is int index && argument.Value is FrontValue value)
            {
                Write(PartOf(self, index), value, creation);
            }
        }
    }

    private static bool IsPositional(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Any(static reference => reference.GetSyntax() is ParameterSyntax);

    private void RunInitializers(INamedTypeSymbol type, Place self, IOperation creation)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { RefKind: not RefKind.None, IsStatic: false } && _bodies.Initializer(member) is not null)
            {
                Reject(creation, Reasons.RefField);
            }
            else if (!member.IsStatic && member is IFieldSymbol or IPropertySymbol
                && _bodies.Initializer(member) is IOperation initializer
                && (IndexIn(type, member) ?? StorageIn(type, member)) is int index)
            {
                Write(PartOf(self, index), Lower(initializer, Identifiers.Variable(member.Name)), creation);
            }
        }
    }

    private int? StorageIn(INamedTypeSymbol type, ISymbol member) =>
        member is IPropertySymbol property && LayoutOf(type)?.IndexOfStorage(property) is >= 0 and int index ? index : null;
}
