using AiLabels;
using AiLabels.Gb45438;
using AiLabels.Pixels.Visible;
using AiLabels.Reports;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Orchestration;
using VideoGate.Publishing.Signing;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Creates labelled copies with limited parallelism: encoding is the most expensive step.</summary>
public sealed class Labeller : IDisposable
{
    private readonly EvidenceStore _evidence;
    private readonly BlobStorage _storage;
    private readonly TimeProvider _time;
    private readonly LabellingOptions _options;
    private readonly OriginalArchive _originals;
    private readonly LabelledCopyWriter _copy;
    private readonly CopyInspection _inspection;
    private readonly LimitedPlaces _encoders;
    private readonly LimitedPlaces _writers;

    public Labeller(
        BlobStorage storage, EvidenceStore evidence, LabelReader reader, ExplicitLabelReader pictures, CopySigner signer,
        IOptions<LabellingOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_evidence, _storage, _time, _options) = (evidence, storage, time, options.Value);
        _originals = new(storage, evidence, reader);
        _copy = new(storage, evidence, signer, options);
        _inspection = new(storage, pictures, evidence, time);
        _encoders = new(options.Value.MaxParallelVideos, options.Value.MaxParallelVideos, time);
        _writers = new(options.Value.MaxParallelCopies, options.Value.MaxParallelCopies, time);
    }

    /// <returns>
    /// The problem that prevents publication; a time to wait while other copies are made; or neither if the copy passed inspection.
    /// </returns>
    /// <exception cref="StorageOutageException">Storage does not respond; the video is not at fault.</exception>
    /// <exception cref="InvalidOperationException">A required program is not installed.</exception>
    internal async Task<LabelledVideo> LabelAsync(ModerationCase decided, DueLabel due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decided);
        // A label in metadata takes seconds, and does not wait behind an encoding that takes minutes.
        var places = due.Order.Explicit is ExplicitChoice.None ? _writers : _encoders;
        var (entered, wait) = await places.EnterAsync(decided.CaseId, cancellationToken);
        using var place = entered;
        try
        {
            return place is null ? new(null, wait) : new(await RunAsync(decided, due, cancellationToken));
        }
        catch (FileNotFoundException missing)
        {
            throw new InvalidOperationException(missing.Message, missing);
        }
        catch (Exception exception) when (StorageOutage.IsTransient(exception))
        {
            throw new StorageOutageException(
                $"The labelled copy of case {decided.CaseId} could not be made because storage does not answer.", exception);
        }
    }

    public void Dispose()
    {
        _encoders.Dispose();
        _writers.Dispose();
    }

    private async Task<LabelProblem?> RunAsync(ModerationCase decided, DueLabel due, CancellationToken cancellationToken)
    {
        if (await _evidence.ReadAsync(decided.CaseId, EvidenceFiles.Labelling, EvidenceJson.Default.LabellingResult,
            cancellationToken) is { } earlier && earlier.OrderId == due.OrderId)
        {
            return earlier.Problem;
        }

        var result = await MakeAsync(
            decided, new LabellingResult { OrderId = due.OrderId, Order = due.Order, At = _time.GetUtcNow() }, cancellationToken);
        // Written last: a reader that finds the result finds the copy too.
        await _evidence.WriteAsync(
            decided.CaseId, EvidenceFiles.Labelling, result, EvidenceJson.Default.LabellingResult, cancellationToken);
        return result.Problem;
    }

    private async Task<LabellingResult> MakeAsync(ModerationCase decided, LabellingResult begun, CancellationToken cancellationToken)
    {
        var report = await _evidence.ReadAsync(decided.CaseId, EvidenceFiles.Labels, LabelJson.Default.LabelReport, cancellationToken);
        if (LabelPlan.Refusal(decided, report, begun.Order, _options) is { } refusal)
        {
            return begun with { Problem = refusal };
        }

        if (await _originals.KeepAsync(decided, cancellationToken) is not { } original)
        {
            return begun with { Problem = new("videoGone", "The video is no longer in quarantine.") };
        }

        var bytes = new BlobByteSource(_storage.Blob(original.Location), original.Properties.ETag, original.Length);
        var kept = begun with
        {
            Original = original.Location,
            Credentials = await _originals.KeepCredentialsAsync(decided.CaseId, original, bytes, cancellationToken),
            ContentType = LabelledCopyWriter.Headers(decided, begun.Order, report!).ContentType,
        };
        var written = await _copy.WriteAsync(decided, kept, report!, bytes, cancellationToken);
        return written.Problem is null ? await InspectAsync(decided, written, report!, cancellationToken) : written;
    }

    private async Task<LabellingResult> InspectAsync(
        ModerationCase decided, LabellingResult kept, LabelReport before, CancellationToken cancellationToken)
    {
        var label = LabelPlan.Label(decided, before, _options);
        var (problem, seen, length) = await _inspection.InspectAsync(decided, kept, before, label, cancellationToken);
        return kept with
        {
            Problem = problem,
            ExplicitLabel = seen,
            Length = length,
            Label = label is null ? null : Fields(label),
        };
    }

    private static SortedDictionary<string, string> Fields(LabelToWrite label) => new(StringComparer.Ordinal)
    {
        ["Label"] = label.Label,
        ["ContentProducer"] = label.ContentProducer,
        ["ProduceID"] = label.ProduceId,
        ["ReservedCode1"] = label.ReservedCode1,
        ["ContentPropagator"] = label.ContentPropagator ?? label.ContentProducer,
        ["PropagateID"] = label.PropagateId ?? label.ProduceId,
        ["ReservedCode2"] = label.ReservedCode2,
    };
}
