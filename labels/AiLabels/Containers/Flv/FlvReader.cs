using AiLabels.Containers.Video;
using AiLabels.Reading;
using AiLabels.Reports;

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
                inspection.AddUnreadMedia(position, inspection.Bytes.Length, isWhole: await FlvTag.EndsWithOneAsync(inspection.Bytes));
                return;
            }

            (var tag, problem) = await FlvTag.ReadAsync(inspection.Bytes, position);
            if (tag is { Type: FlvTag.Script } script)
            {
                inspection.CountBox();
                await new ScriptReader(inspection, _facts).ReadAsync(script);
            }
            else if (tag is { Type: FlvTag.Video } video && _samples < SeiReader.MaxSamples && _videoTags++ < MaxVideoTags)
            {
                await ReadVideoAsync(video);
            }
            else if (tag is null && _hasTags)
            {
                if (await SkipDamageAsync(position) is { } next)
                {
                    (position, problem) = (next, null);
                    continue;
                }

                problem = await FindTrailerAsync(position) ?? problem;
            }

            _hasTags |= tag is not null;
            position = tag?.End ?? inspection.Bytes.Length;
        }

        if (problem is not null)
        {
            inspection.Add(problem);
        }
    }

    /// <summary>Of a long rest the tags that may follow have not been searched for.</summary>
    private ValueTask<Problem?> FindTrailerAsync(long position) => inspection.Bytes.Length - position <= FlvTag.MaxGap
        ? Trailer.FindAsync(inspection.Bytes, position)
        : default;

    /// <returns>Where the next tag begins; null if there is none near.</returns>
    private async ValueTask<long?> SkipDamageAsync(long position)
    {
        if (await FlvTag.FindNextAsync(inspection.Bytes, position) is not { } next)
        {
            return null;
        }

        inspection.Add(await Trailer.BetweenAsync(inspection.Bytes, position, next, "FLV"));
        return next;
    }

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
}
