using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Cases.Uploads;
using VideoGate.Http;

namespace VideoGate.Intake;

/// <summary>
/// <c>GET /api/uploads</c>: the caller's own uploads, newest first. A page costs the same, however many uploads there are.
/// </summary>
public sealed class ListUploads(UploaderStore uploaders, UploadProgress progress)
{
    private const int DefaultSize = 20;
    private const int MaxSize = 50;

    [Function(nameof(ListUploads))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/uploads")] HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Size(request.Query["pageSize"]) is not { } size)
        {
            return Problems.Malformed.Because($"pageSize must be from 1 to {MaxSize}.");
        }

        var cursor = request.Query["cursor"].ToString();
        var place = cursor.Length == 0 ? new UploadCursor(null) : OpaqueCursor.Decode(cursor, IntakeJson.Default.UploadCursor);
        if (place is null)
        {
            return Problems.Malformed.Because("cursor is not one of nextLink.");
        }

        var uploader = Caller.Of(request).Subject;
        var (rows, next) = await uploaders.TicketPageAsync(UploaderStore.Reference(uploader), place.Marker, size, cancellationToken);
        var found = await Task.WhenAll(rows.Select(row => progress.GetAsync(row.UploadId, uploader, cancellationToken)));
        var link = next is null
            ? null
            : $"/api/uploads?pageSize={size}&cursor={OpaqueCursor.Encode(new(next), IntakeJson.Default.UploadCursor)}";
        return Results.Json(new UploadPage([.. found.OfType<UploadView>()], link), IntakeJson.Default.UploadPage);
    }

    private static int? Size(string? text) => string.IsNullOrEmpty(text) ? DefaultSize
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MaxSize ? size : null;
}
