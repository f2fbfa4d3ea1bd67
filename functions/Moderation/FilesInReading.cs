using VideoGate.Cases.Orchestration;

namespace VideoGate.Moderation;

/// <summary>
/// Limits how many files this process reads for labels at a time to half of the host's activity slots: a signed file is read whole, and a
/// long recording from end to end, for minutes.
/// </summary>
public sealed class FilesInReading(TimeProvider time) : IDisposable
{
    private const int Places = 8;

    private readonly LimitedPlaces _places = new(Places, inside: 0, time);

    /// <inheritdoc cref="LimitedPlaces.EnterAsync"/>
    public Task<(IDisposable? Place, TimeSpan Wait)> EnterAsync(string caseId, CancellationToken cancellationToken) =>
        _places.EnterAsync(caseId, cancellationToken);

    public void Dispose() => _places.Dispose();
}
