using VideoGate.Cases;
using VideoGate.LibraryImports;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.LibraryImports;

public sealed class ImportPaceTests
{
    private static readonly ImportOptions Options = new() { VideosPerMinute = 60, MaxInProgress = 3 };
    private static readonly Import Started = new ImportRequest().ToImport("sue", TestCases.Now);

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 0, 3)]
    [InlineData(2, 0, 2)]
    [InlineData(5, 2, 1)]
    [InlineData(5, 3, 0)]
    [InlineData(600, 0, 3)]
    public void Of_SecondsPassed_TakesWhatRateAndPlacesAllow(int seconds, int underWay, int expected)
    {
        var now = TestCases.Now.AddMinutes(10);
        var progress = Progress(waiting: 9, underWay) with { PacedFrom = seconds == 0 ? null : now.AddSeconds(-seconds) };

        Assert.Equal(expected, ImportPace.Of(progress, Options, now).Most);
    }

    [Fact]
    public void Of_LongPause_IsNotMadeUpFor()
    {
        var now = TestCases.Now.AddHours(1);
        var fast = new ImportOptions { VideosPerMinute = 60, MaxInProgress = 200 };

        var (most, from) = ImportPace.Of(Progress(waiting: 200, 0) with { PacedFrom = TestCases.Now }, fast, now);

        Assert.Equal((10, now), (most, from));
    }

    [Fact]
    public void Of_SlowRate_WaitsForTheNextVideo()
    {
        var now = TestCases.Now.AddMinutes(10);
        var slow = new ImportOptions { VideosPerMinute = 1 };

        Assert.Equal(0, ImportPace.Of(Progress(9, 0) with { PacedFrom = now.AddSeconds(-59) }, slow, now).Most);
        Assert.Equal(1, ImportPace.Of(Progress(9, 0) with { PacedFrom = now.AddSeconds(-60) }, slow, now).Most);
    }

    [Theory]
    [InlineData(ImportState.Judged, true)]
    [InlineData(ImportState.Judging, false)]
    [InlineData(ImportState.Applied, false)]
    [InlineData(ImportState.Cancelled, false)]
    [InlineData(ImportState.Failed, false)]
    public void Apply_State_OnlyAfterADryRun(ImportState state, bool allowed)
    {
        var progress = new ImportProgress(Started with { State = state });

        var next = ApplyImport.Apply(progress, new(Quarantine: true), "sam", TestCases.Now);

        Assert.Equal(allowed, next is not null);
        Assert.Equal(allowed, next is { FromReport: true, Import: { DryRun: false, Quarantine: true, AppliedBy: "sam" } });
    }

    [Theory]
    [InlineData(ImportState.Judged, false)]
    [InlineData(ImportState.Judging, true)]
    [InlineData(ImportState.Applying, true)]
    [InlineData(ImportState.Applied, false)]
    [InlineData(ImportState.Cancelled, true)]
    public void Cancel_State_OnlyWhileItRuns(ImportState state, bool allowed) =>
        Assert.Equal(allowed, CancelImport.Cancel(new(Started with { State = state }), "sam", TestCases.Now) is not null);

    private static ImportProgress Progress(int waiting, int underWay) => new(Started)
    {
        Waiting = [.. Enumerable.Range(0, waiting).Select(number => new FoundVideo($"{number}"))],
        UnderWay = [.. Enumerable.Range(0, underWay).Select(number => $"{number}")],
    };
}
