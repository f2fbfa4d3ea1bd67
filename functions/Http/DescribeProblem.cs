using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Http;

/// <summary><c>GET /api/problems/{name}</c>: documentation of a problem <c>type</c>.</summary>
public sealed class DescribeProblem
{
    [Function(nameof(DescribeProblem))]
    public static IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/problems/{name}")] HttpRequest request, string name) =>
        Problems.ByName.TryGetValue(name, out var type)
            ? Results.Json(type, ProblemJson.Default.ProblemType)
            : Problems.NotFound.Because("There is no such problem type.");
}
