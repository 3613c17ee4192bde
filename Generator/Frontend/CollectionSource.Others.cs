namespace Fluxion.Generator.Frontend;

/// <summary>Stacks and queues, and what may have no value.</summary>
internal static partial class CollectionSource
{
    private const string Negative = "throw new ArgumentOutOfRangeException(\"capacity\", capacity, "
        + "$\"capacity ('{capacity}') must be a non-negative value.\");";

    private const string Others = $$"""

        sealed class Stack<T>
        {
            private T[] _items;
            private int _count;
            private int _version;

        {{Growth}}
            public Stack() { _items = new T[0]; }
            public Stack(int capacity)
            {
                if (capacity < 0) { {{Negative}} }
                _items = new T[capacity];
            }
            public Stack(IEnumerable<T> collection)
            {
                _items = Enumerable.ToArray(collection);
                _count = _items.Length;
            }
            public T At(int index) => _items[_count - 1 - index];
            public void Push(T item)
            {
                Reserve(_count + 1);
                _items[_count] = item;
                _count++;
                _version++;
            }
            public T Peek()
            {
                if (_count == 0) { throw new InvalidOperationException("Stack empty."); }
                return _items[_count - 1];
            }
            public T Pop()
            {
                if (_count == 0) { throw new InvalidOperationException("Stack empty."); }
                _count--;
                _version++;
                return _items[_count];
            }
            public bool TryPeek(out T result)
            {
                if (_count == 0) { result = default(T); return false; }
                result = _items[_count - 1];
                return true;
            }
            public bool TryPop(out T result)
            {
                if (_count == 0) { result = default(T); return false; }
                result = Pop();
                return true;
            }
        }

        sealed class Queue<T>
        {
            private T[] _items;
            private int _first;
            private int _count;
            private int _version;

            private void Resize(int capacity)
            {
                T[] items = new T[capacity];
                for (int i = 0; i < _count; i++) { items[i] = At(i); }
                _items = items;
                _first = 0;
            }
            public Queue() { _items = new T[0]; }
            public Queue(int capacity)
            {
                if (capacity < 0) { {{Negative}} }
                _items = new T[capacity];
            }
            public Queue(IEnumerable<T> collection)
            {
                _items = Enumerable.ToArray(collection);
                _count = _items.Length;
            }
            public int Count => _count;
            public int Version => _version;
            public T At(int index)
            {
                int position = _first + index;
                return _items[position >= _items.Length ? position - _items.Length : position];
            }
            public void Clear() { _first = 0; _count = 0; _version++; }
            public T[] ToArray()
            {
                T[] items = new T[_count];
                for (int i = 0; i < _count; i++) { items[i] = At(i); }
                return items;
            }
            public void Enqueue(T item)
            {
                if (_count == _items.Length) { Resize(_items.Length == 0 ? 4 : 2 * _items.Length); }
                int position = _first + _count;
                _items[position >= _items.Length ? position - _items.Length : position] = item;
                _count++;
                _version++;
            }
            public T Peek()
            {
                if (_count == 0) { throw new InvalidOperationException("Queue empty."); }
                return At(0);
            }
            public T Dequeue()
            {
                if (_count == 0) { throw new InvalidOperationException("Queue empty."); }
                T item = At(0);
                _first = _first + 1 == _items.Length ? 0 : _first + 1;
                _count--;
                _version++;
                return item;
            }
            public bool TryPeek(out T result)
            {
                if (_count == 0) { result = default(T); return false; }
                result = At(0);
                return true;
            }
            public bool TryDequeue(out T result)
            {
                if (_count == 0) { result = default(T); return false; }
                result = Dequeue();
                return true;
            }
        }

        struct Nullable<T>
        {
            private readonly bool hasValue;
            private readonly T value;

            public Nullable(T value) { this.hasValue = true; this.value = value; }
            public bool HasValue => hasValue;
            public T Value
            {
                get
                {
                    if (!hasValue) { throw new InvalidOperationException("Nullable object must have a value."); }
                    return value;
                }
            }
            public T GetValueOrDefault() => value;
            public T GetValueOrDefault(T defaultValue) => hasValue ? value : defaultValue;
        }
        """;
}
