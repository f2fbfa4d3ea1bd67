using System.Net.Http.Json;
using System.Text.Json;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;

namespace VideoGate.Tests.Api;

internal static partial class Examples
{
    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> Erasures => new()
    {
        [("OrderErasure", 202)] = async api => new("OrderErasure", Senior(api), await UploaderAsync(api)),
        [("OrderErasure", 401)] = _ => Made(new("OrderErasure")),
        [("OrderErasure", 403)] = api => Made(new("OrderErasure", Moderator(api))),
        [("OrderErasure", 404)] = api => Made(new("OrderErasure", Senior(api))),
        [("OrderErasure", 409)] = async api => new("OrderErasure", Senior(api), await BusyAsync(api)),

        [("ConfirmErasure", 200)] = api => ConfirmationAsync(api),
        [("ConfirmErasure", 400)] = async api => await ConfirmationAsync(api) with { Body = "{}" },
        [("ConfirmErasure", 401)] = _ => Made(new("ConfirmErasure", Body: Agreed)),
        [("ConfirmErasure", 403)] = async api => await ConfirmationAsync(api) with { Token = Senior(api) },
        [("ConfirmErasure", 404)] = api => Made(new("ConfirmErasure", SecondSenior(api), Body: Agreed)),
        [("ConfirmErasure", 409)] = async api =>
        {
            var refusal = await ConfirmationAsync(api) with { Body = """{"agree":false}""" };
            using var refused = await api.SendAsync(refusal);
            return refusal with { Body = Agreed };
        },
        [("ConfirmErasure", 413)] = async api => await ConfirmationAsync(api) with { Body = TooLong },
        [("ConfirmErasure", 415)] = async api => await ConfirmationAsync(api) with { ContentType = "application/xml" },

        [("GetErasure", 200)] = async api => await ConfirmationAsync(api) with { Operation = "GetErasure", Body = null, Token = Auditor(api) },
        [("GetErasure", 401)] = _ => Made(new("GetErasure")),
        [("GetErasure", 403)] = api => Made(new("GetErasure", Uploader(api))),
        [("GetErasure", 404)] = api => Made(new("GetErasure", Moderator(api), "../../health")),

        [("ReleaseExpiry", 200)] = api => Made(new("ReleaseExpiry", Senior(api), Body: """{"hours":2}""")),
        [("ReleaseExpiry", 400)] = api => Made(new("ReleaseExpiry", Senior(api), Body: """{"hours":1}""")),
        [("ReleaseExpiry", 401)] = _ => Made(new("ReleaseExpiry", Body: "{}")),
        [("ReleaseExpiry", 403)] = api => Made(new("ReleaseExpiry", Moderator(api), Body: "{}")),
        [("ReleaseExpiry", 413)] = api => Made(new("ReleaseExpiry", Senior(api), Body: TooLong)),
        [("ReleaseExpiry", 415)] = api => Made(new("ReleaseExpiry", Senior(api), Body: "{}") { ContentType = "application/xml" }),
    };

    private const string Agreed = """{"agree":true}""";

    /// <summary>A confirmation of a fresh order of sue, by sam.</summary>
    public static async Task<ApiRequest> ConfirmationAsync(ApiFixture api)
    {
        using var ordered = await api.SendAsync(new("OrderErasure", Senior(api), await UploaderAsync(api)));
        var order = await ordered.Content.ReadFromJsonAsync<JsonElement>();
        return new("ConfirmErasure", SecondSenior(api), order.GetProperty("erasureId").GetString()!, Agreed);
    }

    /// <returns>The reference of an uploader of whom nothing is under way.</returns>
    private static async Task<string> UploaderAsync(ApiFixture api)
    {
        var name = $"uploader-{Guid.NewGuid():N}";
        await new UploaderStore(api.Gate.Storage).PseudonymAsync(name, default);
        return UploaderStore.Reference(name);
    }

    /// <returns>The reference of an uploader with an open case.</returns>
    private static async Task<string> BusyAsync(ApiFixture api)
    {
        var name = $"uploader-{Guid.NewGuid():N}";
        await new UploaderStore(api.Gate.Storage).PseudonymAsync(name, default);
        await new RelatedCases(api.Gate.Storage).AddAsync((await api.QuarantineAsync(name)).Case);
        return UploaderStore.Reference(name);
    }

    private static string SecondSenior(ApiFixture api) => api.Token("sam", Roles.SeniorModerator);
}
