using System.Buffers;
using AiLabels.Reading;

namespace AiLabels.C2pa.Hashing;

/// <summary>Hashes to compute over the file, and the comparison with the values in the manifest.</summary>
internal sealed record HashCheck(HashSequence Sequence, Func<IReadOnlyList<byte[]>, bool> Matches)
{
    private const int BlockLength = 1 << 20;

    /// <summary>Reads the file once from start to end for all checks, reading the next block while the previous one is hashed.</summary>
    /// <returns>True if every check matches.</returns>
    public static async ValueTask<bool> RunAsync(IReadOnlyList<HashCheck> checks, ByteReader bytes, CancellationToken cancellation)
    {
        var block = Allocate(bytes.Length);
        var other = Allocate(bytes.Length - block.Length);
        var length = await bytes.ReadBlockAsync(0, block, cancellation);
        for (long offset = 0; ;)
        {
            var (next, target) = (offset + length, other);
            var reading =
                next == bytes.Length ? Task.FromResult(0) : Task.Run(async () => await bytes.ReadBlockAsync(next, target, cancellation));
            foreach (var check in checks)
            {
                check.Sequence.Append(offset, block.AsSpan(0, length));
            }

            if (length == 0)
            {
                ArrayPool<byte>.Shared.Return(block);
                ArrayPool<byte>.Shared.Return(other);
                return checks.All(check => check.Matches(check.Sequence.Results));
            }

            (block, other, offset, length) = (other, block, next, await reading);
        }
    }

    /// <summary>A cancelled pass does not return its blocks to the pool: a pending read may still write to one.</summary>
    private static byte[] Allocate(long wanted) => ArrayPool<byte>.Shared.Rent((int)Math.Clamp(wanted, 0, BlockLength));
}
