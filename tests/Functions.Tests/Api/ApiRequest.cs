using System.Net.Http.Headers;
using System.Text;

namespace VideoGate.Tests.Api;

/// <summary>A request to an operation of <c>openapi.yaml</c>.</summary>
/// <param name="Id">Fills the path's parameter.</param>
internal sealed record ApiRequest(string Operation, string? Token = null, string Id = "none", string? Body = null, string Query = "")
{
    public string ContentType { get; init; } = "application/json";

    /// <summary>Value of the path parameter <c>file</c>.</summary>
    public string? File { get; init; }

    public string? IfMatch { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? IfNoneMatch { get; init; }

    public HttpRequestMessage ToMessage(Operation operation, Uri app)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(
            operation.Path.Replace("{file}", File ?? Id, StringComparison.Ordinal), @"\{\w+\}", Uri.EscapeDataString(Id));
        var message = new HttpRequestMessage(new HttpMethod(operation.Method), new Uri(app, $"{path}{Query}"));
        if (Body is not null)
        {
            message.Content = new StringContent(Body, Encoding.UTF8, MediaTypeHeaderValue.Parse(ContentType));
        }

        AddIfPresent(message.Headers, "If-Match", IfMatch);
        AddIfPresent(message.Headers, "Idempotency-Key", IdempotencyKey);
        AddIfPresent(message.Headers, "If-None-Match", IfNoneMatch);
        return message;
    }

    private static void AddIfPresent(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
