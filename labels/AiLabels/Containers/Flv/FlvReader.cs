using AiLabels.Containers.Video;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.Flv;

/// <summary>Reads FLV, Adobe Flash Video File Format Specification 10.1 annex E.</summary>
internal sealed class FlvReader(InspectionContext inspection) : IContainerReader
{
    /// <summary>Maximum number of video tags that are read for vendors' marks; those of a codec without marks would all be.</summary>
    private const int MaxVideoTags = 64;

    private readonly FlvFacts _facts = new();
    private readonly FlvVideo _video = new();
    private int _samples;
    private int _videoTags;
    private bool _hasTags;

    public ContainerFacts Facts => _facts.ToContainerFacts();

    public ValueTask ListAsync(TreeWalk tree) => new TagList(inspection).ReadAsync(tree);

    /// <remarks>
    /// onMetaData and onXMPData should come first (E.5). Writers of live streams put them anywhere, so every tag is stepped over.
    /// </remarks>
    public async ValueTask ReadAsync()
    {
        var (position, problem) = await FlvTag.FindFirstAsync(inspection.Bytes);
        while (problem is null && position < inspection.Bytes.Length)
        {
            if (!inspection.TryStepOverMedia())
            {
                inspection.AddUnreadMedia(position, inspection.Bytes.Length);
                return;
            }

            (var tag, problem) = await FlvTag.ReadAsync(inspection.Bytes, position);
            if (tag is { Type: FlvTag.Script } script)
            {
                inspection.CountBox();
                await ReadScriptAsync(script);
            }
            else if (tag is { Type: FlvTag.Video } video && _samples < SeiReader.MaxSamples && _videoTags++ < MaxVideoTags)
            {
                await ReadVideoAsync(video);
            }
            else if (tag is null && _hasTags)
            {
                problem = await Trailer.FindAsync(inspection.Bytes, position) ?? problem;
            }

            _hasTags |= tag is not null;
            position = tag?.End ?? inspection.Bytes.Length;
        }

        if (problem is not null)
        {
            inspection.Add(problem);
        }
    }

    public static string PathOf(string script, string name) =>
        $"{script.Truncate(MetadataTag.MaxNameLength)}/{MetadataTag.Shorten(name)}";

    private async ValueTask ReadVideoAsync(FlvTag tag)
    {
        var data = await inspection.Bytes.PeekAsync(
            tag.Payload, Math.Min(tag.PayloadLength, FlvVideo.MaxHeaderLength + SeiReader.MaxSampleLength));
        var hadFormat = _video.Format is not null;
        var start = _video.Read(data.Span);
        if (_video.Format is not { } format)
        {
            return;
        }

        var source = new Source("video/SEI", tag.Offset, tag.Length, format.Clause);
        if (!hadFormat)
        {
            inspection.Add(SeiReader.ReadTrack(format, source));
        }

        if (start is { } sample)
        {
            _samples++;
            inspection.Add(SeiReader.Read(data.Span[sample..], format, source));
        }
    }

    private async ValueTask ReadScriptAsync(FlvTag tag)
    {
        var source = new Source("script", tag.Offset, tag.Length);
        if (await inspection.ReadValueAsync(tag.Payload, tag.PayloadLength, source) is not { } script)
        {
            return;
        }

        var name = "";
        var members = new List<AmfMember>();
        try
        {
            var data = new Amf0(script, inspection.Options.MaxDepth);
            name = data.ReadName();
            data.ReadMembers(members);
        }
        catch (InvalidDataException e)
        {
            inspection.Add(
                new Problem("container.damaged", $"The script tag at byte {tag.Offset} cannot be read completely: {e.Message}.", source));
        }

        Read(name, members, source);
    }

    private void Read(string script, List<AmfMember> members, Source source)
    {
        foreach (var (name, text, number, _, _, _) in members)
        {
            var place = source with { Path = PathOf(script, name) };
            switch (script, name)
            {
                case ("onXMPData", "liveXML") when text is not null:
                    inspection.CountPacket();
                    inspection.Add(XmpReader.Read(text, place, inspection.Options));
                    break;
                case ("onMetaData", _) when text is not null:
                    var tag = new MetadataTag(name, text, place);
                    _facts.Encoder ??= tag.Encoder;
                    inspection.Add(tag.Read(inspection.Options));
                    break;
                case ("onMetaData", _) when number is { } value:
                    _facts.Read(name, value);
                    break;
            }
        }
    }
}
