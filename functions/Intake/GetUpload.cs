using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Http;

namespace VideoGate.Intake;

/// <summary>
/// <c>GET /api/uploads/{uploadId}</c>: returns an upload with its state, the state of its case or why there is none, and an address that
/// plays it once it is published. With <c>wait</c>, in seconds, it answers when the upload has come to an end or the time is over.
/// </summary>
public sealed class GetUpload(UploadProgress progress, UploadWait waiting)
{
    [Function(nameof(GetUpload))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/uploads/{uploadId}")] HttpRequest request,
        string uploadId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Wait(request.Query["wait"]) is not { } wait)
        {
            return Problems.Malformed.Because($"wait must be 0 to {UploadWait.Longest.TotalSeconds:0} seconds.");
        }

        var uploader = Caller.Of(request).Subject;
        return await waiting.ForAsync(stop => progress.GetAsync(uploadId, uploader, stop), wait, cancellationToken) is { } shown
            ? Results.Json(await progress.WithPlaybackAsync(shown, cancellationToken), PlainJson.Of(IntakeJson.Default.UploadView))
            : Problems.NotFound.Because("You have no such upload.");
    }

    private static TimeSpan? Wait(string? text) => string.IsNullOrEmpty(text) ? TimeSpan.Zero
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= UploadWait.Longest.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
