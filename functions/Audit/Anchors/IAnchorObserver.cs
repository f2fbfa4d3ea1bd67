namespace VideoGate.Audit.Anchors;

/// <summary>Observes manifests before they are written: an announced one may not have been written, a written one was announced.</summary>
public interface IAnchorObserver
{
    Task BeforeWriteAsync(string name, CancellationToken cancellationToken);
}
