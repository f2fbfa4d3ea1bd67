using System.Buffers.Binary;
using System.Security.Cryptography;
using AiLabels.C2pa.Hashing;

namespace AiLabels.Tests.C2pa;

public sealed class HashPieceTests
{
    [Fact]
    public void Cover_RandomExclusionsAndMarkers_HashesWhatTheSpecificationSays()
    {
        var random = new Random(18_6_2);
        for (var round = 0; round < 500; round++)
        {
            var file = new byte[random.Next(0, 200)];
            random.NextBytes(file);
            var excluded = Enumerable.Range(0, random.Next(5)).Select(_ => Range(random, file.Length)).ToList();
            long[] markers =
                [.. Enumerable.Range(0, random.Next(5)).Select(_ => (long)random.Next(file.Length + 1))
                    .Where(marker => marker < file.Length).Distinct().Order()];

            var hash = HashInBlocks(file, HashPiece.Cover(0, file.Length, FileRange.Union(excluded), markers), random);

            Assert.Equal(Expected(file, excluded, markers), hash);
        }
    }

    [Fact]
    public void Append_SeveralHashes_EndWhereTheirPiecesSay()
    {
        byte[] file = [1, 2, 3, 4, 5, 6, 7, 8];
        using var sequence =
            new HashSequence(HashAlgorithmName.SHA256, [new(0, 3, EndsHash: true), new(3, 3, EndsHash: true), new(5, 8, EndsHash: true)]);

        sequence.Append(0, file);
        sequence.Append(file.Length, []);

        Assert.Equal([SHA256.HashData([1, 2, 3]), SHA256.HashData([]), SHA256.HashData([6, 7, 8])], sequence.Results);
    }

    private static FileRange Range(Random random, int length)
    {
        var start = random.Next(length + 1);
        return new(start, random.Next(start, length + 1));
    }

    private static byte[] HashInBlocks(byte[] file, IReadOnlyList<HashPiece> pieces, Random random)
    {
        using var sequence = new HashSequence(HashAlgorithmName.SHA256, pieces);
        for (var offset = 0; offset < file.Length;)
        {
            var length = Math.Min(random.Next(1, 64), file.Length - offset);
            sequence.Append(offset, file.AsSpan(offset, length));
            offset += length;
        }

        sequence.Append(file.Length, []);
        return Assert.Single(sequence.Results);
    }

    /// <summary>Byte by byte: the marker of an offset, then the byte unless it is excluded.</summary>
    private static byte[] Expected(byte[] file, List<FileRange> excluded, long[] markers)
    {
        var input = new List<byte>();
        for (var i = 0; i < file.Length; i++)
        {
            if (markers.Contains(i))
            {
                var marker = new byte[8];
                BinaryPrimitives.WriteInt64BigEndian(marker, i);
                input.AddRange(marker);
            }

            if (!excluded.Exists(range => i >= range.Start && i < range.End))
            {
                input.Add(file[i]);
            }
        }

        return SHA256.HashData([.. input]);
    }
}
