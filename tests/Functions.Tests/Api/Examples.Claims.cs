using VideoGate.Access;
using VideoGate.Http;

namespace VideoGate.Tests.Api;

internal static partial class Examples
{
    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> Claims => new()
    {
        [("ClaimReview", 200)] = api => ClaimAsync(api),
        [("ClaimReview", 400)] = async api => await ClaimAsync(api) with { Body = """{"takeOver":"please"}""" },
        [("ClaimReview", 401)] = async api => await ClaimAsync(api) with { Token = null },
        [("ClaimReview", 403)] = async api => await ClaimAsync(api) with { Body = """{"takeOver":true}""" },
        [("ClaimReview", 404)] = async api => await ClaimAsync(api) with { Id = "none" },
        [("ClaimReview", 409)] = async api => await ClaimedAsync(api) with { Token = api.Token("carol", Roles.Moderator) },
        [("ClaimReview", 413)] = async api => await ClaimAsync(api) with { Body = TooLong },
        [("ClaimReview", 415)] = async api => await ClaimAsync(api) with { ContentType = "application/xml" },

        [("ReleaseReview", 204)] = async api => await ClaimedAsync(api) with { Operation = "ReleaseReview", Body = null },
        [("ReleaseReview", 401)] = _ => Made(new("ReleaseReview")),
        [("ReleaseReview", 403)] = api => Made(new("ReleaseReview", Uploader(api))),
        [("ReleaseReview", 404)] = api => Made(new("ReleaseReview", Moderator(api))),
        [("ReleaseReview", 409)] = async api =>
            await ClaimedAsync(api) with { Operation = "ReleaseReview", Body = null, Token = api.Token("carol", Roles.Moderator) },

        [("HandOverReview", 200)] = api => HandOverAsync(api),
        [("HandOverReview", 400)] = async api => await HandOverAsync(api) with { Body = "{}" },
        [("HandOverReview", 401)] = async api => await HandOverAsync(api) with { Token = null },
        [("HandOverReview", 403)] = async api => await HandOverAsync(api) with { Body = """{"to":"alice"}""" },
        [("HandOverReview", 404)] = async api => await HandOverAsync(api) with { Id = "none" },
        [("HandOverReview", 409)] = async api => await HandOverAsync(api) with { Token = api.Token("dave", Roles.Moderator) },
        [("HandOverReview", 413)] = async api => await HandOverAsync(api) with { Body = TooLong },
        [("HandOverReview", 415)] = async api => await HandOverAsync(api) with { ContentType = "application/xml" },
    };

    private static string TooLong => new(' ', JsonBody.MaxBytes + 1);

    /// <summary>A claim on a fresh case, by bob.</summary>
    public static async Task<ApiRequest> ClaimAsync(ApiFixture api) =>
        new("ClaimReview", Moderator(api), (await api.QuarantineAsync()).Case.CaseId, "{}");

    /// <summary>A claim already made on a fresh case, by bob.</summary>
    public static async Task<ApiRequest> ClaimedAsync(ApiFixture api)
    {
        var claim = await ClaimAsync(api);
        using var first = await api.SendAsync(claim);
        return claim;
    }

    private static async Task<ApiRequest> HandOverAsync(ApiFixture api) =>
        await ClaimedAsync(api) with { Operation = "HandOverReview", Body = """{"to":"carol"}""" };
}
