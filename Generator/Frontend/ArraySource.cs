namespace Fluxion.Generator.Frontend;

/// <summary>
/// Methods of <c>Array</c>, <c>MemoryExtensions</c> and <c>ArgumentOutOfRangeException</c> as C# that is lowered like the user's own. What sorts compares numbers
/// only, and moves nothing else along: how the library orders what is equal is its own affair.
/// </summary>
internal static class ArraySource
{
    /// <summary>The classes, to stand behind <see cref="SequenceSource"/>.</summary>
    public const string Members = """
        static class ArrayMembers
        {
            public static void Reverse<T>(T[] array) => MemoryExtensionsMembers.Reverse(array.AsSpan());
            public static void Reverse<T>(T[] array, int index, int length) => MemoryExtensionsMembers.Reverse(array.AsSpan(index, length));
            public static void Sort<T>(T[] array) where T : INumber<T> => MemoryExtensionsMembers.Sort(array.AsSpan());
            public static void Sort<T>(T[] array, int index, int length) where T : INumber<T> => MemoryExtensionsMembers.Sort(array.AsSpan(index, length));
            public static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter)
            {
                TOutput[] converted = new TOutput[array.Length];
                for (int i = 0; i < array.Length; i++) { converted[i] = converter(array[i]); }
                return converted;
            }
            public static void ForEach<T>(T[] array, Action<T> action)
            {
                for (int i = 0; i < array.Length; i++) { action(array[i]); }
            }
            public static bool Exists<T>(T[] array, Predicate<T> match) => FindIndex(array, match) >= 0;
            public static bool TrueForAll<T>(T[] array, Predicate<T> match)
            {
                for (int i = 0; i < array.Length; i++) { if (!match(array[i])) { return false; } }
                return true;
            }
            public static int FindIndex<T>(T[] array, Predicate<T> match)
            {
                for (int i = 0; i < array.Length; i++) { if (match(array[i])) { return i; } }
                return -1;
            }
            public static int FindLastIndex<T>(T[] array, Predicate<T> match)
            {
                for (int i = array.Length - 1; i >= 0; i--) { if (match(array[i])) { return i; } }
                return -1;
            }
            public static T Find<T>(T[] array, Predicate<T> match)
            {
                for (int i = 0; i < array.Length; i++) { if (match(array[i])) { return array[i]; } }
                return default;
            }
        }
        static class ArgumentOutOfRangeExceptionMembers
        {
            public static void ThrowIfZero<T>(T value, string paramName) where T : INumber<T>
            { if (value == T.Zero) { throw new ArgumentOutOfRangeException(paramName); } }
            public static void ThrowIfNegative<T>(T value, string paramName) where T : INumber<T>
            { if (T.IsNegative(value)) { throw new ArgumentOutOfRangeException(paramName); } }
            public static void ThrowIfNegativeOrZero<T>(T value, string paramName) where T : INumber<T>
            { if (T.IsNegative(value) || value == T.Zero) { throw new ArgumentOutOfRangeException(paramName); } }
            public static void ThrowIfGreaterThan<T>(T value, T other, string paramName) where T : INumber<T>
            { if (EnumerableMembers.IsBefore(other, value)) { throw new ArgumentOutOfRangeException(paramName); } }
            public static void ThrowIfLessThan<T>(T value, T other, string paramName) where T : INumber<T>
            { if (EnumerableMembers.IsBefore(value, other)) { throw new ArgumentOutOfRangeException(paramName); } }
            public static void ThrowIfGreaterThanOrEqual<T>(T value, T other, string paramName) where T : INumber<T>
            { if (!EnumerableMembers.IsBefore(value, other)) { throw new ArgumentOutOfRangeException(paramName); } }
            public static void ThrowIfLessThanOrEqual<T>(T value, T other, string paramName) where T : INumber<T>
            { if (!EnumerableMembers.IsBefore(other, value)) { throw new ArgumentOutOfRangeException(paramName); } }
        }
        static class MemoryExtensionsMembers
        {
            public static void Reverse<T>(Span<T> span)
            {
                for (int i = 0; i < span.Length / 2; i++)
                {
                    T first = span[i];
                    span[i] = span[span.Length - 1 - i];
                    span[span.Length - 1 - i] = first;
                }
            }
            public static void Sort<T>(Span<T> span) where T : INumber<T>
            {
                T[] numbers = span.ToArray();
                int[] order = EnumerableMembers.Ordered(numbers, false);
                for (int i = 0; i < order.Length; i++) { span[i] = numbers[order[i]]; }
            }
        }
        """;
}
