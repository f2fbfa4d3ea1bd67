using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Http;

/// <summary>Returns <c>application/problem+json</c> (RFC 9457).</summary>
public sealed record ProblemResult(ProblemType Type, string Detail) : IResult
{
    public const string ContentType = "application/problem+json";

    private ImmutableList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Extension members (RFC 9457 section 3.2).</summary>
    private ImmutableList<KeyValuePair<string, JsonNode?>> Members { get; init; } = [];

    public ProblemResult WithHeader(string name, string value) => this with { Headers = Headers.Add(new(name, value)) };

    public ProblemResult With(string member, JsonNode? value) => this with { Members = Members.Add(new(member, value)) };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = Type.Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        var body = ToJson(httpContext.Request.Path.ToUriComponent(), Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier);
        return response.WriteAsJsonAsync(body, ProblemJson.Default.JsonObject, ContentType, httpContext.RequestAborted);
    }

    /// <summary>Serializes the problem details as one item of a larger response.</summary>
    /// <param name="instance">The affected resource, a path on this host.</param>
    public JsonObject ToJson(string instance, string traceId)
    {
        var body = new JsonObject
        {
            ["type"] = Type.Uri,
            ["title"] = Type.Title,
            ["status"] = Type.Status,
            ["detail"] = Detail,
            ["instance"] = instance,
            ["traceId"] = traceId,
        };
        foreach (var (member, value) in Members)
        {
            body[member] = value?.DeepClone();
        }

        return body;
    }
}
