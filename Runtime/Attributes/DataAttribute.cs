namespace Fluxion;

/// <summary>
/// Marks an array or span parameter of a differentiable method as data: held constant, with the rows of a data set as
/// its first dimension, so that a mini-batch is a slice of it.
/// </summary>
/// <remarks>
/// All data parameters of a method share a row count: the shortest one's length, of which the longer ones (row-major
/// matrices) are a whole multiple.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DataAttribute : Attribute;
