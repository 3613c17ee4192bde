using System.Security.Cryptography;
using Microsoft.CodeAnalysis.Text;

namespace Fluxion.Generator.Frontend.Caching;

/// <summary>Gathers pieces of text and hashes them; every piece says how long it is, so that none runs into the next.</summary>
internal sealed class TextDigest(SHA256 algorithm)
{
    private char[] _text = new char[256];
    private int _length;

    public void Append(int number)
    {
        Grow(2);
        _text[_length++] = unchecked((char)number);
        _text[_length++] = unchecked((char)(number >> 16));
    }

    public void Append(string text) => Append(text, new TextSpan(0, text.Length));

    public void Append(string text, TextSpan span)
    {
        Append(span.Length);
        Grow(span.Length);
        text.CopyTo(span.Start, _text, _length, span.Length);
        _length += span.Length;
    }

    public void Append(ContentHash hash)
    {
        Append(hash.High);
        Append(hash.Low);
    }

    public void Append(ulong number)
    {
        Append(unchecked((int)number));
        Append(unchecked((int)(number >> 32)));
    }

    /// <summary>The hash of what has been gathered; the next text begins.</summary>
    public ContentHash Take()
    {
        byte[] bytes = new byte[_length * sizeof(char)];
        Buffer.BlockCopy(_text, 0, bytes, 0, bytes.Length);
        byte[] hash = algorithm.ComputeHash(bytes);
        _length = 0;
        return new ContentHash(BitConverter.ToUInt64(hash, 0), BitConverter.ToUInt64(hash, 8));
    }

    private void Grow(int count)
    {
        if (_length + count > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_length + count, 2 * _text.Length));
        }
    }
}
