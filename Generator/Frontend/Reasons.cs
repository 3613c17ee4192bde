using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Why something cannot be differentiated, and what to write instead.</summary>
internal static class Reasons
{
    public const string Goto = "jumps by 'goto' are not supported yet; write a loop or a condition";
    public const string Iterator = "iterators are not supported; return an array instead";
    public const string Collection =
        "only arrays and spans can be gone through and built element by element; "
        + "use an array";
    public const string Capture =
        "local functions and lambdas are not supported yet; "
        + "write a static method with parameters";
    public const string Range = "slices are not supported yet; index from the offset instead";
    public const string UserOperator =
        "user-defined and lifted operators are not supported yet; "
        + "compute on the numbers themselves";
    public const string InstanceCall =
        "calls on instances are not supported yet; "
        + "call a static method with source, or one of Math";
    public const string UnusualMethod = "the method is async or returns by reference; return a value instead";
    public const string Throw =
        "only exceptions that are created where they are thrown can stand here; "
        + "write 'throw new ...'";
    public const string StaticWrite =
        "a derivative may run any number of times, so the method must not change it; "
        + "write to a local array or copy";
    public const string MutableField =
        "its value may change between the function and its derivative; "
        + "make it readonly or pass it as a parameter";
    public const string Inaccessible =
        "generated code cannot read it from here; "
        + "make it internal or pass it as a parameter";

    public static string Statement(IOperation statement) => statement.Kind switch
    {
        OperationKind.Switch => "'switch' is not supported yet; use 'if' and 'else'",
        OperationKind.LocalFunction => Capture,
        OperationKind.Labeled => Goto,
        OperationKind.Try => "'try' is not supported around differentiated code; check the condition that would throw",
        OperationKind.Lock => "'lock' is not supported; a differentiable method has no shared state",
        OperationKind.Using or OperationKind.UsingDeclaration =>
            "'using' is not supported; pass what it provides as a parameter",
        _ => "the statement is not supported; use assignments, conditions and loops",
    };

    public static string Expression(IOperation expression) => expression.Kind switch
    {
        OperationKind.SwitchExpression => "'switch' is not supported yet; use '?:' or 'if'",
        OperationKind.AnonymousFunction or OperationKind.FlowAnonymousFunction or OperationKind.DelegateCreation =>
            Capture,
        OperationKind.InstanceReference => "instances are not supported yet; pass what is read from them as parameters",
        OperationKind.ObjectCreation or OperationKind.With =>
            "objects and structs are not supported yet; use scalars, tuples and arrays",
        OperationKind.IsPattern or OperationKind.IsType => "patterns are not supported yet; compare the values",
        OperationKind.Coalesce or OperationKind.CoalesceAssignment or OperationKind.ConditionalAccess =>
            "nullable values are not supported yet; test before and use plain numbers",
        OperationKind.Await => "a differentiable method cannot wait; pass the result as a parameter",
        OperationKind.Range => Range,
        OperationKind.DynamicInvocation or OperationKind.DynamicMemberReference or OperationKind.DynamicIndexerAccess =>
            "what 'dynamic' means is known only at run time; use static types",
        _ => "the expression is not supported; use arithmetic, Math, arrays and calls of methods with source",
    };
}
