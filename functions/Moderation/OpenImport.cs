using Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Detectors;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>
/// Opens the case of a video that was published before the gate knew it. Nothing is copied or changed: the steps that follow read this
/// version where it is. It counts against no limit of its uploader; the import bounds its rate.
/// </summary>
public sealed class OpenImport(BlobStorage storage, CaseStore cases, CaseOpening opening, IOptions<DetectorOptions> detectors)
{
    /// <returns>The video to inspect; none if this version is no longer published, in which case no case is opened.</returns>
    /// <exception cref="StorageOutageException">Storage does not respond; safe to retry.</exception>
    [Function(nameof(OpenImport))]
    public async Task<OpenedCase> RunAsync([ActivityTrigger] CaseRequest input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var asksDetectors = detectors.Value.Endpoints.Count > 0;
        if (await cases.GetAsync(input.CaseId, cancellationToken) is { } known)
        {
            await opening.OpenAsync(known, input, TakenIn.Refused(default), known.Case.Submission, cancellationToken);
            return new(known.Case.Held, AskDetectors: asksDetectors);
        }

        if (await FindAsync(input.Request.Upload, cancellationToken) is not { } taken)
        {
            return new(null);
        }

        var submission = input.Request.Import!.Complete(Submissions.Read(ticket: null, taken.Metadata));
        var opened = await opening.OpenAsync(known: null, input, taken, submission, cancellationToken);
        return new(opened.Held, AskDetectors: asksDetectors);
    }

    private async Task<TakenIn?> FindAsync(UploadedVideo video, CancellationToken cancellationToken)
    {
        var place = new BlobLocation(Containers.Published, video.Name);
        if (await storage.GetIfMatchesAsync(place, new ETag(video.ETag), cancellationToken) is not { } found)
        {
            return null;
        }

        var held = new HeldVideo(place, found.ETag.ToString(), found.ContentLength);
        try
        {
            return new(held, null, await ContentFingerprint.OfAsync(held.Open(storage), cancellationToken), found.Metadata);
        }
        catch (UploadGoneException)
        {
            return null;
        }
        catch (IOException exception)
        {
            throw new StorageOutageException("A published video cannot be read.", exception);
        }
    }
}
