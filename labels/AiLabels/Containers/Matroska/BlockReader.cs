using AiLabels.Containers.Video;
using AiLabels.Reading;

namespace AiLabels.Containers.Matroska;

/// <summary>Searches for vendor marks in the first blocks of an H.264 or H.265 track, RFC 9559 clause 10.</summary>
internal sealed class BlockReader(InspectionContext inspection, ulong track, NalFormat format)
{
    /// <summary>Maximum number of children read of the cluster; blocks of other tracks are among them.</summary>
    private const int MaxChildren = 64;

    /// <summary>Track number of up to 8 bytes, timestamp, flags.</summary>
    private const int MaxHeaderLength = 11;

    private const int LacingFlags = 0x06;

    public async ValueTask ReadAsync(Element cluster, string path)
    {
        var position = cluster.Payload;
        var samples = 0;
        for (var i = 0; i < MaxChildren && samples < SeiReader.MaxSamples && position < cluster.End; i++)
        {
            var (child, _) = await Element.ReadAsync(inspection.Bytes, position, cluster.End, path);
            if (child is not { } element || ElementId.IsTopLevel(element.Id))
            {
                return;
            }

            if (element.Id is ElementId.SimpleBlock or ElementId.Block && await ReadBlockAsync(element, path))
            {
                samples++;
            }

            position = element.Id == ElementId.BlockGroup ? element.Payload : element.End;
        }
    }

    /// <returns>True if the block holds a sample of the track.</returns>
    private async ValueTask<bool> ReadBlockAsync(Element block, string path)
    {
        var length = (int)Math.Min(block.PayloadLength, MaxHeaderLength + SeiReader.MaxSampleLength);
        var content = (await inspection.Bytes.PeekAsync(block.Payload, length)).Span;
        var numberLength = Element.LengthOf(content);
        if (numberLength > 8 || content.Length < numberLength + 3)
        {
            return false;
        }

        var number = Element.BigEndian(content[..numberLength]) & ((1UL << (7 * numberLength)) - 1);
        if (number != track || (content[numberLength + 2] & LacingFlags) != 0)
        {
            return false;
        }

        inspection.Add(
            SeiReader.Read(content[(numberLength + 3)..], format, block.At($"{path}/Cluster/SEI") with { Clause = format.Clause }));
        return true;
    }
}
