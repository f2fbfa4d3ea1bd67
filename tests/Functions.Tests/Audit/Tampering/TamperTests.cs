using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Tests.Audit.Tampering;

/// <summary>An edit past the app is named at the first place that is wrong, and carries out nothing; no other case is named.</summary>
[Trait("Needs", "services")]
public sealed class TamperTests(TamperFixture gate) : IClassFixture<TamperFixture>
{
    public static TheoryData<string> Names => [.. Edits.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Verify_OneEdit_NamesItsFirstWrongPlaceAndNothingElse(string edit)
    {
        try
        {
            var expected = await Edits.All[edit].MakeAsync(gate);

            var named = await gate.VerifyAsync();

            Assert.Equal([expected], named);
        }
        finally
        {
            await gate.RestoreAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Publish_OneEdit_CarriesOutNoDecisionOfTheBrokenCase(string edit)
    {
        try
        {
            var broken = (await Edits.All[edit].MakeAsync(gate)) is var named && CaseId.IsValid(named.What) && named.Fault != "NotIndexed"
                && !gate.Published.Contains(named.What) ? named.What : null;

            var moved = broken is null ? false : await TryPublishAsync(broken);

            Assert.False(moved, $"The video of a case that disagrees with its log was published after: {edit}");
        }
        finally
        {
            await gate.RestoreAsync();
        }
    }

    [Fact]
    public async Task Verify_NoEdit_NamesNothing() => Assert.Empty(await gate.VerifyAsync());

    [Fact]
    public void Edits_All_AreAtLeastThirty() => Assert.True(Edits.All.Count >= TamperFixture.Count);

    /// <returns>Whether the video is public.</returns>
    private async Task<bool> TryPublishAsync(string caseId)
    {
        var name = await NameAsync(caseId);
        try
        {
            await gate.Truth.Move.RunAsync(caseId, Containers.Published, CaseState.Published, default);
        }
        catch (Exception refused) when (refused is InvalidOperationException or System.Text.Json.JsonException)
        {
            // The case is gone or unreadable: nothing can be carried out.
        }

        return await gate.Storage.Blob(new(Containers.Published, name)).ExistsAsync();
    }

    private async Task<string> NameAsync(string caseId)
    {
        await foreach (var blob in gate.Storage.Container(Containers.Quarantine)
            .GetBlobsAsync(Azure.Storage.Blobs.Models.BlobTraits.Metadata, default, null, default))
        {
            if (blob.Metadata.TryGetValue("caseid", out var owner) && owner == caseId)
            {
                return blob.Name;
            }
        }

        throw new InvalidOperationException($"The video of {caseId} is not in quarantine.");
    }
}
