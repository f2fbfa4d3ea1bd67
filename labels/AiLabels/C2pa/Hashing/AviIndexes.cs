using System.Buffers.Binary;
using AiLabels.Containers.Riff;
using AiLabels.Reading;

namespace AiLabels.C2pa.Hashing;

/// <summary>
/// The bytes that players of an AVI file read, according to its indexes: idx1, and those of OpenDML 1.02. An index may point anywhere in
/// the file, into the manifest store as well, which no hash covers.
/// </summary>
/// <remarks>
/// The offsets of idx1 begin at the start of the file, at the movi list or at its first frame; players guess, so each counts.
/// </remarks>
internal sealed class AviIndexes(ByteReader bytes, int maxChunks)
{
    private const int EntryLength = 16;
    private const int ChunkHeaderLength = 8;
    private const int StandardEntryLength = 8;
    private const int IndexHeaderLength = 24;
    private const int TypeLength = 4;
    private const int IndexOfChunks = 1;
    private const uint KeyFrameMask = 0x7FFFFFFF;

    private readonly List<FileRange> _ranges = [];
    private int _chunks;
    private Chunk? _movie;

    public static async ValueTask<bool> IsAviAsync(ByteReader bytes) =>
        await Chunk.ReadAsync(bytes, 0, bytes.Length, "") is { Chunk: { IsList: true, Id: ChunkId.Avi } };

    /// <returns>What is played from outside the given ranges; null if nothing is.</returns>
    /// <exception cref="LimitReachedException">There are more chunks than allowed, or an index is too long.</exception>
    public async ValueTask<string?> FindOutsideAsync(IReadOnlyList<FileRange> hashed)
    {
        var open = new Stack<long>([bytes.Length]);
        for (var position = 0L; open.TryPeek(out var end);)
        {
            if (position >= end || await ChunkAsync(position, end) is not { } chunk)
            {
                position = open.Pop();
                continue;
            }

            if (chunk is { IsList: true, Id: not ChunkId.Movi })
            {
                open.Push(chunk.Offset + chunk.Length);
                position = chunk.Payload;
                continue;
            }

            await ReadAsync(chunk);
            position = chunk.End;
        }

        return PlayedMedia.Outside(_ranges, hashed);
    }

    private async ValueTask<Chunk?> ChunkAsync(long position, long end) => ++_chunks <= maxChunks
        ? (await Chunk.ReadAsync(bytes, position, end, "")).Chunk
        : throw new LimitReachedException("boxes", $"The content hash needs more than {maxChunks} chunks to be visited.");

    private async ValueTask ReadAsync(Chunk chunk)
    {
        switch (chunk.Id)
        {
            case ChunkId.Movi:
                _movie ??= chunk;
                break;
            case ChunkId.Idx1:
                await ReadFirstAsync(await TableAsync(chunk));
                break;
            case ChunkId.Indx:
                await ReadSuperAsync(await TableAsync(chunk));
                break;
        }
    }

    /// <summary>AVIOLDINDEX: type, flags, offset and length of each chunk.</summary>
    private async ValueTask ReadFirstAsync(byte[] index)
    {
        if (_movie is not { } movie || index.Length < EntryLength)
        {
            return;
        }

        var first = Word(index, 8);
        var firstFrame = (await ChunkAsync(movie.Payload, movie.End))?.Offset ?? movie.Payload;
        foreach (var origin in new[] { 0, movie.Payload - TypeLength, firstFrame - first }.Distinct())
        {
            var isPlausible = origin == firstFrame - first || await HasTypeAsync(origin + first, index.AsMemory(0, TypeLength));
            for (var at = 0; isPlausible && at + EntryLength <= index.Length; at += EntryLength)
            {
                Add(origin + Word(index, at + 8), ChunkHeaderLength + (long)Word(index, at + 12));
            }
        }
    }

    private async ValueTask<bool> HasTypeAsync(long offset, ReadOnlyMemory<byte> type) =>
        (await bytes.PeekAsync(offset, TypeLength)).Span.SequenceEqual(type.Span);

    /// <summary>AVISUPERINDEX names indexes; an AVISTDINDEX in its place is one.</summary>
    private async ValueTask ReadSuperAsync(byte[] index)
    {
        if (index.Length >= IndexHeaderLength && index[3] == IndexOfChunks)
        {
            ReadStandard(index);
            return;
        }

        for (var at = IndexHeaderLength; at + EntryLength <= Math.Min(index.Length, IndexHeaderLength + (EntryLength * (long)Count(index)));
            at += EntryLength)
        {
            var place = (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(index.AsSpan(at)), long.MaxValue / 2);
            if (place < bytes.Length && await ChunkAsync(place, bytes.Length) is { } standard)
            {
                Add(standard.Offset, standard.Length);
                ReadStandard(await TableAsync(standard));
            }
        }
    }

    /// <summary>AVISTDINDEX: the base of all offsets, and offset and length of the payload of each chunk.</summary>
    private void ReadStandard(byte[] index)
    {
        if (index.Length < IndexHeaderLength)
        {
            return;
        }

        var origin = (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(index.AsSpan(12)), long.MaxValue / 2);
        var end = Math.Min(index.Length, IndexHeaderLength + (StandardEntryLength * (long)Count(index)));
        for (var at = IndexHeaderLength; at + StandardEntryLength <= end; at += StandardEntryLength)
        {
            Add(origin + Word(index, at), Word(index, at + 4) & KeyFrameMask);
        }
    }

    private static uint Count(byte[] index) => Word(index, 4);

    private static uint Word(byte[] index, int at) => BinaryPrimitives.ReadUInt32LittleEndian(index.AsSpan(at));

    /// <summary>Players read nothing beyond the end of the file.</summary>
    private void Add(long start, long length)
    {
        if (start < bytes.Length && length > 0)
        {
            _ranges.Add(new(start, Math.Min(start + length, bytes.Length)));
        }
    }

    private ValueTask<byte[]> TableAsync(Chunk index) => index.PayloadLength <= PlayedMedia.MaxTableLength
        ? bytes.ReadAsync(index.Payload, (int)index.PayloadLength)
        : throw new LimitReachedException("sampleTable", $"The index of the movie has {index.PayloadLength} bytes.");
}
