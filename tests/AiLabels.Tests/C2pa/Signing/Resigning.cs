using AiLabels.C2pa.Signing;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using AiLabels.Tests.Writing;

namespace AiLabels.Tests.C2pa.Signing;

/// <summary>Labels and signs copies in tests.</summary>
internal static class Resigning
{
    public static readonly TestPki Root = TestPki.Root("CN=Platform Root");

    /// <summary>Trusts the platform's signer alone.</summary>
    public static readonly LabelReaderOptions Trusting = new() { SignerAnchors = Root.AsAnchors };

    public static readonly ContentEdit Labelled = new(ContentEdit.EditedMetadata, "An AIGC label was written.");

    /// <summary>Signs a copy that differs from its parent as given.</summary>
    public static async Task<(SignedCopy Signed, byte[] File)> SignAsync(
        IByteSource copy, IByteSource parent, ClaimSigner? signer = null, LabelReaderOptions? options = null, params ContentEdit[] edits)
    {
        var reading = options ?? Trusting;
        var signed = await new CredentialWriter(signer ?? TestClaimSigner.Of(Root), reading, TimeProvider.System).SignAsync(new()
        {
            Bytes = copy,
            Parent = parent,
            ParentReport = await Inspect.Source(parent, reading),
            Edits = edits is [] ? [Labelled] : edits,
            Generator = "Test Platform",
            GeneratorVersion = "1.2.3",
        });
        using var output = new MemoryStream();
        if (signed.Bytes is { } bytes)
        {
            await bytes.CopyToAsync(output);
        }

        return (signed, output.ToArray());
    }

    /// <summary>Writes a metadata label into a copy of an upload and signs it.</summary>
    public static async Task<(SignedCopy Signed, byte[] File)> LabelAsync(
        byte[] upload, ClaimSigner? signer = null, LabelReaderOptions? options = null)
    {
        var source = new MemoryByteSource(upload);
        var (outcome, copy) = await new LabelWriter(Labelling.Replacing, TimeProvider.System).PrepareAsync(source, Labelling.Generated);
        Assert.True(outcome.IsWritten, outcome.Message);
        return await SignAsync(copy!, source, signer, options);
    }
}
