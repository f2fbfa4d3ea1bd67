using Microsoft.Extensions.Time.Testing;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Safety;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Cases;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class UploaderUsageTests(AzuriteFixture azurite)
{
    private readonly string _uploader = $"user-{Guid.NewGuid():N}";
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Grant_MoreThanTheLimit_IsRefusedUntilOneExpires()
    {
        var usage = await StartAsync(new() { GrantsPerUploader = 2 });
        await usage.GrantAsync(Ticket(1), default);
        await usage.GrantAsync(Ticket(2), default);

        var third = await usage.GrantAsync(Ticket(3), default);
        _time.Advance(TimeSpan.FromMinutes(90));
        var later = await usage.GrantAsync(Ticket(3), default);

        Assert.Equal(("grants", true), (third!.Name, third.OfUploader));
        Assert.InRange(third.RetryAfter, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
        Assert.Null(later);
    }

    [Fact]
    public async Task Grant_ManyAtTheSameTime_NeverPassTheLimit()
    {
        // Arrange
        var usage = await StartAsync(new() { GrantsPerUploader = 5 });

        // Act
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => usage.GrantAsync(Ticket(1), default)));

        // Assert
        Assert.InRange(answers.Count(answer => answer is null), 0, 5);
        await usage.GrantAsync(Ticket(1), default);
        Assert.InRange((await CountAsync()).Grants, 1, 5);
    }

    [Fact]
    public async Task Grant_OfAnotherUploader_IsCountedApart()
    {
        var usage = await StartAsync(new() { GrantsPerUploader = 1 });
        await usage.GrantAsync(Ticket(1), default);

        Assert.NotNull(await usage.GrantAsync(Ticket(1), default));
        Assert.Null(await usage.GrantAsync(Ticket(1, $"{_uploader}-2"), default));
    }

    [Fact]
    public async Task Grant_TotalReached_IsRefusedToEverybody()
    {
        // Arrange
        var usage = await StartAsync(new() { Grants = 1 });
        await usage.GrantAsync(Ticket(1), default);
        _time.Advance(UsageTotals.MaxAge);

        // Act
        var other = await usage.GrantAsync(Ticket(1, $"{_uploader}-2"), default);

        // Assert
        Assert.Equal(("grants", false), (other!.Name, other.OfUploader));
    }

    [Fact]
    public async Task Grant_OpenCasesOrTheirBytes_CountUntilTheyClose()
    {
        var byCases = await StartAsync(new() { CasesPerUploader = 1 });
        var byBytes = await StartAsync(new() { BytesPerUploader = 1 << 20 });
        var opened = Case(1, length: 1 << 20);
        await byCases.OpenAsync(opened, ticket: null, default);

        var refusals = new[] { await byCases.GrantAsync(Ticket(1), default), await byBytes.GrantAsync(Ticket(1), default) };
        await byCases.CloseAsync(opened, default);

        Assert.Equal(["openCases", "bytes"], refusals.Select(refusal => refusal!.Name));
        Assert.Null(await byCases.GrantAsync(Ticket(1), default));
        Assert.Null(await byBytes.GrantAsync(Ticket(1), default));
    }

    [Fact]
    public async Task Grant_CallsOfTheDay_CountUntilTheNext()
    {
        var usage = await StartAsync(new() { CallsPerUploader = 20 });
        var decided = Case(1) with
        {
            Safety = SafetySummaryBuilder.Of(new SafetyCheck { Judged = 20 }, null),
            Decision = TestCases.Quarantined().Decision! with { DecidedAt = _time.GetUtcNow() },
        };
        await usage.DecideAsync(decided, default);
        await usage.DecideAsync(decided, default);

        var today = await usage.GrantAsync(Ticket(1), default);
        _time.Advance(today!.RetryAfter);
        var tomorrow = await usage.GrantAsync(Ticket(1), default);

        Assert.Equal("calls", today.Name);
        Assert.Null(tomorrow);
    }

    [Fact]
    public async Task Grant_Used_CountsNoLonger()
    {
        // Arrange
        var usage = await StartAsync(new() { GrantsPerUploader = 1 });
        var ticket = Ticket(1);
        await usage.GrantAsync(ticket, default);

        // Act
        await usage.OpenAsync(Case(1), ticket, default);

        // Assert
        Assert.Null(await usage.GrantAsync(Ticket(1), default));
    }

    [Fact]
    public async Task Wait_MoreThanAllowedAtATime_GoInTheOrderOfTheirArrival()
    {
        var usage = await StartAsync(new() { InspectionsPerUploader = 2 });
        ModerationCase[] cases = [.. Enumerable.Range(1, 6).Select(minute => Case(minute))];
        var waits = new List<TimeSpan?>();
        foreach (var opened in cases)
        {
            waits.Add(await usage.OpenAsync(opened, ticket: null, default));
        }

        await usage.DecideAsync(Decided(cases[0]), default);
        var afterOne = new[] { await usage.WaitAsync(cases[2], default), await usage.WaitAsync(cases[3], default) };

        Assert.Equal([null, null, Minutes(2), Minutes(2), Minutes(4), Minutes(4)], waits);
        Assert.Equal([null, Minutes(2)], afterOne);
        Assert.Null(await usage.WaitAsync(Case(1) with { Submission = new() { Uploader = $"{_uploader}-2" } }, default));
    }

    [Fact]
    public async Task Next_NoneWaits_IsEmpty()
    {
        var usage = await StartAsync(new() { InspectionsPerUploader = 2 });
        await usage.OpenAsync(Case(1), ticket: null, default);

        Assert.Empty(await usage.NextAsync(Case(0), default));
    }

    [Fact]
    public async Task Next_SeveralDecidedAtTheSameTime_AreAllWhoseTurnHasCome()
    {
        var usage = await StartAsync(new() { InspectionsPerUploader = 3 });
        ModerationCase[] cases = [.. Enumerable.Range(1, 6).Select(minute => Case(minute))];
        foreach (var opened in cases)
        {
            await usage.OpenAsync(opened, ticket: null, default);
        }

        await usage.DecideAsync(Decided(cases[0]), default);
        await usage.DecideAsync(Decided(cases[1]), default);
        var (first, second) = (await usage.NextAsync(cases[0], default), await usage.NextAsync(cases[1], default));

        Assert.Equal([cases[3].CaseId, cases[4].CaseId], first);
        Assert.Equal([cases[4].CaseId], second);
    }

    [Fact]
    public async Task Next_WaitsInAnotherReplica_IsTheLastOne()
    {
        var limits = new UploadLimitOptions { InspectionsPerUploader = 2 };
        var (here, there) = (await StartAsync(limits), await StartAsync(limits));
        ModerationCase[] cases = [.. Enumerable.Range(1, 3).Select(minute => Case(minute))];
        foreach (var opened in cases)
        {
            await there.OpenAsync(opened, ticket: null, default);
        }

        await here.DecideAsync(Decided(cases[0]), default);

        Assert.Equal([cases[2].CaseId], await here.NextAsync(cases[0], default));
    }

    [Fact]
    public async Task Wait_CaseThatIsNotCounted_StandsBehindEarlierOnesOnly()
    {
        // Arrange
        var usage = await StartAsync(new() { InspectionsPerUploader = 1 });
        var opened = Case(5);
        await usage.OpenAsync(opened, ticket: null, default);

        // Act
        await usage.CloseAsync(opened, default);

        // Assert
        Assert.Null(await usage.WaitAsync(opened, default));
        Assert.Equal(0, (await CountAsync()).Cases);
    }

    private static TimeSpan? Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static ModerationCase Decided(ModerationCase opened) => opened with { Decision = TestCases.Quarantined().Decision };

    private ModerationCase Case(int minute, long length = 1024)
    {
        var opened = TestCases.Inspecting($"usage/{Guid.NewGuid():N}.mp4");
        return opened with
        {
            Submission = new() { Uploader = _uploader },
            Upload = opened.Upload with { UploadedAt = TestCases.Opened.AddMinutes(minute), Length = length },
        };
    }

    private UploadTicket Ticket(int hours, string? uploader = null) => new()
    {
        UploadId = UploadId.New(),
        BlobName = "a.mp4",
        CreatedAt = _time.GetUtcNow(),
        ExpiresAt = _time.GetUtcNow().AddHours(hours),
        Submission = new() { Uploader = uploader ?? _uploader },
    };

    private async Task<Usage> CountAsync() => await UsageTotals.CountAsync(
        await TestStorage.StartAsync(azurite), $"{UsageNames.Key(_uploader)}/", _time.GetUtcNow(), default);

    private async Task<UploaderUsage> StartAsync(UploadLimitOptions limits) =>
        TestUploads.Usage(await TestStorage.StartAsync(azurite), limits, _time);
}
