using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.LibraryImports;
using VideoGate.Moderation;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.LibraryImports;

/// <summary>Videos that were published before the gate knew them, from a dry run to what it changes.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class ImportTests(AzuriteFixture azurite)
{
    private static readonly ImportRequest NotAi = new() { Declaration = Declaration.NotAi };

    [Fact]
    public async Task DryRun_Library_IsJudgedAndNothingChanges()
    {
        // Arrange
        await using var parts = await ImportParts.StartAsync(azurite);
        var labelled = await parts.PublishAsync("标 签.mp4", Videos.Talking, ("platformid", "17"));
        var clean = await parts.PublishAsync("clean.mp4", Videos.Clean);
        var undeclared = await parts.PublishAsync("text.txt", BinaryData.FromString("no video"));

        // Act
        var import = await parts.RunAsync(NotAi);

        // Assert
        Assert.Equal(ImportState.Judged, import.State);
        Assert.Equal((3, 0), (import.Counts.Found, import.Counts.Owned));
        Assert.Equal(
            new Dictionary<string, int> { ["label"] = 1, ["none"] = 1, ["notVideo"] = 1 }, import.Counts.Judged.ToDictionary());
        Assert.Empty(import.Counts.Applied);
        var report = await parts.ReportAsync(import);
        Assert.Equal(
            [(ImportChange.None, "publish"), (ImportChange.Label, "publishWithNotice"), (ImportChange.NotVideo, null)],
            report.OrderBy(row => row.Change).Select(row => (row.Change, row.Outcome)));
        Assert.Equal($"{parts.Prefix}text.txt", Assert.Single(report, row => row.State is null).Name);
        Assert.Equal(labelled, (await parts.FindAsync("标 签.mp4"))!.ETag);
        Assert.Equal(clean, (await parts.FindAsync("clean.mp4"))!.ETag);
        Assert.Equal(undeclared, (await parts.FindAsync("text.txt"))!.ETag);
        var judged = await parts.CaseAsync("标 签.mp4", labelled);
        Assert.Equal((CaseState.Imported, null, null), (judged.State, judged.ClosedAt, judged.Review));
        Assert.Equal(["opened", "inspected", "video-analyzed", "decided"], (await parts.LogAsync(judged)).Select(entry => entry.Type));
    }

    [Fact]
    public async Task Apply_AfterADryRun_CarriesOutWhatTheReportSaidWithoutInspectingAgain()
    {
        // Arrange
        await using var parts = await ImportParts.StartAsync(azurite);
        var labelled = await parts.PublishAsync("ai.mp4", Videos.Talking, ("platformid", "17"));
        var clean = await parts.PublishAsync("clean.mp4", Videos.Clean, ("platformid", "18"));
        var judged = await parts.RunAsync(NotAi);
        var inspected = parts.Calls.Count(call => call == nameof(OpenImport));

        // Act
        var applied = await parts.ApplyAsync(judged);

        // Assert
        Assert.Equal((ImportState.Applied, "sam"), (applied.State, applied.AppliedBy));
        Assert.Equal(judged.Counts.Judged.ToDictionary(), applied.Counts.Applied.ToDictionary());
        Assert.Equal(2, inspected);
        var ai = await parts.CaseAsync("ai.mp4", labelled);
        Assert.Equal((CaseState.Published, parts.Place("ai.mp4"), null), (ai.State, ai.Location, ai.Review));
        Assert.NotNull(ai.ClosedAt);
        var shown = (await parts.FindAsync("ai.mp4"))!;
        Assert.Equal(
            (ai.CaseId, "17", "CN:is", $"/api/published/{ai.CaseId}/disclosure"),
            (shown.Metadata["caseid"], shown.Metadata["platformid"], shown.Metadata["ainotice"], shown.Metadata["aidisclosure"]));
        Assert.Equal(ai.Labelling!.Length, shown.ContentLength);
        Assert.NotEqual(Videos.Talking.ToArray(), await parts.ReadAsync(parts.Place("ai.mp4")));
        Assert.Equal(Videos.Talking.ToArray(), await parts.ReadAsync(ai.Labelling.Original!));
        Assert.Contains("import-applied", (await parts.LogAsync(ai)).Select(entry => entry.Type));
        Assert.Equal("sam", (await parts.LogAsync(ai)).Single(entry => entry.Type == "import-applied").Actor);
        var plain = await parts.CaseAsync("clean.mp4", clean);
        var kept = (await parts.FindAsync("clean.mp4"))!;
        Assert.Equal((CaseState.Published, plain.CaseId, "18"), (plain.State, kept.Metadata["caseid"], kept.Metadata["platformid"]));
        Assert.Equal("public, max-age=86400", kept.CacheControl);
        Assert.Equal(Videos.Clean.ToArray(), await parts.ReadAsync(parts.Place("clean.mp4")));
    }

    [Fact]
    public async Task Apply_PoliciesQuarantine_StaysPublishedUntilAModeratorRejects()
    {
        await using var parts = await ImportParts.StartAsync(azurite);
        var version = await parts.PublishAsync("undeclared.mp4", Videos.Clean);
        var judged = await parts.RunAsync(new());

        var applied = await parts.ApplyAsync(judged);

        Assert.Equal(new Dictionary<string, int> { ["review"] = 1 }, applied.Counts.Applied.ToDictionary());
        var waiting = await parts.CaseAsync("undeclared.mp4", version);
        Assert.Equal((CaseState.Published, true, ReviewState.Open), (waiting.State, waiting.Review!.InPlace, waiting.Review.State));
        Assert.True(await parts.IsInQueueAsync(waiting));
        Assert.NotNull(await parts.FindAsync("undeclared.mp4"));

        await parts.DecideAsync(waiting, ReviewVerdict.Reject);

        var rejected = await parts.CaseAsync("undeclared.mp4", version);
        Assert.Equal((CaseState.Rejected, Containers.Rejected), (rejected.State, rejected.Location!.Container));
        Assert.Null(await parts.FindAsync("undeclared.mp4"));
        Assert.False(await parts.IsInQueueAsync(rejected));
        Assert.Equal(
            ["import-applied", "restated", "held-in-place", "review-decided", "returned-to-quarantine", "rejected"],
            (await parts.LogAsync(rejected)).Select(entry => entry.Type).Skip(4));
    }

    [Fact]
    public async Task Apply_PoliciesQuarantineAndAModeratorApproves_StaysWhereItIs()
    {
        await using var parts = await ImportParts.StartAsync(azurite);
        var version = await parts.PublishAsync("approved.mp4", Videos.Clean);
        await parts.ApplyAsync(await parts.RunAsync(new()));

        await parts.DecideAsync(await parts.CaseAsync("approved.mp4", version), ReviewVerdict.Approve);

        var approved = await parts.CaseAsync("approved.mp4", version);
        Assert.Equal((CaseState.Published, parts.Place("approved.mp4")), (approved.State, approved.Location));
        Assert.NotNull(approved.ClosedAt);
        Assert.Equal(Videos.Clean.ToArray(), await parts.ReadAsync(parts.Place("approved.mp4")));
    }

    [Fact]
    public async Task Apply_WithQuarantine_LeavesThePublishedOnes()
    {
        await using var parts = await ImportParts.StartAsync(azurite);
        var version = await parts.PublishAsync("held.mp4", Videos.Clean);
        var judged = await parts.RunAsync(new());

        var applied = await parts.ApplyAsync(judged, quarantine: true);

        Assert.Equal(new Dictionary<string, int> { ["quarantine"] = 1 }, applied.Counts.Applied.ToDictionary());
        var held = await parts.CaseAsync("held.mp4", version);
        Assert.Equal((CaseState.Quarantined, Containers.Quarantine), (held.State, held.Location!.Container));
        Assert.Null(await parts.FindAsync("held.mp4"));
        Assert.True(await parts.IsInQueueAsync(held));
    }

    [Fact]
    public async Task Apply_LabelCannotBeAdded_IsReviewedInPlace()
    {
        await using var parts = await ImportParts.StartAsync(azurite);
        var version = await parts.PublishAsync("stream.ts", Videos.TransportStream);

        var applied = await parts.RunAsync(new() { Declaration = Declaration.Generated, DryRun = false });

        Assert.Equal((ImportState.Applied, "sue"), (applied.State, applied.AppliedBy));
        Assert.Equal(new Dictionary<string, int> { ["review"] = 1 }, applied.Counts.Applied.ToDictionary());
        var held = await parts.CaseAsync("stream.ts", version);
        Assert.Equal((CaseState.Published, "label-failed", true), (held.State, held.QuarantineReason, held.Review!.InPlace));
        Assert.NotNull(await parts.FindAsync("stream.ts"));
    }

    [Fact]
    public async Task Apply_ReplacedSinceTheDryRun_LeavesTheNewVideoAlone()
    {
        await using var parts = await ImportParts.StartAsync(azurite);
        var version = await parts.PublishAsync("changed.mp4", Videos.Talking);
        var judged = await parts.RunAsync(NotAi);
        var next = await parts.PublishAsync("changed.mp4", Videos.Clean);

        var applied = await parts.ApplyAsync(judged);

        Assert.Equal(new Dictionary<string, int> { ["replaced"] = 1 }, applied.Counts.Applied.ToDictionary());
        Assert.Equal(CaseState.Superseded, (await parts.CaseAsync("changed.mp4", version)).State);
        Assert.Equal(next, (await parts.FindAsync("changed.mp4"))!.ETag);
    }

    [Fact]
    public async Task Run_Again_TakesNoVideoTwice()
    {
        await using var parts = await ImportParts.StartAsync(azurite);
        await parts.PublishAsync("one.mp4", Videos.Clean);
        var first = await parts.RunAsync(NotAi);

        var second = await parts.RunAsync(NotAi);
        await parts.ApplyAsync(second);
        var third = await parts.RunAsync(NotAi);

        Assert.Equal(first.Counts.Judged.ToDictionary(), second.Counts.Judged.ToDictionary());
        Assert.Equal(1, parts.Calls.Count(call => call == nameof(DecideCase)) - 1);
        Assert.Equal((1, 1), (third.Counts.Found, third.Counts.Owned));
        Assert.Empty(third.Counts.Judged);
    }

    [Fact]
    public async Task Run_ManyVideos_TakesThemAtTheRateOfTheSettings()
    {
        await using var parts = await ImportParts.StartAsync(azurite, perMinute: 6, inProgress: 2);
        foreach (var number in Enumerable.Range(0, 5))
        {
            await parts.PublishAsync($"{number}.mp4", Videos.Clean);
        }

        var began = parts.Time.GetUtcNow();
        var import = await parts.RunAsync(NotAi);

        Assert.Equal(5, import.Counts.Judged["none"]);
        Assert.True(import.CompletedAt - began >= TimeSpan.FromSeconds(40), $"{import.CompletedAt - began}");
    }

    [Fact]
    public async Task Run_InterruptedBetweenTakingAndNoting_CountsEachVideoOnce()
    {
        await using var parts = await ImportParts.StartAsync(azurite);
        await parts.PublishAsync("a.mp4", Videos.Clean);
        await parts.PublishAsync("b.mp4", Videos.Talking);
        var starts = 0;
        parts.Client.BeforeStart = id =>
        {
            if (!id.StartsWith("import-", StringComparison.Ordinal) && ++starts == 2)
            {
                throw new IOException("interrupted");
            }
        };

        var import = await parts.RunAsync(NotAi);

        Assert.Equal(new Dictionary<string, int> { ["label"] = 1, ["none"] = 1 }, import.Counts.Judged.ToDictionary());
        Assert.Equal(2, import.Counts.Found);
    }

    [Fact]
    public async Task Cancel_Running_TakesNoFurtherVideo()
    {
        await using var parts = await ImportParts.StartAsync(azurite, perMinute: 1);
        await parts.PublishAsync("a.mp4", Videos.Clean);
        await parts.PublishAsync("b.mp4", Videos.Clean);
        var id = await parts.StartAsync(NotAi);
        parts.Engine.RunUntil(parts.Time.GetUtcNow().AddSeconds(30));

        await parts.ChangeAsync(id, progress => CancelImport.Cancel(progress, "sam", parts.Time.GetUtcNow()));
        parts.Engine.RunUntil(parts.Time.GetUtcNow().AddHours(1));

        var import = await parts.ImportAsync(id);
        Assert.Equal((ImportState.Cancelled, "sam"), (import.State, import.CancelledBy));
        Assert.Equal(1, parts.Calls.Count(call => call == nameof(OpenImport)));
        Assert.True(parts.Engine.Find($"import-{id}")!.Ended);
    }

    [Fact]
    public void Csv_HostileName_IsInertAndQuoted()
    {
        var csv = ImportReportCsv.Write([new("case", ImportChange.NotVideo, Name: "=a,\"b\"")]).Split("\r\n");

        Assert.Equal("caseId,name,change,outcome,reason,notices,label,state", csv[0]);
        Assert.Equal("case,\"'=a,\"\"b\"\"\",notVideo,,,,,", csv[1]);
    }
}
