using AiLabels.Reports;
using AiLabels.Testing.C2pa;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.TrustLists;
using VideoGate.TrustLists;

namespace VideoGate.Tests.EndToEnd;

/// <summary>Trust in content credentials in the running app, while the lists arrive, change and fail to arrive.</summary>
[Trait("Needs", "services")]
public sealed class TrustListTests
{
    private static readonly TestPki[] Authorities = TestLists.Authorities(4);
    private static readonly BinaryData Video =
        new(SignedMp4.Build(
            new ManifestBuilder("urn:c2pa:1") { Signer = Authorities[0].Signer() }.Action("c2pa.created", SourceTypes.Trained)));

    [Fact]
    public async Task Signer_IsJudgedByTheListInForce_AndTheCaseSaysByWhich()
    {
        await using var server = await ListServer.StartAsync(ListServer.Status(503));
        await using var gate = await RunningGate.StartAsync(settings =>
        {
            settings["TrustLists__Signers"] = server.Address.AbsoluteUri;
            settings["TrustLists__LoopbackTargets__0"] = server.Target;
            settings["TrustLists__Schedule"] = "* * * * * *";
        });

        // No list yet.
        var early = await LabelsAsync(gate, "early.mp4");
        Assert.Equal((SignerTrust.Unverified, null), (early.Signer, early.TrustLists));

        // A list arrives.
        var list = TestLists.Pem(Authorities);
        server.Answer = ListServer.Text(list);
        await UntilLoggedAsync(gate, "Trust list Signers was updated to SHA-256");
        var judged = await LabelsAsync(gate, "judged.mp4");
        Assert.Equal((SignerTrust.Trusted, TestLists.Read(list).Sha256, null),
            (judged.Signer, judged.TrustLists?.Signers?.Sha256, judged.TrustLists?.TimeStampers));

        // An invalid list changes nothing.
        server.Answer = ListServer.Text(TestLists.Pem(TestPki.Root("CN=Mallory")));
        await UntilLoggedAsync(gate, "was rejected: It holds only 0 of the 4 entries in the last good list.");
        Assert.Equal(judged.TrustLists, (await LabelsAsync(gate, "later.mp4")).TrustLists);

        // The list has not been refreshed for a year.
        await AgeAsync(gate, TimeSpan.FromDays(365));
        await UntilLoggedAsync(gate, "Trust list Signers is out of date: its source last confirmed it at");
    }

    [Fact]
    public async Task Signer_NoListIsConfigured_StaysUnverified()
    {
        // Arrange
        await using var gate = await RunningGate.StartAsync();

        // Act
        var labels = await LabelsAsync(gate, "video.mp4");

        // Assert
        Assert.Equal((SignerTrust.Unverified, null), (labels.Signer, labels.TrustLists));
    }

    [Fact]
    public async Task Signer_OnTheListOfConformingProducts_IsNamedInTheReport()
    {
        // Arrange
        await using var signers = await ListServer.StartAsync(TestLists.Pem(Authorities));
        await using var products = await ListServer.StartAsync(TestLists.Products("one"));
        await using var gate = await RunningGate.StartAsync(settings =>
        {
            settings["TrustLists__Signers"] = signers.Address.AbsoluteUri;
            settings["TrustLists__Products"] = products.Address.AbsoluteUri;
            settings["TrustLists__LoopbackTargets__0"] = signers.Target;
            settings["TrustLists__LoopbackTargets__1"] = products.Target;
        });
        await UntilLoggedAsync(gate, "Trust list Products was updated to SHA-256");

        // Act
        var decided = await gate.UntilDecidedAsync(await gate.UploadAsync("video.mp4", Video));

        // Assert
        var report =
            await new EvidenceStore(gate.Storage).ReadAsync(decided.CaseId, EvidenceFiles.Labels, LabelJson.Default.LabelReport);
        Assert.Equal(("Leaf", "one"), (report?.Credentials.Product?.Name, report?.Credentials.Product?.RecordId));
        Assert.NotNull(decided.Labels!.TrustLists?.Products);
    }

    private static async Task<LabelSummary> LabelsAsync(RunningGate gate, string name)
    {
        var decided = await gate.UntilDecidedAsync(await gate.UploadAsync(name, Video));
        var evidence =
            await new EvidenceStore(gate.Storage).ReadAsync(decided.CaseId, EvidenceFiles.TrustLists, EvidenceJson.Default.TrustListsUsed);
        Assert.Equal(decided.Labels!.TrustLists, evidence);
        return decided.Labels;
    }

    private static async Task AgeAsync(RunningGate gate, TimeSpan by)
    {
        var pointer =
            new JsonBlob<TrustListState>(gate.Storage.Blob(new(Containers.Trust, "signers.json")), TrustListJson.Default.TrustListState);
        var stored = await pointer.ReadAsync(CancellationToken.None);
        Assert.NotNull(
            await pointer.ReplaceAsync(
                stored!.ETag, stored.Value with { ConfirmedAt = stored.Value.ConfirmedAt - by }, CancellationToken.None));
    }

    private static async Task UntilLoggedAsync(RunningGate gate, string text)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!(await File.ReadAllTextAsync(gate.App.Log, timeout.Token)).Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(100, timeout.Token);
        }
    }
}
