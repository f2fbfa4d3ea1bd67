using VideoGate.Cases;
using VideoGate.LibraryImports;
using VideoGate.Policies.Backtests;

namespace VideoGate.Tests.Api;

internal static partial class Examples
{
    private const string Import = """{"prefix":"nothing-has-this-name/","jurisdictions":["CN"]}""";

    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> Imports => new()
    {
        [("StartImport", 202)] = api => Made(new("StartImport", Senior(api), Body: Import)),
        [("StartImport", 400)] = api => Made(new("StartImport", Senior(api), Body: """{"jurisdictions":["China"]}""")),
        [("StartImport", 401)] = _ => Made(new("StartImport", Body: Import)),
        [("StartImport", 403)] = api => Made(new("StartImport", Moderator(api), Body: Import)),
        [("StartImport", 413)] = api => Made(new("StartImport", Senior(api), Body: TooLong)),
        [("StartImport", 415)] = api => Made(new("StartImport", Senior(api), Body: Import) { ContentType = "application/xml" }),

        [("GetImport", 200)] = async api => new("GetImport", Auditor(api), await ImportAsync(api, ImportState.Judged)),
        [("GetImport", 401)] = _ => Made(new("GetImport")),
        [("GetImport", 403)] = api => Made(new("GetImport", Uploader(api))),
        [("GetImport", 404)] = api => Made(new("GetImport", Moderator(api), "../../health")),

        [("ReportImport", 200)] = async api => new("ReportImport", Auditor(api), await ImportAsync(api, ImportState.Judged)),
        [("ReportImport", 400)] = async api =>
            new("ReportImport", Auditor(api), await ImportAsync(api, ImportState.Judged), Query: "?cursor=made-up"),
        [("ReportImport", 401)] = _ => Made(new("ReportImport")),
        [("ReportImport", 403)] = api => Made(new("ReportImport", Uploader(api))),
        [("ReportImport", 404)] = api => Made(new("ReportImport", Moderator(api), "../../health")),

        [("ApplyImport", 202)] = ApplicationAsync,
        [("ApplyImport", 400)] = async api => await ApplicationAsync(api) with { Body = """{"quarantine":"maybe"}""" },
        [("ApplyImport", 401)] = _ => Made(new("ApplyImport", Body: "{}")),
        [("ApplyImport", 403)] = async api => await ApplicationAsync(api) with { Token = Moderator(api) },
        [("ApplyImport", 404)] = api => Made(new("ApplyImport", Senior(api), Body: "{}")),
        [("ApplyImport", 409)] = async api =>
            await ApplicationAsync(api) with { Id = await ImportAsync(api, ImportState.Cancelled) },
        [("ApplyImport", 413)] = async api => await ApplicationAsync(api) with { Body = TooLong },
        [("ApplyImport", 415)] = async api => await ApplicationAsync(api) with { ContentType = "application/xml" },

        [("CancelImport", 202)] = async api => new("CancelImport", Senior(api), await ImportAsync(api, ImportState.Judging)),
        [("CancelImport", 401)] = _ => Made(new("CancelImport")),
        [("CancelImport", 403)] = api => Made(new("CancelImport", Moderator(api))),
        [("CancelImport", 404)] = api => Made(new("CancelImport", Senior(api))),
        [("CancelImport", 409)] = async api => new("CancelImport", Senior(api), await ImportAsync(api, ImportState.Judged)),
    };

    private static async Task<ApiRequest> ApplicationAsync(ApiFixture api) =>
        new("ApplyImport", Senior(api), await ImportAsync(api, ImportState.Judged), "{}");

    private static async Task<string> ImportAsync(ApiFixture api, ImportState state)
    {
        var import = new ImportRequest().ToImport("sue", TimeProvider.System.GetUtcNow()) with { State = state };
        var store = new ImportStore(api.Gate.Storage);
        await store.CreateAsync(new(import), default);
        await store.WriteRowAsync(import.ImportId, new("n42ta4mqit3sz6y2to6tnij7mx", ImportChange.NotVideo, Name: "=<b>视频.txt"), default);
        return import.ImportId;
    }

    /// <summary>A backtest of the active policy over a time in which nothing was decided.</summary>
    private static async Task<string> BacktestAsync(ApiFixture api, BacktestState state)
    {
        var now = TimeProvider.System.GetUtcNow();
        var backtest = new Backtest
        {
            BacktestId = Base32.Hash($"{Guid.NewGuid()}"),
            State = state,
            Policy = ApiFixture.ActivePolicy,
            Candidate = false,
            Scope = new(now.AddYears(100), now.AddYears(101), 10),
            RequestedAt = now,
            RequestedBy = "sue",
        };
        await new BacktestStore(api.Gate.Storage).CreateAsync(backtest, BinaryData.FromString("{}"), default);
        return backtest.BacktestId;
    }
}
