using System.Numerics;
using System.Runtime.CompilerServices;

namespace Fluxion.Training;

/// <content>Raw files of numbers, mapped into memory.</content>
public static partial class DataSet
{
    /// <summary>Maps a raw little-endian file: columns one after another, nothing else.</summary>
    /// <remarks>
    /// Nothing is read before it is needed, and the file may be larger than memory; a single column may have up to 2³¹
    /// − 1 values. A file of records is one column as wide as a record. The file must not be changed meanwhile, and the
    /// data set is to be disposed of.
    /// </remarks>
    /// <typeparam name="T">The type of the values, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="columns">For each column its name and width, in the order of the file.</param>
    /// <returns>The data set, which cannot be changed.</returns>
    /// <exception cref="ArgumentException">There is no column, or a width is not positive.</exception>
    /// <exception cref="InvalidDataException">The file is empty, or its size is not that of whole rows.</exception>
    public static DataSet<T> MapBinary<T>(string path, params IEnumerable<(string Name, int Width)> columns)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(columns);
        MappedFile.CheckEndianness();
        (string Name, int Width)[] layout = [.. columns];
        long rowSize = 0;

        foreach ((string name, int width) in layout)
        {
            rowSize += width > 0
                ? (long)width * Unsafe.SizeOf<T>()
                : throw new ArgumentException($"Column '{name}' has the width {width}.", nameof(columns));
        }

        if (rowSize == 0)
        {
            throw new ArgumentException("A data set needs a column.", nameof(columns));
        }

        long size = new FileInfo(path).Length;
        long rows = size / rowSize;

        if (size == 0 || size % rowSize != 0)
        {
            throw new InvalidDataException($"'{path}' has {size} bytes, which are no whole rows of {rowSize} bytes.");
        }

        if (rows * layout.Max(column => column.Width) > int.MaxValue)
        {
            throw new InvalidDataException($"'{path}' has {rows} rows: a column has more than {int.MaxValue} values.");
        }

        return Map<T>(new MappedFile(path), layout, (int)rows);
    }

    private static DataSet<T> Map<T>(MappedFile file, (string Name, int Width)[] layout, int rows)
        where T : IFloatingPointIeee754<T>
    {
        try
        {
            List<DataColumn<T>> mapped = [];
            long offset = 0;

            foreach ((string name, int width) in layout)
            {
                MappedMemory<T> memory = new(file, offset, rows * width);
                mapped.Add(new DataColumn<T>(name, memory.Memory, width));
                offset += (long)rows * width * Unsafe.SizeOf<T>();
            }

            return new DataSet<T>(file, mapped);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
