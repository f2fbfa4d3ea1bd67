using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>Counts what a file makes the reader do, against the limits of <see cref="LabelReaderOptions"/>.</summary>
internal sealed class ReadingBudget(LabelReaderOptions options, TimeProvider time)
{
    private readonly long _begin = time.GetTimestamp();
    private int _boxes;
    private int _tracks;
    private int _packets;
    private int _manifestBytes;
    private bool _mediaIsOver;

    public int MediaParts { get; private set; }

    /// <exception cref="LimitReachedException">There are too many.</exception>
    public void CountBox()
    {
        if (++_boxes > options.MaxBoxes)
        {
            throw new LimitReachedException("boxes", $"The file contains more than {options.MaxBoxes} boxes.");
        }
    }

    public bool TryStepOverMedia()
    {
        _mediaIsOver |= MediaParts >= options.MaxMediaParts
            || (options.Timeout != Timeout.InfiniteTimeSpan && time.GetElapsedTime(_begin) > options.Timeout / 2);
        if (!_mediaIsOver)
        {
            MediaParts++;
        }

        return !_mediaIsOver;
    }

    /// <exception cref="LimitReachedException">There are too many.</exception>
    public void CountTrack()
    {
        if (++_tracks > options.MaxTracks)
        {
            throw new LimitReachedException("tracks", $"The file contains more than {options.MaxTracks} tracks.");
        }
    }

    /// <exception cref="LimitReachedException">There are too many.</exception>
    public void CountPacket()
    {
        if (++_packets > InspectionContext.MaxPackets)
        {
            throw new LimitReachedException("packets", $"The file contains more than {InspectionContext.MaxPackets} XMP packets.");
        }
    }

    /// <returns>False if the stores together would be too long.</returns>
    public bool TryTakeManifestBytes(long length)
    {
        var fits = length <= options.MaxManifestStoreLength - _manifestBytes;
        _manifestBytes += fits ? (int)length : 0;
        return fits;
    }
}
