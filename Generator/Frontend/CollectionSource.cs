namespace Fluxion.Generator.Frontend;

/// <summary>
/// The library's collections as classes with source, whose memory is arrays: they have the members, the exceptions and the
/// growth of those they stand for. <c>At</c>, the count and the version are what going through them needs. A member that is
/// not here is refused.
/// </summary>
internal static partial class CollectionSource
{
    private const string Head = $"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace {NumericSource.Namespace};

        """;

    /// <summary>The source of all of them.</summary>
    public const string Text = Head + Lists + Others + Arrays;

    private const string Outside =
        "throw new ArgumentOutOfRangeException(\"index\", \"Index was out of range. "
        + "Must be non-negative and less than the size of the collection.\");";

    private const string Changed =
        "throw new InvalidOperationException(\"Collection was modified; enumeration operation may not execute.\");";

    // Memory grows as the library's does: to four elements, then to twice as many.
    private const string Growth = """
            private void Reserve(int count)
            {
                if (count > _items.Length)
                {
                    int capacity = _items.Length == 0 ? 4 : 2 * _items.Length;
                    Resize(capacity < count ? count : capacity);
                }
            }
            private void Resize(int capacity)
            {
                T[] items = new T[capacity];
                for (int i = 0; i < _count; i++) { items[i] = _items[i]; }
                _items = items;
            }
            public int Count => _count;
            public int Version => _version;
            public void Clear() { _count = 0; _version++; }
            public int EnsureCapacity(int capacity)
            {
                if (capacity < 0) { throw new ArgumentOutOfRangeException("capacity", "Non-negative number required."); }
                Reserve(capacity);
                return _items.Length;
            }
            public T[] ToArray()
            {
                T[] items = new T[_count];
                for (int i = 0; i < _count; i++) { items[i] = At(i); }
                return items;
            }
        """;

    private const string Lists = $$"""
        sealed class List<T>
        {
            private T[] _items;
            private int _count;
            private int _version;

