using Serverless.Access;

namespace Serverless.Tests.Api;

internal static partial class Examples
{
    private const string Note = """{"note":"为什么"}""";

    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> Reviews =>
        Guarded("EscalateReview", api => ChangeAsync(api, "EscalateReview", Note));

    /// <summary>The answers that every change under If-Match and Idempotency-Key has, each from a request that every check lets pass.</summary>
    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> Guarded(
        string operation, Func<ApiFixture, Task<ApiRequest>> good) => new()
    {
        [(operation, 200)] = good,
        [(operation, 400)] = async api => await good(api) with { Body = "{}" },
        [(operation, 401)] = async api => await good(api) with { Token = null },
        [(operation, 403)] = async api => await good(api) with { Token = api.Token("alice", Roles.Moderator) },
        [(operation, 404)] = async api => await good(api) with { Id = "none" },
        [(operation, 409)] = async api => await SentAsync(api, await good(api)) with { IdempotencyKey = "another" },
        [(operation, 412)] = async api => await good(api) with { IfMatch = "\"another\"" },
        [(operation, 413)] = async api => await good(api) with { Body = TooLong },
        [(operation, 415)] = async api => await good(api) with { ContentType = "application/xml" },
        [(operation, 422)] = async api =>
        {
            var sent = await SentAsync(api, await good(api));
            return sent with { Body = sent.Body!.Replace('么', '何') };
        },
        [(operation, 428)] = async api => await good(api) with { IfMatch = null },
    };

    /// <summary>A change of a fresh review, by bob.</summary>
    private static async Task<ApiRequest> ChangeAsync(ApiFixture api, string operation, string body)
    {
        var stored = await api.QuarantineAsync();
        return new(operation, Moderator(api), stored.Case.CaseId, body) { IfMatch = stored.ETag.ToString("H"), IdempotencyKey = "key-1" };
    }

    private static async Task<ApiRequest> SentAsync(ApiFixture api, ApiRequest request)
    {
        using var sent = await api.SendAsync(request);
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
        return request;
    }
}
