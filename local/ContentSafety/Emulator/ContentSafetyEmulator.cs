using Azure.AI.ContentSafety;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace VideoGate.Local.ContentSafety.Emulator;

/// <summary>
/// The REST API of Azure AI Content Safety, with the service's limits and errors. It has no classifier: severities come from test cards and
/// test words (README.md), everything else is safe. https://learn.microsoft.com/rest/api/contentsafety/
/// </summary>
public sealed partial class ContentSafetyEmulator(string key, TimeProvider time, ILogger<ContentSafetyEmulator> logger)
{
    public const string DefaultKey = "local-content-safety-key";

    private const string Path = "/local/contentsafety";
    private const int MaxTextLength = 10_000; // Unicode code points, as the service counts.
    private const int MaxImageBytes = 4 * 1024 * 1024;
    private const int MinSide = 50;
    private const int MaxSide = 2_048;

    private static readonly string[] Versions = ["2023-10-01", "2024-09-01"];
    private static readonly string[] Categories = ["Hate", "SelfHarm", "Sexual", "Violence"];

    private static readonly SKEncodedImageFormat[] Formats =
        [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Gif, SKEncodedImageFormat.Bmp,
            SKEncodedImageFormat.Webp];

    private readonly Faults _faults = new(time);
    private readonly Blocklists _blocklists = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        LogClassifiesNothing(Path);
        var service = routes.MapGroup(Path).AddEndpointFilter(CheckAsync);
        service.MapPost("faults", _faults.Order);
        service.MapPost("image:analyze", AnalyzeImage).AddEndpointFilter(_faults.ApplyAsync);
        service.MapPost("text:analyze", AnalyzeText).AddEndpointFilter(_faults.ApplyAsync);
        service.MapPatch("text/blocklists/{name}", _blocklists.Put);
        service.MapPost("text/blocklists/{name}:addOrUpdateBlocklistItems", _blocklists.Add);
    }

    private async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.Headers["x-emulator"] = "classifies nothing; severities come from test cards and test words";
        try
        {
            if (request.Headers[Wire.KeyHeader] != key)
            {
                throw new RejectedException(
                    "Access denied due to invalid subscription key or wrong API endpoint. The emulator's key is the setting ContentSafety:Key.",
                    StatusCodes.Status401Unauthorized,
                    "401");
            }

            if (request.Path != $"{Path}/faults" && !Versions.Contains(request.Query["api-version"].ToString()))
            {
                throw new RejectedException($"api-version must be one of {string.Join(", ", Versions)}.");
            }

            return await next(context);
        }
        catch (RejectedException rejected)
        {
            return rejected.Answer(response);
        }
    }

    private static IResult AnalyzeImage(ImageRequest request)
    {
        if (request.Image?.Content is not { Length: > 0 and <= MaxImageBytes } content)
        {
            throw new RejectedException("Image content of 1 byte to 4 MB is required; the emulator does not fetch a blobUrl.");
        }

        using var picture = Decode(content);
        return Answer(new AnalyzeResponse(Severities(TestCard.Read(picture), eightLevels: false)));
    }

    private static SKBitmap Decode(byte[] content)
    {
        using var codec = SKCodec.Create(new MemoryStream(content));
        if (codec is null || !Formats.Contains(codec.EncodedFormat))
        {
            throw new RejectedException("The image is not JPEG, PNG, GIF, BMP or WEBP, or is damaged. The emulator does not decode TIFF.");
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width is < MinSide or > MaxSide || height is < MinSide or > MaxSide)
        {
            throw new RejectedException($"The image is {width} x {height} pixels; a side must have {MinSide} to {MaxSide}.");
        }

        return SKBitmap.Decode(codec) ?? throw new RejectedException("The image is damaged.");
    }

    private IResult AnalyzeText(TextRequest request)
    {
        if (request.Text is not { Length: > 0 } text || text.EnumerateRunes().Count() > MaxTextLength)
        {
            throw new RejectedException($"A text of 1 to {MaxTextLength} characters is required.");
        }

        if (request.OutputType is not (null or "FourSeverityLevels" or "EightSeverityLevels"))
        {
            throw new RejectedException("outputType must be FourSeverityLevels or EightSeverityLevels.");
        }

        var matches = _blocklists.Match(text, request.BlocklistNames);
        return Answer(matches.Count > 0 && request.HaltOnBlocklistHit is true
            ? new AnalyzeResponse([], matches)
            : new AnalyzeResponse(Severities(TestWords.Read(text), request.OutputType is "EightSeverityLevels"), matches));
    }

    /// <param name="found">Severities 0 to 7 by category; an absent category is safe.</param>
    /// <param name="eightLevels">If false, each pair of severities counts as its lower, even one.</param>
    private static CategoryAnalysis[] Severities(IReadOnlyDictionary<string, int> found, bool eightLevels) => [..
        from category in Categories let severity = found.GetValueOrDefault(category)
        select new CategoryAnalysis(category, eightLevels ? severity : severity & ~1)];

    private static IResult Answer(AnalyzeResponse answer) => Results.Json(answer, Wire.Json);

    [LoggerMessage(3001, LogLevel.Warning, "EMULATOR: {Path} CLASSIFIES NOTHING. Only its test cards and test words have a severity.")]
    private partial void LogClassifiesNothing(string path);
}
