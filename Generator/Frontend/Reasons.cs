using Microsoft.CodeAnalysis;

namespace Fluxion.Generator.Frontend;

/// <summary>Why something cannot be differentiated, and what to write instead.</summary>
internal static class Reasons
{
    public const string Goto = "a jump by 'goto' must go forward, to a label of this block or one around it; write a loop";
    public const string BackwardJump = "it goes back to a section that leads here; write a loop around the switch";
    public const string Pattern =
        "whether this pattern matches is known only at run time; "
        + "compare numbers, tuples or properties of known types";
    public const string Sequence = "what the sequence gives is not known here; use an array, a range, or Select and Where of them";
    public const string Collection =
        "only arrays and spans can be gone through and built element by element; "
        + "use an array";
    public const string Capture =
        "it is not a variable of the method that can be reached here; "
        + "pass it as a parameter";
    public const string Delegate =
        "what the delegate calls is not known here; "
        + "use a lambda, a local function or a static method of this compilation";
    public const string RecursiveDelegate =
        "the lambda or local function calls itself; "
        + "write a static method with parameters, or a loop";
    public const string ChangingDelegate =
        "it is another delegate or sequence in the next iteration; "
        + "choose by a condition inside the loop";
    public const string NotANumber =
        "a delegate, sequence or object stands where a number is needed; "
        + "call it, or read what is needed from it";
    public const string Range = "as a slice or index it is not supported; use whole numbers, ranges and index-from-end on arrays and spans";
    public const string UserOperator =
        "user-defined and lifted operators are not supported yet; "
        + "compute on the numbers themselves";
    public const string InstanceCall =
        "the method has no source in this compilation; "
        + "call a method with source, or one of Math";
    public const string UnusualMethod = "only a static method with one return statement can return by reference here; return a value instead";
    public const string RefAssignment =
        "what the name stands for would depend on a condition or on the iteration; "
        + "assign the reference where the variable is declared, or choose by '?:'";

    public const string RefField =
        "a field that is a reference is another name for a variable, of which is not kept which; "
        + "pass the variable by 'ref', or use a span of one element";

    public const string RefChoice = "only variables, and elements at plain indices, can be chosen by reference; choose values";

    public const string Disposal = "what is disposed of at the end is not known here; use an object with source, or drop the 'using'";

    public const string JaggedWrite =
        "the row belongs to the caller's array of arrays, which a derivative must leave as it is; copy the row first";

    public const string Throw =
        "only exceptions that are created where they are thrown can stand here; "
        + "write 'throw new ...'";
    public const string StaticWrite =
        "a derivative may run any number of times, so the method must not change it; "
        + "write to a local array or copy";
    public const string MutableField =
        "its value may change between the function and its derivative; "
        + "make it readonly or pass it as a parameter";
    public const string InaccessibleRule =
        "generated code cannot call it, or its [DerivativeOf] rule, from here; "
        + "make both internal";
    public const string Inaccessible =
        "generated code cannot read it from here; "
        + "make it internal or pass it as a parameter";

    public const string Order =
        "how the library orders or compares such elements is not known here; "
        + "sort and search numbers, or compare what is needed yourself";

    public const string NullObject = "it is null here; test for null before";
    public const string Undecided =
        "which object or memory it is depends on a condition or on the iteration; "
        + "use it inside the branch, or decide between numbers instead";
    public const string WrongCast = "the object is of another type, so that the cast always fails; test the type before";

    public const string WrittenCopy =
        "an object in an array, or one that a loop makes anew, is kept by value, and other names for it would not see the change; "
        + "make a new object instead of changing this one, or keep its numbers in variables";

    public const string ComparedCopy =
        "an object in an array, or one that a loop makes anew, is kept by value, and which one it is is not kept; "
        + "compare what the objects hold";

    public const string BaseConstructor =
        "its base class has no constructor that can be followed; give the base a constructor without parameters";

    public static string Statement(IOperation statement) => statement.Kind switch
    {
        OperationKind.Labeled => Goto,
        OperationKind.Try => "'try' is not supported around differentiated code; check the condition that would throw",
        OperationKind.Lock => "only a variable or field can be locked here; a differentiable method has no shared state",
        _ => "the statement is not supported; use assignments, conditions and loops",
    };

    public static string Expression(IOperation expression) => expression.Kind switch
    {
        OperationKind.InstanceReference => "instances are not supported yet; pass what is read from them as parameters",
        OperationKind.ObjectCreation or OperationKind.With =>
            "objects and structs are not supported yet; use scalars, tuples and arrays",
        OperationKind.Range => Range,
        _ => "the expression is not supported; use arithmetic, Math, arrays and calls of methods with source",
    };
}
