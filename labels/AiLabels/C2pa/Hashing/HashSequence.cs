using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AiLabels.C2pa.Hashing;

/// <summary>Computes one or more hashes over ordered, disjoint pieces of the file, block by block in one pass.</summary>
internal sealed class HashSequence(HashAlgorithmName algorithm, IReadOnlyList<HashPiece> pieces) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(algorithm);
    private readonly List<byte[]> _results = [];
    private int _next;
    private bool _begun;

    /// <summary>Ranges of the file that go into the hashes.</summary>
    public IEnumerable<FileRange> Hashed =>
        pieces.Where(static piece => piece.Start < piece.End).Select(static piece => new FileRange(piece.Start, piece.End));

    /// <summary>Finished hashes, in the order of their last pieces.</summary>
    public IReadOnlyList<byte[]> Results => _results;

    /// <param name="offset">Offset of the block in the file; blocks arrive in order and without gaps.</param>
    /// <param name="block">Its bytes; an empty block at the end of the file finishes pieces that end there.</param>
    public void Append(long offset, ReadOnlySpan<byte> block)
    {
        var end = offset + block.Length;
        while (_next < pieces.Count && pieces[_next] is var piece && piece.Start <= end)
        {
            Begin(piece);
            var from = Math.Max(piece.Start, offset);
            var to = Math.Min(piece.End, end);
            if (to > from)
            {
                _hash.AppendData(block[(int)(from - offset)..(int)(to - offset)]);
            }

            if (piece.End > end)
            {
                return;
            }

            Finish(piece);
        }
    }

    public void Dispose() => _hash.Dispose();

    private void Begin(HashPiece piece)
    {
        if (!_begun && piece.Marker is { } marker)
        {
            Span<byte> encoded = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64BigEndian(encoded, marker);
            _hash.AppendData(encoded);
        }

        _begun = true;
    }

    private void Finish(HashPiece piece)
    {
        _begun = false;
        _next++;
        if (piece.EndsHash)
        {
            _results.Add(_hash.GetHashAndReset());
        }
    }
}
