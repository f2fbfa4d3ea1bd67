using Microsoft.DurableTask.Client;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Erasures;
using VideoGate.Reporting.Statements;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Erasures;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class UploaderEraserTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Run_ConfirmedOrder_LeavesNothingInStorageThatLeadsToTheUploader()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var rejected = await parts.RejectedAsync();
        var published = await parts.PublishedAsync();
        await parts.TicketAsync();
        await parts.Storage.Blob(published.Case.Location!).DeleteAsync();
        parts.Backend.Instances[rejected.Case.CaseId] = OrchestrationRuntimeStatus.Completed;
        Assert.NotEmpty(await parts.TracesAsync());
        var erasureId = await parts.ConfirmedAsync();

        // Act
        await parts.RunAsync(erasureId);

        // Assert
        Assert.Empty(await parts.TracesAsync());
        var order = await parts.OrderAsync(erasureId);
        Assert.Equal((ErasureState.Completed, null), (order.State, order.Uploader));
        Assert.Equal(new(Cases: 2, Videos: 1, Files: 6, Tickets: 3, Histories: 1), order.Counts);
        Assert.Empty(parts.Backend.Instances);
    }

    [Fact]
    public async Task Run_ErasedCase_AgreesWithItsLogAndKeepsTheDecision()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var before = await parts.RejectedAsync();

        // Act
        await parts.RunAsync(await parts.ConfirmedAsync());

        // Assert
        var held = await parts.Truth.Integrity.ReadAsync(before.Case.CaseId);
        var after = held.Stored.Case;
        Assert.Null(held.Break);
        Assert.Equal(
            (CaseState.Rejected, before.Case.Submission.Pseudonym, null),
            (after.State, after.Submission.Pseudonym, after.Submission.Uploader));
        Assert.Equal(("label-missing", "bob", before.Case.ClosedAt),
            (after.Review!.Decision!.ReasonCode, after.Review.Decision.DecidedBy, after.ClosedAt));
        Assert.Equal(before.Case.Decision!.Reason, after.Decision!.Reason);
        Assert.NotNull(StatementWriter.Write(after, TestPolicies.Shipped.Active, StatementTexts.English));
        var last = held.Trail.Entries[^1];
        Assert.Equal(("erased", "sam", "sue"), (last.Type, last.Actor, last.Data["orderedBy"]));
        Assert.Empty(ErasableText.Read(held.Trail.Entries, after.TextKey));
        Assert.Contains(
            held.Trail.Entries, entry => entry.Type == "review-information-given" && entry.Actor == before.Case.Submission.Pseudonym);
    }

    [Fact]
    public async Task Run_BeforeTheErasure_TextsOfTheLogAreReadable()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);

        // Act
        var rejected = await parts.RejectedAsync();

        // Assert
        var trail = await parts.Truth.Audit.ReadAsync(rejected.Case.CaseId, rejected.Case.AuditHead);
        var texts = ErasableText.Read(trail.Entries, rejected.Case.TextKey);
        Assert.Contains($"It is, {parts.Mark}", texts.Values);
        Assert.Contains($"Note {parts.Mark}", texts.Values);
        Assert.Contains(rejected.Case.Upload.Name, texts.Values);
        Assert.DoesNotContain(parts.Mark, string.Concat(trail.Entries.Select(entry => entry.ToLine())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Run_InterruptedBetweenCases_GoesOnWhereItEnded(int casesBefore)
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        await parts.RejectedAsync();
        await parts.RejectedAsync();
        var erasureId = await parts.ConfirmedAsync();
        if (casesBefore > 0)
        {
            await parts.RunAsync(erasureId, casesBefore);
        }

        parts.Backend.Outage = new InvalidOperationException("The process ends here.");
        await Assert.ThrowsAsync<AggregateException>(() => parts.RunAsync(erasureId));
        Assert.Equal(ErasureState.Confirmed, (await parts.OrderAsync(erasureId)).State);
        parts.Backend.Outage = null;

        // Act
        await parts.RunAsync(erasureId);
        await parts.RunAsync(erasureId);

        // Assert
        var order = await parts.OrderAsync(erasureId);
        Assert.Equal((ErasureState.Completed, 2), (order.State, order.Counts.Cases));
        Assert.Empty(await parts.TracesAsync());
    }

    /// <remarks>The case is the last to go: all before it is deleted again by the next attempt.</remarks>
    [Fact]
    public async Task Erase_FilesGoneAndCaseNot_IsCompletedByTheNextRun()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var rejected = await parts.RejectedAsync();
        var erasureId = await parts.ConfirmedAsync();
        await parts.Storage.Blob(rejected.Case.Location!).DeleteAsync();
        await parts.Evidence.RemoveAsync(rejected.Case.CaseId, isKept: null, default);
        await parts.Truth.Journal.RecordAsync(
            rejected, [new(AuditEventTypes.ErasureStarted.Name, "sam", [])], CaseErasure.Begin, default);

        // Act
        await parts.RunAsync(erasureId);

        // Assert
        Assert.Empty(await parts.TracesAsync());
        var held = await parts.Truth.Integrity.ReadAsync(rejected.Case.CaseId);
        Assert.Null(held.Break);
        Assert.Single(held.Trail.Entries, entry => entry.Type == "erasure-started");
    }

    [Fact]
    public async Task Run_OrchestrationNotEnded_WaitsAndErasesNothingOfThatCase()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var rejected = await parts.RejectedAsync();
        parts.Backend.Instances[rejected.Case.CaseId] = OrchestrationRuntimeStatus.Running;
        var erasureId = await parts.ConfirmedAsync();

        // Act
        await parts.RunAsync(erasureId);

        // Assert
        Assert.Equal(ErasureState.Confirmed, (await parts.OrderAsync(erasureId)).State);
        Assert.Equal(rejected.ETag, (await parts.Cases.RequireAsync(rejected.Case.CaseId)).ETag);
        parts.Backend.Instances[rejected.Case.CaseId] = OrchestrationRuntimeStatus.Completed;
        await parts.RunAsync(erasureId);
        Assert.Empty(await parts.TracesAsync());
    }

    [Fact]
    public async Task Run_BrokenCase_IsNamedAndKept_AndTheOthersAreErased()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var broken = await parts.RejectedAsync();
        var honest = await parts.RejectedAsync();
        await parts.Cases.UpdateAsync(broken.Case.CaseId, said => said with { ContentFingerprint = "forged" });
        var erasureId = await parts.ConfirmedAsync();

        // Act
        var failure = await Assert.ThrowsAsync<AggregateException>(() => parts.RunAsync(erasureId));

        // Assert
        Assert.Contains(broken.Case.CaseId, failure.ToString(), StringComparison.Ordinal);
        Assert.True(await parts.Storage.Blob(broken.Case.Location!).ExistsAsync());
        Assert.NotNull((await parts.Cases.RequireAsync(honest.Case.CaseId)).Case.ErasedAt);
        Assert.Equal(ErasureState.Confirmed, (await parts.OrderAsync(erasureId)).State);
    }

    [Fact]
    public async Task Erase_CaseReopenedMeanwhile_IsLeftAndAgreesWithItsLog()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var rejected = await parts.RejectedAsync();
        await parts.Truth.Recorded.UpdateAsync(
            rejected.Case.CaseId, said => said with { State = CaseState.Quarantined, ClosedAt = null });

        // Act
        var begun = await parts.Truth.Journal.RecordAsync(
            rejected, [new(AuditEventTypes.ErasureStarted.Name, "sam", [])], CaseErasure.Begin, default);
        var counts = await parts.Case.EraseAsync(begun, ErasureReason.Retention, parts.Backend.Client, default);

        // Assert
        Assert.Null(counts);
        var held = await parts.Truth.Integrity.ReadAsync(rejected.Case.CaseId);
        Assert.Equal((null, parts.Name), (held.Break, held.Stored.Case.Submission.Uploader));
    }

    [Fact]
    public async Task Obstacles_OpenCasesAndPublishedVideos_AreNamed()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var (open, published) = (await parts.OpenAsync(), await parts.PublishedAsync());
        await parts.RejectedAsync();

        // Act
        var obstacles = await parts.ObstaclesAsync();

        // Assert
        Assert.Equal([open.Case.CaseId], obstacles.OpenCases);
        Assert.Equal([published.Case.CaseId], obstacles.PublishedVideos);
        Assert.NotNull(obstacles.ToProblem());
    }

    [Fact]
    public async Task Run_OrderThatNoOneConfirmed_ExpiresAndErasesNothing()
    {
        // Arrange
        var parts = await ErasureParts.StartAsync(azurite);
        var rejected = await parts.RejectedAsync();
        var erasureId = await parts.ConfirmedAsync();
        var stored = await parts.Orders.GetAsync(erasureId, default);
        await parts.Orders.ReplaceAsync(
            stored!.ETag, stored.Value with { State = ErasureState.AwaitingConfirmation, ConfirmedBy = null, ConfirmedAt = null }, default);
        await parts.RunAsync(erasureId);
        Assert.Equal(ErasureState.AwaitingConfirmation, (await parts.OrderAsync(erasureId)).State);
        parts.Time.Advance(TimeSpan.FromDays(8));

        // Act
        await parts.RunAsync(erasureId);

        // Assert
        var order = await parts.OrderAsync(erasureId);
        Assert.Equal((ErasureState.Expired, null), (order.State, order.Uploader));
        Assert.Null((await parts.Uploaders.GetAsync(parts.Reference, default))!.Value.ErasureId);
        Assert.Equal(rejected.ETag, (await parts.Cases.RequireAsync(rejected.Case.CaseId)).ETag);
    }
}
