using Azure.AI.ContentSafety;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoGate.Cases;

namespace VideoGate.Safety;

/// <summary>
/// Calls the service for one picture or one text, with limited concurrency over all cases. Treats an incomplete response as no response.
/// </summary>
public sealed partial class SafetyAnalyzer(
    ContentSafetyClient client, IOptions<ContentSafetyOptions> options, SafetyMetrics metrics, TimeProvider time,
    ILogger<SafetyAnalyzer> logger) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.MaxParallelCalls);

    /// <exception cref="SafetyRefusedException">The service rejects this picture.</exception>
    /// <exception cref="SafetyUnavailableException">The service cannot analyze now.</exception>
    public Task<Severities> AnalyzeAsync(BinaryData picture, CancellationToken cancellationToken) => CallAsync(
        "image",
        async () =>
        {
            var request =
                new AnalyzeImageOptions(new ContentSafetyImageData(picture)) { OutputType = AnalyzeImageOutputType.FourSeverityLevels };
            var answer = (await client.AnalyzeImageAsync(request, cancellationToken)).Value;
            return Read(answer.CategoriesAnalysis.ToDictionary(analysis => analysis.Category.ToString(), analysis => analysis.Severity));
        },
        cancellationToken);

    /// <param name="text">At most <see cref="TextParts.Limit"/> code points.</param>
    /// <inheritdoc cref="AnalyzeAsync(BinaryData, CancellationToken)"/>
    public Task<TextAnswer> AnalyzeAsync(string text, IReadOnlyList<string> blocklists, CancellationToken cancellationToken) => CallAsync(
        "text",
        async () =>
        {
            var request =
                new AnalyzeTextOptions(text) { OutputType = AnalyzeTextOutputType.FourSeverityLevels, HaltOnBlocklistHit = false };
            foreach (var blocklist in blocklists)
            {
                request.BlocklistNames.Add(blocklist);
            }

            var answer = (await client.AnalyzeTextAsync(request, cancellationToken)).Value;
            return new TextAnswer(
                Read(answer.CategoriesAnalysis.ToDictionary(analysis => analysis.Category.ToString(), analysis => analysis.Severity)),
                [.. answer.BlocklistsMatch.Select(match => match.BlocklistName).Distinct()]);
        },
        cancellationToken);

    public void Dispose() => _places.Dispose();

    private async Task<T> CallAsync<T>(string kind, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        var began = time.GetTimestamp();
        try
        {
            var answer = await call();
            metrics.Called(kind, "judged", time.GetElapsedTime(began));
            return answer;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested
            && SafetyFailures.Translate(failure, time) is { } translated)
        {
            metrics.Called(kind, translated is SafetyRefusedException ? "refused" : "unavailable", time.GetElapsedTime(began));
            if (SafetyFailures.Remedy(failure) is { } remedy)
            {
                Log.Misconfigured(logger, translated.Message, remedy);
            }
            else
            {
                Log.Failed(logger, translated.Message);
            }

            throw translated;
        }
        finally
        {
            _places.Release();
        }
    }

    private static Severities Read(Dictionary<string, int?> answer)
    {
        return new(Of(nameof(ImageCategory.Hate)), Of(nameof(ImageCategory.SelfHarm)), Of(nameof(ImageCategory.Sexual)),
            Of(nameof(ImageCategory.Violence)));

        int Of(string category) => answer.GetValueOrDefault(category) is >= 0 and var severity
            ? severity
            : throw new FormatException($"The answer has no severity for {category}.");
    }

    private static partial class Log
    {
        [LoggerMessage(8001, LogLevel.Error, "{Failure} {Remedy} Until then every video goes to quarantine.")]
        public static partial void Misconfigured(ILogger logger, string failure, string remedy);

        [LoggerMessage(8002, LogLevel.Warning, "{Failure}")]
        public static partial void Failed(ILogger logger, string failure);
    }
}
