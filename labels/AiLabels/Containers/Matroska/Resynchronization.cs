using System.Buffers.Binary;
using AiLabels.Reading;

namespace AiLabels.Containers.Matroska;

/// <summary>
/// Finds the next child of a segment after damage: their IDs are four bytes long so that readers can (RFC 8794 clause 5).
/// </summary>
internal static class Resynchronization
{
    /// <summary>Maximum number of bytes searched after one place of damage.</summary>
    private const int MaxLength = 1 << 20;

    private const int BlockLength = 8 << 10;

    /// <returns>Its offset; null if none is near.</returns>
    public static async ValueTask<long?> FindAsync(ByteReader bytes, long damage, long end, string parent)
    {
        for (var position = damage + 1; position < Math.Min(end, damage + MaxLength); position += BlockLength - sizeof(uint))
        {
            var block = (await bytes.PeekAsync(position, (int)Math.Min(BlockLength, end - position))).ToArray();
            for (var i = 0; i + sizeof(uint) <= block.Length; i++)
            {
                if (ElementId.IsTopLevel(BinaryPrimitives.ReadUInt32BigEndian(block.AsSpan(i)))
                    && await Element.ReadAsync(bytes, position + i, end, parent) is ({ }, null))
                {
                    return position + i;
                }
            }
        }

        return null;
    }
}
