using Microsoft.Extensions.Time.Testing;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Reporting.Decisions;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Reporting;

/// <remarks>In years in which no other test decides a case.</remarks>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class DecisionIndexTests(AzuriteFixture azurite)
{
    private static readonly AuditEvent Decided = new("decided", "policy", new() { ["outcome"] = "Publish", ["reason"] = "no-ai-label" });

    [Fact]
    public async Task List_DecisionsOfSeveralDays_AreShownOnceInTheirOrderWithinTheWindow()
    {
        var index = new DecisionIndex(await TestStorage.StartAsync(azurite));
        var first = new DateTimeOffset(2031, 5, 1, 22, 0, 0, TimeSpan.Zero);
        for (var hour = 0; hour < 30; hour++)
        {
            await index.BeforeAppendAsync(
                CaseOf(hour), [Decided, new("opened", "system", [])], first.AddHours(hour), CancellationToken.None);
        }

        List<DecisionRow> rows = [];
        DecisionCursor? next = null;
        do
        {
            var page = await index.ListAsync(first.AddHours(1), first.AddHours(29), next, 4, CancellationToken.None);
            Assert.InRange(page!.Rows.Count, 0, 4);
            rows.AddRange(page.Rows);
            next = page.Next is null
                ? null
                : DecisionCursor.TryParse(page.Next.ToString(), out var parsed) ? parsed : throw new FormatException();
        }
        while (next is not null);

        Assert.Equal(Enumerable.Range(1, 28).Select(CaseOf), rows.Select(row => row.CaseId));
        Assert.All(rows, row => Assert.Equal(("decided", "no-ai-label", true), (row.Type, row.Reason, row.Automated)));
    }

    [Fact]
    public async Task List_QuietMonth_IsEmpty()
    {
        // Arrange
        var index = new DecisionIndex(await TestStorage.StartAsync(azurite));
        var from = new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero);

        // Act
        var page = await index.ListAsync(from, from.AddDays(31), null, 100, CancellationToken.None);

        // Assert
        Assert.Equal((0, null), (page!.Rows.Count, page.Next));
    }

    [Fact]
    public async Task Append_Decision_IsIndexedBeforeItIsLogged()
    {
        var storage = await TestStorage.StartAsync(azurite);
        var index = new DecisionIndex(storage);
        var at = new DateTimeOffset(2033, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var audit = new AuditLog(storage, new FakeTimeProvider(TestCases.Now), [new Interrupted(index, at)]);

        await Assert.ThrowsAsync<IOException>(() => audit.AppendAsync(CaseOf(1), null, [Decided]));

        var page = await index.ListAsync(at, at.AddHours(1), null, 10, CancellationToken.None);
        Assert.Single(page!.Rows);
        Assert.Empty((await audit.ReadAsync(CaseOf(1), null)).Entries);
    }

    private static string CaseOf(int number) => CaseId.For(Containers.Uploads, $"indexed-{number}.mp4", "1");

    /// <summary>The process ends between the announcement and the log entry.</summary>
    private sealed class Interrupted(DecisionIndex index, DateTimeOffset at) : IAuditObserver
    {
        public async Task BeforeAppendAsync(
            string caseId, IReadOnlyList<AuditEvent> events, DateTimeOffset _, CancellationToken cancellationToken)
        {
            await index.BeforeAppendAsync(caseId, events, at, cancellationToken);
            throw new IOException("kill -9");
        }
    }
}
