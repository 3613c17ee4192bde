namespace Fluxion;

/// <summary>What a differentiable method can say about its own derivative.</summary>
public static class Gradient
{
    /// <summary>Passes a value on and no derivative: whatever it was computed from counts as constant here.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns><paramref name="value"/>, unchanged.</returns>
    public static T Stop<T>(T value) => value;
}
