using AiLabels;
using AiLabels.C2pa.Signing;
using AiLabels.Reading;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace VideoGate.Tests.Publishing;

/// <summary>A video that its uploader's tool signed.</summary>
internal static class SignedUpload
{
    public static TestPki Authority { get; } = TestPki.Root("CN=Uploader Root");

    /// <returns>The signed video, and the label of its manifest.</returns>
    public static async Task<(BinaryData Video, string Manifest)> OfAsync(BinaryData video)
    {
        var source = new MemoryByteSource(video.ToArray());
        var signed = await new CredentialWriter(TestClaimSigner.Of(Authority), new(), TimeProvider.System).SignAsync(new()
        {
            Bytes = source,
            Parent = source,
            ParentReport = await Inspect.Source(source),
            Edits = [new(ContentEdit.EditedMetadata, "An editor saved it.")],
            Generator = "Editor",
        });
        using var file = new MemoryStream();
        await signed.Bytes!.CopyToAsync(file);
        return (new(file.ToArray()), signed.Manifest!);
    }
}
