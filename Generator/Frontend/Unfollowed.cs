using Fluxion.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Fluxion.Generator.Frontend;

/// <summary>Expressions of which nobody can tell before the program runs what they compute.</summary>
internal static class Unfollowed
{
    /// <summary>What to report of an expression; null where it can be followed.</summary>
    public static DiagnosticDescriptor? Find(IOperation expression) => expression switch
    {
        IAwaitOperation => DiagnosticDescriptors.Asynchronous,
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation
            or IDynamicObjectCreationOperation => DiagnosticDescriptors.DynamicCall,
        // Of a variable, what it was given has been reported.
        ILocalReferenceOperation or IParameterReferenceOperation => null,
        { Type.TypeKind: TypeKind.Dynamic } => DiagnosticDescriptors.DynamicCall,
        { Type.TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } or IAddressOfOperation => DiagnosticDescriptors.Pointer,
        _ when expression.Syntax.RawKind is (int)SyntaxKind.PointerIndirectionExpression or (int)SyntaxKind.PointerMemberAccessExpression =>
            DiagnosticDescriptors.Pointer,
        _ => null,
    };
}
