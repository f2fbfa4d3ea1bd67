using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Http;
using VideoGate.Storage;

namespace VideoGate.Disclosures;

/// <summary>
/// <c>GET /api/published/{caseId}/manifest</c>: downloads the content credentials (C2PA) of the upload that stand beside the published
/// copy. For everybody, as the video is.
/// </summary>
public sealed class GetManifest(CaseStore cases, BlobStorage storage)
{
    private const string ContentType = "application/c2pa";
    private const string Cached = "public, max-age=300";

    [Function(nameof(GetManifest))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/published/{caseId}/manifest")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await cases.GetAsync(caseId, cancellationToken) is not { Case: { State: CaseState.Published } published }
            || Provenance.Of(published).Manifest is not { } manifest
            || await OpenAsync(manifest, cancellationToken) is not { } content)
        {
            return Problems.NotFound.Because("There is no such published video, or no content credentials beside it.");
        }

        request.HttpContext.Response.Headers.CacheControl = Cached;
        return Results.Stream(content.Content, ContentType, $"{published.CaseId}.c2pa");
    }

    private async Task<BlobDownloadStreamingResult?> OpenAsync(BlobLocation manifest, CancellationToken cancellationToken)
    {
        try
        {
            return await storage.Blob(manifest).DownloadStreamingAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }
}
