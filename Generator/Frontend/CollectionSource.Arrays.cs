namespace Fluxion.Generator.Frontend;

/// <summary>What lists do with the elements of their array.</summary>
internal static partial class CollectionSource
{
    /// <summary>The class that has it.</summary>
    public const string ArrayMembers = "ArrayMembers";

    // Numbers that are equal cannot be told apart, so that any order of them is the library's.
    private const string Arrays = $$"""

        static class {{ArrayMembers}}
        {
            public static int IndexOf<T>(T[] array, T value, int index, int count)
            {
                for (int i = index; i < index + count; i++)
                {
                    if (EqualityComparer<T>.Default.Equals(array[i], value)) { return i; }
                }
                return -1;
            }
            public static void Sort<T>(T[] array, int index, int count)
            {
                T[] merged = new T[count];
                for (int width = 1; width < count; width *= 2)
                {
                    for (int low = 0; low < count; low += 2 * width)
                    {
                        int middle = Math.Min(low + width, count);
                        int high = Math.Min(low + 2 * width, count);
                        int i = low;
                        int j = middle;
                        for (int k = low; k < high; k++)
                        {
                            if (j >= high || (i < middle && Comparer<T>.Default.Compare(array[index + i], array[index + j]) <= 0))
                            {
                                merged[k] = array[index + i];
                                i++;
                            }
                            else
                            {
                                merged[k] = array[index + j];
                                j++;
                            }
                        }
                    }
                    for (int k = 0; k < count; k++) { array[index + k] = merged[k]; }
                }
            }
        }
        """;
}
