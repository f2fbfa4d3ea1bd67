using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Api;

internal static partial class Examples
{
    private const string Order = """{"kind":"in-order","note":"Order of a court","reference":"17/2026","pending":true}""";

    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> Takedowns => new()
    {
        [("ChangeDeclaration", 200)] = DeclarationAsync,
        [("ChangeDeclaration", 400)] = async api => await DeclarationAsync(api) with { Body = "{}" },
        [("ChangeDeclaration", 401)] = async api => await DeclarationAsync(api) with { Token = null },
        [("ChangeDeclaration", 403)] = async api => await DeclarationAsync(api) with { Token = Auditor(api) },
        [("ChangeDeclaration", 404)] = async api => await DeclarationAsync(api) with { Token = api.Token("another", Roles.Uploader) },
        [("ChangeDeclaration", 409)] = async api => await DeclarationAsync(api) with { Token = Uploader(api) },
        [("ChangeDeclaration", 413)] = async api => await DeclarationAsync(api) with { Body = TooLong },
        [("ChangeDeclaration", 415)] = async api => await DeclarationAsync(api) with { ContentType = "application/xml" },

        [("OrderTakedown", 201)] = OrderAsync,
        [("OrderTakedown", 400)] = async api => await OrderAsync(api) with { Body = "{}" },
        [("OrderTakedown", 401)] = _ => Made(new("OrderTakedown", Body: Order)),
        [("OrderTakedown", 403)] = api => Made(new("OrderTakedown", Uploader(api), Body: Order)),
        [("OrderTakedown", 404)] = api => Made(new("OrderTakedown", Moderator(api), "none", Order)),
        [("OrderTakedown", 409)] = async api =>
            new("OrderTakedown", Moderator(api), (await api.QuarantineAsync()).Case.CaseId, Order),
        [("OrderTakedown", 413)] = api => Made(new("OrderTakedown", Moderator(api), Body: TooLong)),
        [("OrderTakedown", 415)] = api => Made(new("OrderTakedown", Moderator(api), Body: Order) { ContentType = "application/xml" }),

        [("DecideTakedown", 200)] = WithdrawalAsync,
        [("DecideTakedown", 400)] = async api => await WithdrawalAsync(api) with { Body = """{"carryOut":false}""" },
        [("DecideTakedown", 401)] = async api => await WithdrawalAsync(api) with { Token = null },
        [("DecideTakedown", 403)] = async api => await WithdrawalAsync(api) with { Token = Uploader(api) },
        [("DecideTakedown", 404)] = async api => await WithdrawalAsync(api) with { Id = "none" },
        [("DecideTakedown", 409)] = async api => await SentAsync(api, await WithdrawalAsync(api)) with { Body = """{"carryOut":true}""" },
        [("DecideTakedown", 413)] = async api => await WithdrawalAsync(api) with { Body = TooLong },
        [("DecideTakedown", 415)] = async api => await WithdrawalAsync(api) with { ContentType = "application/xml" },

        [("ListTakedowns", 200)] = async api =>
        {
            await SentAsync(api, await OrderAsync(api));
            return new("ListTakedowns", Auditor(api));
        },
        [("ListTakedowns", 401)] = _ => Made(new("ListTakedowns")),
        [("ListTakedowns", 403)] = api => Made(new("ListTakedowns", Uploader(api))),
    };

    /// <summary>A weaker declaration, by a moderator.</summary>
    private static async Task<ApiRequest> DeclarationAsync(ApiFixture api) => new(
        "ChangeDeclaration", Moderator(api), (await api.QuarantineAsync("alice")).Case.CaseId, """{"declaration":"notAi","note":"why"}""");

    private static async Task<ApiRequest> OrderAsync(ApiFixture api)
    {
        var published = await api.QuarantineAsync();
        await new Recorded(api.Gate.Cases, api.Gate.Audit).UpdateAsync(published.Case.CaseId, shown => shown with
        {
            State = CaseState.Published,
            Location = new(Containers.Published, shown.Upload.Name),
            ClosedAt = shown.OpenedAt,
            Review = null,
        });
        return new("OrderTakedown", Moderator(api), published.Case.CaseId, Order);
    }

    private static async Task<ApiRequest> WithdrawalAsync(ApiFixture api)
    {
        var ordered = await SentAsync(api, await OrderAsync(api));
        return new("DecideTakedown", Moderator(api), ordered.Id, """{"carryOut":false,"note":"It does not hold."}""");
    }
}