        {{Growth}}
            public List() { _items = new T[0]; }
            public List(int capacity)
            {
                if (capacity < 0) { throw new ArgumentOutOfRangeException("capacity", "Non-negative number required."); }
                _items = new T[capacity];
            }
            public List(IEnumerable<T> collection)
            {
                _items = Enumerable.ToArray(collection);
                _count = _items.Length;
            }
            public T At(int index) => _items[index];
            public int Capacity
            {
                get { return _items.Length; }
                set
                {
                    if (value < _count) { throw new ArgumentOutOfRangeException("value", "capacity was less than the current size."); }
                    Resize(value);
                }
            }
            public T this[int index]
            {
                get
                {
                    if (index < 0 | index >= _count) { {{Outside}} }
                    return _items[index];
                }
                set
                {
                    if (index < 0 | index >= _count) { {{Outside}} }
                    _items[index] = value;
                    _version++;
                }
            }
            public void Add(T item)
            {
                Reserve(_count + 1);
                _items[_count] = item;
                _count++;
                _version++;
            }
            public void AddRange(IEnumerable<T> collection)
            {
                if (collection is ICollection<T>)
                {
                    Open(_count, Enumerable.ToArray(collection));
                }
                else
                {
                    foreach (T item in collection) { Add(item); }
                }
            }
            private void Open(int index, T[] added)
            {
                Reserve(_count + added.Length);
                for (int i = _count - 1; i >= index; i--) { _items[i + added.Length] = _items[i]; }
                for (int i = 0; i < added.Length; i++) { _items[index + i] = added[i]; }
                _count += added.Length;
                _version += added.Length;
            }
            public void Insert(int index, T item)
            {
                if (index < 0 | index > _count)
                {
                    throw new ArgumentOutOfRangeException("index", "Index must be within the bounds of the List.");
                }
                Reserve(_count + 1);
                for (int i = _count; i > index; i--) { _items[i] = _items[i - 1]; }
                _items[index] = item;
                _count++;
                _version++;
            }
            public void InsertRange(int index, IEnumerable<T> collection)
            {
                if (index < 0 | index > _count)
                {
                    throw new ArgumentOutOfRangeException("index", "Index was out of range. "
                        + "Must be non-negative and less than or equal to the size of the collection.");
                }
                if (collection is ICollection<T>)
                {
                    Open(index, Enumerable.ToArray(collection));
                }
                else
                {
                    foreach (T item in collection) { Insert(index, item); index++; }
                }
            }
            public void RemoveAt(int index)
            {
                if (index < 0 | index >= _count) { {{Outside}} }
                _count--;
                for (int i = index; i < _count; i++) { _items[i] = _items[i + 1]; }
                _version++;
            }
            public void RemoveRange(int index, int count)
            {
                CheckRange(index, count);
                _count -= count;
                for (int i = index; i < _count; i++) { _items[i] = _items[i + count]; }
                _version += count;
            }
            private void CheckRange(int index, int count)
            {
                if (index < 0) { throw new ArgumentOutOfRangeException("index", "Non-negative number required."); }
                if (count < 0) { throw new ArgumentOutOfRangeException("count", "Non-negative number required."); }
                if (_count - index < count)
                {
                    throw new ArgumentException("Offset and length were out of bounds for the array or count is greater than "
                        + "the number of elements from index to the end of the source collection.");
                }
            }
            public int RemoveAll(Predicate<T> match)
            {
                int kept = 0;
                for (int i = 0; i < _count; i++)
                {
                    T item = _items[i];
                    if (!match(item)) { _items[kept] = item; kept++; }
                }
                int removed = _count - kept;
                _count = kept;
                _version += removed;
                return removed;
            }
            public bool Contains(T item) => IndexOf(item) >= 0;
            public int IndexOf(T item) => ArrayMembers.IndexOf(_items, item, 0, _count);
            public bool Remove(T item)
            {
                int index = IndexOf(item);
                if (index < 0) { return false; }
                RemoveAt(index);
                return true;
            }
            public void Sort()
            {
                ArrayMembers.Sort(_items, 0, _count);
                _version++;
            }
            public void Reverse() { Reverse(0, _count); }
            public void Reverse(int index, int count)
            {
                CheckRange(index, count);
                for (int i = index, j = index + count - 1; i < j; i++, j--)
                {
                    T item = _items[i];
                    _items[i] = _items[j];
                    _items[j] = item;
                }
                _version++;
            }
            public List<T> GetRange(int index, int count)
            {
                CheckRange(index, count);
                List<T> part = new List<T>(count);
                for (int i = 0; i < count; i++) { part.Add(_items[index + i]); }
                return part;
            }
            public List<T> Slice(int start, int length) => GetRange(start, length);
            public void CopyTo(T[] array) { CopyTo(array, 0); }
            public void CopyTo(T[] array, int arrayIndex)
            {
                if (arrayIndex < 0)
                {
                    throw new ArgumentOutOfRangeException("destinationIndex", arrayIndex,
                        $"destinationIndex ('{arrayIndex}') must be greater than or equal to '0'.");
                }
                if (_count > array.Length - arrayIndex)
                {
                    throw new ArgumentException("Destination array was not long enough. Check the destination index, "
                        + "length, and the array's lower bounds.", "destinationArray");
                }
                for (int i = 0; i < _count; i++) { array[arrayIndex + i] = _items[i]; }
            }
            public void ForEach(Action<T> action)
            {
                int version = _version;
                for (int i = 0; i < _count; i++)
                {
                    action(_items[i]);
                    if (version != _version) { {{Changed}} }
                }
            }
            public bool Exists(Predicate<T> match) => FindIndex(match) >= 0;
            public bool TrueForAll(Predicate<T> match)
            {
                for (int i = 0; i < _count; i++) { if (!match(_items[i])) { return false; } }
                return true;
            }
            public int FindIndex(Predicate<T> match)
            {
                for (int i = 0; i < _count; i++) { if (match(_items[i])) { return i; } }
                return -1;
            }
            public int FindLastIndex(Predicate<T> match)
            {
                for (int i = _count - 1; i >= 0; i--) { if (match(_items[i])) { return i; } }
                return -1;
            }
            public T Find(Predicate<T> match)
            {
                for (int i = 0; i < _count; i++) { if (match(_items[i])) { return _items[i]; } }
                return default(T);
            }
            public T FindLast(Predicate<T> match)
            {
                for (int i = _count - 1; i >= 0; i--) { if (match(_items[i])) { return _items[i]; } }
                return default(T);
            }
            public List<T> FindAll(Predicate<T> match)
            {
                List<T> found = new List<T>();
                for (int i = 0; i < _count; i++) { if (match(_items[i])) { found.Add(_items[i]); } }
                return found;
            }
            public List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter)
            {
                List<TOutput> converted = new List<TOutput>(_count);
                for (int i = 0; i < _count; i++) { converted.Add(converter(_items[i])); }
                return converted;
            }
        }
        """;
}
