using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class PolicyArchiveTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policies-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Get_PolicyReplacedByAnUpgrade_IsStillTheOneThatWasPinned()
    {
        var storage = await TestStorage.StartAsync(azurite);
        var before = Load(PolicyTexts.Valid);
        await new PolicyArchive(before, storage).KeepAsync(CancellationToken.None);
        var after = Load(PolicyTexts.Valid.Replace("\"version\": \"1\"", "\"version\": \"2\"", StringComparison.Ordinal));

        var policies = new PolicyArchive(after, storage);
        await policies.KeepAsync(CancellationToken.None);
        var pinned = await policies.GetAsync(before.Active.Pin);

        Assert.Equivalent(before.Active, pinned, strict: true);
        Assert.Same(pinned, await policies.GetAsync(before.Active.Pin));
    }

    [Fact]
    public async Task Get_LoadedPolicy_NeedsNoStorage()
    {
        var policies = Load(PolicyTexts.Valid);

        Assert.Same(policies.Active,
            await new PolicyArchive(policies, await TestStorage.StartAsync(azurite)).GetAsync(policies.Active.Pin));
    }

    [Fact]
    public async Task Get_TextWasChanged_IsRefused()
    {
        var storage = await TestStorage.StartAsync(azurite);
        var pin = new PolicyVersion("house", "0", new string('a', 64));
        await storage.Blob(new(Containers.Cases, $"policies/{pin.Hash}.json"))
            .UploadAsync(new BinaryData(PolicyTexts.Valid), overwrite: true);

        var refusal =
            await Assert.ThrowsAsync<InvalidOperationException>(
                async () => await new PolicyArchive(Load(PolicyTexts.Valid), storage).GetAsync(pin));

        Assert.Contains("its SHA-256 differs", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TextIsGone_NamesItAndTheRemedy()
    {
        var policies = new PolicyArchive(Load(PolicyTexts.Valid), await TestStorage.StartAsync(azurite));

        var refusal =
            await Assert.ThrowsAsync<InvalidOperationException>(
                async () => await policies.GetAsync(new("house", "0", new string('b', 64))));

        Assert.Contains($"policies/{new string('b', 64)}.json", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_PolicyReplacedByAnUpgrade_HasBothAndNamesWhatCannotBeRead()
    {
        var storage = await TestStorage.StartAsync(azurite);
        var before = Load(PolicyTexts.Valid.Replace("\"house\"", "\"house-of-history\"", StringComparison.Ordinal), "house-of-history");
        await new PolicyArchive(before, storage).KeepAsync(CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(1.1)); // The service reports blob times in whole seconds.
        var after = Load(
            before.Files.Single().Text.ToString().Replace("\"version\": \"1\"", "\"version\": \"2\"", StringComparison.Ordinal),
                "house-of-history");
        var policies = new PolicyArchive(after, storage);
        await policies.KeepAsync(CancellationToken.None);
        var changed = new string('c', 64);
        await storage.Blob(new(Containers.Cases, $"policies/{changed}.json")).UploadAsync(new BinaryData("{}"), overwrite: true);

        var history = await policies.HistoryAsync("house-of-history", CancellationToken.None);

        Assert.Equal([after.Active.Pin, before.Active.Pin], history.Versions.Select(version => version.File.Policy.Pin));
        Assert.Contains(changed, history.Unreadable);
    }

    private LoadedPolicies Load(string text, string id = "house")
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "house.json"), text);
        return new(Options.Create(new PoliciesOptions { Folder = _folder.FullName, Active = id }));
    }
}
