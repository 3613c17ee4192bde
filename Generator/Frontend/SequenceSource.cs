namespace Fluxion.Generator.Frontend;

/// <summary>
/// Methods of LINQ that are told in terms of others, as iterators and loops that are lowered like the user's own: what is lazy
/// in the library is lazy here. A method that is not here is refused.
/// </summary>
internal static partial class SequenceSource
{
    public const string Text = $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Numerics;

        namespace {{NumericSource.Namespace}};

        static class EnumerableMembers
        {
        {{Parts}}
        {{Joins}}
        {{Elements}}
        {{Integers}}
        {{Orders}}
        }
        """;

    private const string Empty = "throw new InvalidOperationException(\"Sequence contains no elements\");";

    private const string NoMatch = "throw new InvalidOperationException(\"Sequence contains no matching element\");";

    private const string OutOfRange =
        "throw new ArgumentOutOfRangeException(\"index\", \"Index was out of range. "
        + "Must be non-negative and less than the size of the collection.\");";

    private const string Parts = """
            public static IEnumerable<TResult> Select<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, int, TResult> selector)
            {
                int index = 0;
                foreach (TSource item in source) { yield return selector(item, index); index++; }
            }
            public static IEnumerable<TSource> Where<TSource>(IEnumerable<TSource> source, Func<TSource, int, bool> predicate)
            {
                int index = 0;
                foreach (TSource item in source) { if (predicate(item, index)) { yield return item; } index++; }
            }
            public static IEnumerable<TSource> Skip<TSource>(IEnumerable<TSource> source, int count)
            {
                int index = 0;
                foreach (TSource item in source) { if (index >= count) { yield return item; } index++; }
            }
            public static IEnumerable<TSource> SkipWhile<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate)
            {
                bool skips = true;
                foreach (TSource item in source) { skips = skips && predicate(item); if (!skips) { yield return item; } }
            }
            public static IEnumerable<TSource> SkipLast<TSource>(IEnumerable<TSource> source, int count)
            {
                TSource[] items = Enumerable.ToArray(source);
                int end = count > 0 ? items.Length - count : items.Length;
                for (int i = 0; i < end; i++) { yield return items[i]; }
            }
            public static IEnumerable<TSource> Take<TSource>(IEnumerable<TSource> source, int count)
            {
                int left = count;
                if (left > 0) { foreach (TSource item in source) { yield return item; left--; if (left == 0) { break; } } }
            }
            public static IEnumerable<TSource> TakeWhile<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate)
            {
                foreach (TSource item in source) { if (!predicate(item)) { break; } yield return item; }
            }
            public static IEnumerable<TSource> TakeLast<TSource>(IEnumerable<TSource> source, int count)
            {
                TSource[] items = Enumerable.ToArray(source);
                int start = count <= 0 ? items.Length : count < items.Length ? items.Length - count : 0;
                for (int i = start; i < items.Length; i++) { yield return items[i]; }
            }
            public static IEnumerable<TSource> Reverse<TSource>(IEnumerable<TSource> source)
            {
                TSource[] items = Enumerable.ToArray(source);
                for (int i = items.Length - 1; i >= 0; i--) { yield return items[i]; }
            }
            public static IEnumerable<TSource> Reverse<TSource>(TSource[] source)
            {
                TSource[] items = Enumerable.ToArray(source);
                for (int i = items.Length - 1; i >= 0; i--) { yield return items[i]; }
            }
        """;

    private const string Joins = """
            public static IEnumerable<TSource> AsEnumerable<TSource>(IEnumerable<TSource> source) => source;
            public static IEnumerable<TResult> Empty<TResult>() => new TResult[0];
            public static IEnumerable<TSource> Append<TSource>(IEnumerable<TSource> source, TSource element)
            {
                foreach (TSource item in source) { yield return item; }
                yield return element;
            }
            public static IEnumerable<TSource> Prepend<TSource>(IEnumerable<TSource> source, TSource element)
            {
                yield return element;
                foreach (TSource item in source) { yield return item; }
            }
            public static IEnumerable<TSource> Concat<TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second)
            {
                foreach (TSource item in first) { yield return item; }
                foreach (TSource item in second) { yield return item; }
            }
            public static IEnumerable<TSource> DefaultIfEmpty<TSource>(IEnumerable<TSource> source) => DefaultIfEmpty(source, default);
            public static IEnumerable<TSource> DefaultIfEmpty<TSource>(IEnumerable<TSource> source, TSource defaultValue)
            {
                bool isEmpty = true;
                foreach (TSource item in source) { yield return item; isEmpty = false; }
                if (isEmpty) { yield return defaultValue; }
            }
            public static IEnumerable<TResult> ZipWithAny<TFirst, TSecond, TResult>(
                IEnumerable<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector)
            {
                TFirst[] items = Enumerable.ToArray(first);
                int index = 0;
                if (items.Length > 0)
                {
                    foreach (TSecond other in second)
                    {
                        yield return resultSelector(items[index], other);
                        index++;
                        if (index == items.Length) { break; }
                    }
                }
            }
            public static IEnumerable<TResult> ZipAnyWith<TFirst, TSecond, TResult>(
                IEnumerable<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector)
            {
                TSecond[] others = Enumerable.ToArray(second);
                int index = 0;
                if (others.Length > 0)
                {
                    foreach (TFirst item in first)
                    {
                        yield return resultSelector(item, others[index]);
                        index++;
                        if (index == others.Length) { break; }
                    }
                }
            }
            public static IEnumerable<(TFirst First, TSecond Second)> ZipWithAny<TFirst, TSecond>(
                IEnumerable<TFirst> first, IEnumerable<TSecond> second) => ZipWithAny(first, second, (a, b) => (a, b));
            public static IEnumerable<(TFirst First, TSecond Second)> ZipAnyWith<TFirst, TSecond>(
                IEnumerable<TFirst> first, IEnumerable<TSecond> second) => ZipAnyWith(first, second, (a, b) => (a, b));
            public static IEnumerable<TResult> SelectMany<TSource, TResult>(
                IEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector)
            {
                foreach (TSource item in source) { foreach (TResult inner in selector(item)) { yield return inner; } }
            }
            public static IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(
                IEnumerable<TSource> source, Func<TSource, IEnumerable<TCollection>> collectionSelector,
                Func<TSource, TCollection, TResult> resultSelector)
            {
                foreach (TSource item in source)
                {
                    foreach (TCollection inner in collectionSelector(item)) { yield return resultSelector(item, inner); }
                }
            }
        """;

    private const string Elements = $$"""
            public static bool Any<TSource>(IEnumerable<TSource> source) { foreach (TSource item in source) { return true; } return false; }
            public static bool Any<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate)
            {
                foreach (TSource item in source) { if (predicate(item)) { return true; } }
                return false;
            }
            public static bool All<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate)
            {
                foreach (TSource item in source) { if (!predicate(item)) { return false; } }
                return true;
            }
            public static TSource First<TSource>(IEnumerable<TSource> source) { foreach (TSource item in source) { return item; } {{Empty}} }
            public static TSource First<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate)
            {
                foreach (TSource item in source) { if (predicate(item)) { return item; } }
                {{NoMatch}}
            }
            public static TSource FirstOrDefault<TSource>(IEnumerable<TSource> source) => FirstOrDefault(source, default(TSource));
            public static TSource FirstOrDefault<TSource>(IEnumerable<TSource> source, TSource defaultValue)
            {
                foreach (TSource item in source) { return item; }
                return defaultValue;
            }
            public static TSource FirstOrDefault<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate)
            {
                foreach (TSource item in source) { if (predicate(item)) { return item; } }
                return default;
            }
            public static TSource Last<TSource>(IEnumerable<TSource> source)
            {
                TSource last = default;
                bool isEmpty = true;
                foreach (TSource item in source) { last = item; isEmpty = false; }
                if (isEmpty) { {{Empty}} }
                return last;
            }
            public static TSource Last<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate)
            {
                TSource last = default;
                bool isEmpty = true;
                foreach (TSource item in source) { if (predicate(item)) { last = item; isEmpty = false; } }
                if (isEmpty) { {{NoMatch}} }
                return last;
            }
            public static TSource LastOrDefault<TSource>(IEnumerable<TSource> source)
            {
                TSource last = default;
                foreach (TSource item in source) { last = item; }
                return last;
            }
            public static TSource ElementAt<TSource>(IEnumerable<TSource> source, int index)
            {
                int left = index;
                foreach (TSource item in source) { if (left == 0) { return item; } left--; }
                {{OutOfRange}}
            }
            public static TSource ElementAtOrDefault<TSource>(IEnumerable<TSource> source, int index)
            {
                int left = index;
                foreach (TSource item in source) { if (left == 0) { return item; } left--; }
                return default;
            }
            public static TSource Aggregate<TSource>(IEnumerable<TSource> source, Func<TSource, TSource, TSource> func)
            {
                TSource result = default;
                bool isEmpty = true;
                foreach (TSource item in source) { result = isEmpty ? item : func(result, item); isEmpty = false; }
                if (isEmpty) { {{Empty}} }
                return result;
            }
            public static TResult Aggregate<TSource, TAccumulate, TResult>(
                IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func,
                Func<TAccumulate, TResult> resultSelector)
            {
                TAccumulate result = seed;
                foreach (TSource item in source) { result = func(result, item); }
                return resultSelector(result);
            }
        """;
}
