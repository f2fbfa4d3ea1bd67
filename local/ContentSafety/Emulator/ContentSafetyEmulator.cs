using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.AI.ContentSafety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Local.ContentSafety.Emulator;

/// <summary>
/// The REST API of Azure AI Content Safety, with the service's limits and errors. It classifies nothing: severities come from test
/// cards and test words (README.md), everything else is safe.
/// https://learn.microsoft.com/rest/api/contentsafety/
/// </summary>
public sealed partial class ContentSafetyEmulator(string key, TimeProvider time, ILogger<ContentSafetyEmulator> logger)
{
    public const string DefaultKey = "local-content-safety-key";

    private const string Path = "/local/contentsafety";
    private const int MaxTextLength = 10_000; // Unicode code points, as the service counts.
    private const int MaxImageBytes = 4 * 1024 * 1024;

    private static readonly string[] Versions = ["2023-10-01", "2024-09-01"];

    private readonly FaultQueue _faults = new();
    private readonly Blocklists _blocklists = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        LogClassifiesNothing(Path);
        routes.MapPost($"{Path}/image:analyze", http => AnalyzeAsync(http, Wire.Default.ImageRequest, AnalyzeImageAsync));
        routes.MapPost($"{Path}/text:analyze", http => AnalyzeAsync(http, Wire.Default.TextRequest, AnalyzeTextAsync));
        routes.MapPatch($"{Path}/text/blocklists/{{name}}", (HttpContext http, string name) => AnswerAsync(http, () => PutBlocklistAsync(http, name)));
        routes.MapPost(
            $"{Path}/text/blocklists/{{name}}:addOrUpdateBlocklistItems",
            (HttpContext http, string name) => AnswerAsync(http, () => AddBlocklistItemsAsync(http, name)));
        routes.MapPost($"{Path}/faults", http => AnswerAsync(http, () => OrderFaultAsync(http)));
    }

    private Task AnalyzeAsync<T>(HttpContext http, JsonTypeInfo<T> type, Func<T, CancellationToken, Task<AnalyzeResponse>> analyze)
        where T : class => AnswerAsync(http, async () =>
        {
            http.Response.Headers["x-emulator"] = "classifies nothing; severities come from test cards and test words";
            if (_faults.Next() is { } fault && await fault.ApplyAsync(http.Response, time, http.RequestAborted))
            {
                return;
            }

            RequireVersion(http.Request);
            var result = await analyze(await ReadAsync(http, type), http.RequestAborted);
            await http.Response.WriteAsJsonAsync(result, Wire.Default.AnalyzeResponse, cancellationToken: http.RequestAborted);
        });

    private async Task PutBlocklistAsync(HttpContext http, string name)
    {
        RequireVersion(http.Request);
        var description = (await ReadAsync(http, Wire.Default.BlocklistDescription)).Description;
        http.Response.StatusCode = _blocklists.Put(name, description) ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await http.Response.WriteAsJsonAsync(new Blocklist(name, description), Wire.Default.Blocklist, cancellationToken: http.RequestAborted);
    }

    private async Task AddBlocklistItemsAsync(HttpContext http, string name)
    {
        RequireVersion(http.Request);
        var added = _blocklists.Add(name, await ReadAsync(http, Wire.Default.BlocklistItems));
        await http.Response.WriteAsJsonAsync(added, Wire.Default.BlocklistItems, cancellationToken: http.RequestAborted);
    }

    private async Task OrderFaultAsync(HttpContext http)
    {
        _faults.Order(await ReadAsync(http, EmulatorJson.Default.FaultOrder));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task AnswerAsync(HttpContext http, Func<Task> answer)
    {
        try
        {
            Authorize(http.Request);
            await answer();
        }
        catch (RejectedException rejected)
        {
            await rejected.WriteAsync(http.Response);
        }
    }

    private static void RequireVersion(HttpRequest request)
    {
        if (!Versions.Contains(request.Query["api-version"].ToString()))
        {
            throw RejectedException.Invalid($"api-version must be one of {string.Join(", ", Versions)}.");
        }
    }

    private void Authorize(HttpRequest request)
    {
        if (request.Headers[KeyPolicy.Header] != key)
        {
            throw RejectedException.AccessDenied();
        }
    }

    private static async Task<T> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await http.Request.ReadFromJsonAsync(type, http.RequestAborted) ?? throw RejectedException.Invalid("The body is null.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw RejectedException.Invalid($"The body is not the JSON expected: {exception.Message}");
        }
    }

    private static async Task<AnalyzeResponse> AnalyzeImageAsync(ImageRequest request, CancellationToken cancellation)
    {
        if (request.Image?.Content is not { Length: > 0 and <= MaxImageBytes } content)
        {
            throw RejectedException.Invalid("Image content of 1 byte to 4 MB is required; the emulator fetches no blobUrl.");
        }

        if (request.OutputType is not (null or "FourSeverityLevels"))
        {
            throw RejectedException.Invalid("The outputType of an image is FourSeverityLevels.");
        }

        var picture = await Picture.DecodeAsync(content, cancellation)
            ?? throw RejectedException.Invalid("The image is none of JPEG, PNG, GIF, BMP, TIFF, WEBP, or is damaged.");
        return picture.IsAnalyzable
            ? new AnalyzeResponse(Severities.Of(TestCard.Read(picture), request.Categories, eightLevels: false))
            : throw RejectedException.Invalid($"The image is {picture.Width} x {picture.Height} pixels; a side has {Picture.MinSide} to {Picture.MaxSide}.");
    }

    private Task<AnalyzeResponse> AnalyzeTextAsync(TextRequest request, CancellationToken cancellation)
    {
        if (request.Text is not { Length: > 0 } text || text.EnumerateRunes().Count() > MaxTextLength)
        {
            throw RejectedException.Invalid($"A text of 1 to {MaxTextLength} characters is required.");
        }

        var eightLevels = request.OutputType switch
        {
            null or "FourSeverityLevels" => false,
            "EightSeverityLevels" => true,
            _ => throw RejectedException.Invalid("outputType is FourSeverityLevels or EightSeverityLevels."),
        };
        var matches = _blocklists.Match(text, request.BlocklistNames);
        return Task.FromResult(matches.Count > 0 && request.HaltOnBlocklistHit is true
            ? new AnalyzeResponse([], matches)
            : new AnalyzeResponse(Severities.Of(TestWords.Read(text), request.Categories, eightLevels), matches));
    }

    [LoggerMessage(3001, LogLevel.Warning, "EMULATOR: {Path} CLASSIFIES NOTHING. Only its test cards and test words have a severity.")]
    private partial void LogClassifiesNothing(string path);
}
