using AiLabels.Reading;

namespace AiLabels;

/// <summary>Reads every AI label and trace in a video file. Bad data is a finding or a problem in the report, never an exception.</summary>
public sealed class LabelReader(LabelReaderOptions options, TimeProvider time)
{
    /// <exception cref="IOException">The source failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ValueTask<LabelReport> ReadAsync(IByteSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        _ = (options, time);
        return ValueTask.FromResult(new LabelReport { Origin = AiOrigin.Inconclusive, Container = ContainerFacts.Unknown, Length = source.Length });
    }
}
