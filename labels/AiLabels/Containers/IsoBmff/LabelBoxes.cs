using System.Buffers.Binary;
using AiLabels.C2pa;
using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Xmp;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Boxes that are a label as a whole: AIGC, XMP_ and the uuid boxes of XMP and C2PA.</summary>
internal sealed class LabelBoxes(Inspection inspection)
{
    private readonly List<(ReadOnlyMemory<byte> Jumbf, Source Source)> _stores = [];

    /// <summary>A box named AIGC: the JSON itself, or after version and flags, or after QuickTime's text size and language.</summary>
    public async ValueTask ReadAigcAsync(Box box, string path)
    {
        if (await inspection.ReadValueAsync(box.Payload, box.PayloadLength, box.At(path)) is { } value)
        {
            var hasPrefix = value.Length >= 4
                && (BinaryPrimitives.ReadUInt32BigEndian(value) == 0 || BinaryPrimitives.ReadUInt16BigEndian(value) == value.Length - 4);
            inspection.Add(AigcLabel.Read(value.AsMemory(hasPrefix ? 4 : 0), box.At(path), inspection.Options));
        }
    }

    public async ValueTask ReadXmpAsync(Box box, string path, int start = 0)
    {
        if (await inspection.ReadValueAsync(box.Payload + start, box.PayloadLength - start, box.At(path)) is { } packet)
        {
            inspection.Add(XmpReader.Read(packet, box.At(path), inspection.Options));
        }
    }

    public async ValueTask ReadUuidAsync(Box box, string path)
    {
        var head = await inspection.Bytes.PeekAsync(box.Payload, (int)Math.Min(UuidBox.TypeLength, box.PayloadLength));
        if (head.Length < UuidBox.TypeLength)
        {
            return;
        }

        var type = new Guid(head.Span, bigEndian: true);
        if (type == UuidBox.Xmp)
        {
            await ReadXmpAsync(box, path, UuidBox.TypeLength);
        }
        else if (type == UuidBox.C2pa)
        {
            await LocateStoreAsync(box, path);
        }
    }

    /// <summary>Reads the manifest store once the whole file was walked, so that a second one cannot hide behind the first.</summary>
    public void ReadCredentials()
    {
        if (_stores is not [var (jumbf, source), .. var others])
        {
            return;
        }

        var (report, evidence) = C2paReader.Read(jumbf, source, inspection.Options);
        if (others.Count == 0)
        {
            inspection.Credentials = report;
            inspection.Add(evidence);
            return;
        }

        inspection.Credentials = report with { Integrity = CredentialIntegrity.Broken };
        inspection.Add(evidence with { Findings = [.. evidence.Findings.Select(static f => f.Says > AiOrigin.Suspected ? f with { Says = AiOrigin.Suspected } : f)] });
        inspection.Add(new Problem("c2pa.multipleStores", $"The file holds {_stores.Count} C2PA manifest stores; none can be told to be its own.", others[0].Source));
    }

    private async ValueTask LocateStoreAsync(Box box, string path)
    {
        var payload = await inspection.ReadValueAsync(box.Payload + UuidBox.TypeLength, box.PayloadLength - UuidBox.TypeLength, box.At(path));
        if (payload is null)
        {
            return;
        }

        var (content, start) = C2paBox.Read(payload);
        switch (content)
        {
            case C2paBox.Content.Store:
                var length = payload.Length - start;
                _stores.Add((payload.AsMemory(start), new Source(path, box.End - length, length)));
                break;
            case C2paBox.Content.Unknown:
                inspection.Add(new Problem("container.c2paBox", "A C2PA box has an unknown version or purpose, and was not read.", box.At(path)));
                break;
        }
    }
}
