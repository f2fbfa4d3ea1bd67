using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>Counts what a file makes the reader do, against the limits of <see cref="LabelReaderOptions"/>.</summary>
/// <param name="timeout">Ends the reading; null if nothing does.</param>
internal sealed class ReadingBudget(LabelReaderOptions options, TimeProvider time, CancellationTokenSource? timeout)
{
    private static readonly TimeSpan ExtendEvery = TimeSpan.FromSeconds(1);

    private readonly long _begin = time.GetTimestamp();
    private long? _lastStep;
    private TimeSpan _ofMedia;
    private TimeSpan _extended;
    private int _boxes;
    private int _tracks;
    private int _packets;
    private int _manifestBytes;
    private int _itemBytes;
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
        TakeMediaTime();
        _mediaIsOver |= MediaParts >= options.MaxMediaParts || IsOver(_ofMedia);
        if (!_mediaIsOver)
        {
            MediaParts++;
        }

        return !_mediaIsOver;
    }

    private bool IsOver(TimeSpan ofMedia) =>
        options.MediaTimeout != Timeout.InfiniteTimeSpan && ofMedia > options.MediaTimeout;

    /// <summary>The time since the last step was that of media; the time for everything else begins to run again behind them.</summary>
    private void TakeMediaTime()
    {
        var now = time.GetTimestamp();
        _ofMedia += _lastStep is { } last ? time.GetElapsedTime(last, now) : TimeSpan.Zero;
        _lastStep = now;
        if (_ofMedia - _extended > ExtendEvery && options.Timeout != Timeout.InfiniteTimeSpan)
        {
            _extended = _ofMedia;
            var left = options.Timeout - (time.GetElapsedTime(_begin, now) - _ofMedia);
            timeout?.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
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

    /// <returns>False if the metadata items together would be too long.</returns>
    public bool TryTakeItemBytes(long length)
    {
        var fits = length <= options.MaxValueLength - _itemBytes;
        _itemBytes += fits ? (int)length : 0;
        return fits;
    }
}
