namespace Fluxion.Generator.Frontend;

/// <summary>This part: integers, and orders.</summary>
internal static partial class SequenceSource
{
    private const string Integers = $$"""
            public static int Sum(IEnumerable<int> source)
            {
                int sum = 0;
                foreach (int item in source) { sum = checked(sum + item); }
                return sum;
            }
            public static int Sum<TSource>(IEnumerable<TSource> source, Func<TSource, int> selector)
            {
                int sum = 0;
                foreach (TSource item in source) { sum = checked(sum + selector(item)); }
                return sum;
            }
            public static int Max(IEnumerable<int> source) => Aggregate(source, (a, b) => b > a ? b : a);
            public static int Min(IEnumerable<int> source) => Aggregate(source, (a, b) => b < a ? b : a);
            public static int Max<TSource>(IEnumerable<TSource> source, Func<TSource, int> selector) => Max(Enumerable.Select(source, selector));
            public static int Min<TSource>(IEnumerable<TSource> source, Func<TSource, int> selector) => Min(Enumerable.Select(source, selector));
        """;

    // Keys are compared as Comparer<T>.Default does: NaN comes before every number. What is equal keeps its order.
    private const string Orders = $$"""
            public static TSource MaxBy<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector)
                where TKey : INumber<TKey>
            {
                TSource best = default;
                TKey top = default;
                bool isEmpty = true;
                foreach (TSource item in source)
                {
                    TKey key = keySelector(item);
                    if (isEmpty || IsBefore(top, key)) { best = item; top = key; isEmpty = false; }
                }
                if (isEmpty) { {{Empty}} }
                return best;
            }
            public static TSource MinBy<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector)
                where TKey : INumber<TKey>
            {
                TSource best = default;
                TKey top = default;
                bool isEmpty = true;
                foreach (TSource item in source)
                {
                    TKey key = keySelector(item);
                    if (isEmpty || IsBefore(key, top)) { best = item; top = key; isEmpty = false; }
                }
                if (isEmpty) { {{Empty}} }
                return best;
            }
            public static IEnumerable<TSource> OrderBy<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector)
                where TKey : INumber<TKey>
            {
                TSource[] items = Enumerable.ToArray(source);
                int[] order = Ordered(Enumerable.ToArray(Enumerable.Select(items, keySelector)), false);
                for (int i = 0; i < order.Length; i++) { yield return items[order[i]]; }
            }
            public static IEnumerable<TSource> OrderByDescending<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector)
                where TKey : INumber<TKey>
            {
                TSource[] items = Enumerable.ToArray(source);
                int[] order = Ordered(Enumerable.ToArray(Enumerable.Select(items, keySelector)), true);
                for (int i = 0; i < order.Length; i++) { yield return items[order[i]]; }
            }
            public static IEnumerable<T> Order<T>(IEnumerable<T> source) where T : INumber<T>
            {
                T[] items = Enumerable.ToArray(source);
                int[] order = Ordered(items, false);
                for (int i = 0; i < order.Length; i++) { yield return items[order[i]]; }
            }
            public static IEnumerable<T> OrderDescending<T>(IEnumerable<T> source) where T : INumber<T>
            {
                T[] items = Enumerable.ToArray(source);
                int[] order = Ordered(items, true);
                for (int i = 0; i < order.Length; i++) { yield return items[order[i]]; }
            }
            public static bool IsBefore<TKey>(TKey a, TKey b) where TKey : INumber<TKey> => a < b || (a != a && b == b);
            public static int[] Ordered<TKey>(TKey[] keys, bool isDescending) where TKey : INumber<TKey>
            {
                int count = keys.Length;
                int[] order = new int[count];
                int[] merged = new int[count];
                for (int i = 0; i < count; i++) { order[i] = i; }
                for (int width = 1; width < count; width *= 2)
                {
                    for (int start = 0; start < count; start += 2 * width)
                    {
                        int middle = Math.Min(start + width, count);
                        int end = Math.Min(start + 2 * width, count);
                        int left = start;
                        int right = middle;
                        for (int k = start; k < end; k++)
                        {
                            bool takesRight = left >= middle;
                            if (left < middle && right < end)
                            {
                                takesRight = isDescending
                                    ? IsBefore(keys[order[left]], keys[order[right]])
                                    : IsBefore(keys[order[right]], keys[order[left]]);
                            }
                            merged[k] = order[takesRight ? right : left];
                            if (takesRight) { right++; } else { left++; }
                        }
                    }
                    for (int k = 0; k < count; k++) { order[k] = merged[k]; }
                }
                return order;
            }
        """;
}
