namespace Fluxion.Generator.Derivatives;

/// <summary>Steps and kinks.</summary>
internal static partial class PrimitiveTable
{
    public static readonly Primitive Truncate = new("Truncate", 1, static (x, y) => [0]) { IsStepwise = true };
}
