using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Maintenance.Repairs;
using VideoGate.Maintenance.Retention;
using VideoGate.Maintenance.Sweeps;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Erasures;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class RetentionTests(AzuriteFixture azurite)
{
    private static readonly ReconciliationOptions Always = new() { AllCasesEvery = TimeSpan.Zero };

    [Theory]
    [InlineData(0, 5000, false)]
    [InlineData(400, 399, false)]
    [InlineData(400, 401, true)]
    public async Task Apply_CaseClosedForDays_IsErasedOnceItsDaysAreOver(int days, int after, bool isErased)
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var rejected = await parts.RejectedAsync();

        // Act
        await ApplyAsync(parts, rejected, new() { CaseDays = days }, after);

        // Assert
        var held = await parts.Truth.Integrity.ReadAsync(rejected.Case.CaseId);
        Assert.Null(held.Break);
        Assert.Equal(isErased, held.Stored.Case.ErasedAt is not null);
        Assert.Equal(isErased, held.Trail.Entries[^1] is { Type: "erased", Actor: "system" });
        Assert.Equal(!isErased, await parts.Related.HasAsync(rejected.Case));
        Assert.Equal(!isErased, await parts.Storage.Blob(rejected.Case.Location!).ExistsAsync());
    }

    [Fact]
    public async Task Apply_PublishedVideoStillThere_ItsCaseIsKept()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var published = await parts.PublishedAsync();

        // Act
        await ApplyAsync(parts, published, new() { CaseDays = 1 }, after: 400);

        // Assert
        Assert.Equal(published.ETag, (await parts.Cases.RequireAsync(published.Case.CaseId)).ETag);
        Assert.True(await parts.Related.HasAsync(published.Case));
    }

    [Fact]
    public async Task Apply_EvidenceOfAPublishedVideo_IsRemovedButTheReports_OnceAndInTheLog()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var published = await parts.PublishedAsync();

        // Act
        await ApplyAsync(parts, published, new() { EvidenceDays = 30 }, after: 400);
        await ApplyAsync(parts, await parts.Cases.RequireAsync(published.Case.CaseId), new() { EvidenceDays = 30 }, after: 401);

        // Assert
        Assert.Equal([EvidenceFiles.Labels], (await parts.Evidence.ListAsync(published.Case.CaseId)).Select(file => file.Name));
        Assert.True(await parts.Storage.Blob(published.Case.Location!).ExistsAsync());
        var held = await parts.Truth.Integrity.ReadAsync(published.Case.CaseId);
        Assert.Null(held.Break);
        Assert.Equal("2", Assert.Single(held.Trail.Entries, entry => entry.Type == "evidence-removed").Data["files"]);
    }

    [Fact]
    public async Task Step_TicketsPastTheirDays_AreRemovedUnlessTheirCaseIsOpen()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var (unused, rejected, open) = (await parts.TicketAsync(), await parts.RejectedAsync(), await parts.OpenAsync());
        var sweep = new TicketSweep(
            parts.Tickets, parts.Cases, parts.Truth.Journal, Truth.Clock(), Options.Create(new RetentionOptions { TicketDays = 30 }),
            Options.Create(Always));

        // Act
        await sweep.StepAsync(null, 5000, Run(parts, TimeProvider.System.GetUtcNow().AddDays(31)), CancellationToken.None);

        // Assert
        Assert.Null(await parts.Tickets.GetAsync(unused.UploadId));
        Assert.Null(await parts.Tickets.GetAsync(rejected.Case.Submission.UploadId));
        Assert.NotNull(await parts.Tickets.GetAsync(open.Case.Submission.UploadId));
        Assert.Equal(
            [open.Case.Submission.UploadId!],
            await parts.Uploaders.TicketsAsync(parts.Reference, default).Select(row => row.UploadId).ToListAsync());
        var held = await parts.Truth.Integrity.ReadAsync(rejected.Case.CaseId);
        Assert.Equal((null, "ticket-removed"), (held.Break, held.Trail.Entries[^1].Type));
    }

    private static Task ApplyAsync(ErasureParts parts, StoredCase stored, RetentionOptions options, int after)
    {
        parts.Time.Advance(TimeSpan.FromDays(after));
        return parts.Retention(options).ApplyAsync(
            stored, TimeProvider.System.GetUtcNow().AddDays(after), parts.Backend.Client, CancellationToken.None);
    }

    private static ReconciliationRun Run(ErasureParts parts, DateTimeOffset now) => new(
        parts.Backend.Client, now, TimeSpan.Zero, TestMetrics.Of<ReconciliationMetrics>(), NullLogger.Instance);
}
