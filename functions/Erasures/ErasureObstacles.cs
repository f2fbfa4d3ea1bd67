using System.Text.Json.Nodes;
using VideoGate.Http;

namespace VideoGate.Erasures;

/// <summary>What an erasure has to wait for.</summary>
/// <param name="UploadsUnderWay">Whether upload URLs are still good, or uploads about to be opened.</param>
/// <param name="OpenCases">Cases that are not closed, or whose decision may be undone; a part of them if there are many.</param>
/// <param name="PublishedVideos">Cases whose video is still published; a part of them if there are many.</param>
internal sealed record ErasureObstacles(
    bool UploadsUnderWay, IReadOnlyList<string> OpenCases, IReadOnlyList<string> PublishedVideos)
{
    /// <returns>The problem to return, or null if there are none.</returns>
    public ProblemResult? ToProblem() => this is { UploadsUnderWay: false, OpenCases: [], PublishedVideos: [] }
        ? null
        : Problems.ErasureBlocked.Because("Nothing is erased while a video is being decided or is published.")
            .With("uploadsUnderWay", UploadsUnderWay)
            .With("openCases", Array(OpenCases))
            .With("publishedVideos", Array(PublishedVideos));

    private static JsonArray Array(IEnumerable<string> caseIds) => [.. caseIds.Select(caseId => (JsonNode)caseId)];
}
