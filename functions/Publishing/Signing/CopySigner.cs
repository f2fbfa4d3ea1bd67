using AiLabels.C2pa.Signing;
using AiLabels.Reading;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.TrustLists;

namespace VideoGate.Publishing.Signing;

/// <summary>Signs labelled copies with the platform's certificate, if one is set; the upload becomes the parent ingredient.</summary>
public sealed class CopySigner : IDisposable
{
    private const string Product = "VideoGate";

    private static readonly string? Version = typeof(CopySigner).Assembly.GetName().Version?.ToString(fieldCount: 3);

    private readonly TrustListStore _trustLists;
    private readonly TimeProvider _time;
    private readonly TimeStampClient? _stamps;

    internal CopySigner(SigningSettings settings, TrustListStore trustLists, TimeProvider time)
    {
        (_trustLists, _time) = (trustLists, time);
        if (SignerSetting.Read(settings.Signer).Signer is not { } signer)
        {
            return;
        }

        Signer = signer;
        if (settings.TimeStampAuthority is { } authority)
        {
            _stamps = new TimeStampClient(authority, settings);
            Signer = signer.With(_stamps.AskAsync);
        }
    }

    /// <summary>The platform's signer; null if copies are not signed.</summary>
    public ClaimSigner? Signer { get; }

    /// <param name="copy">The labelled copy.</param>
    /// <param name="original">The upload.</param>
    /// <param name="report">The label report of the upload.</param>
    /// <returns>The copy to be stored, and who signed it or why it is not signed; null if no signer is set.</returns>
    internal async Task<(IByteSource Bytes, CopySignature? Signature)> SignAsync(
        IByteSource copy, IByteSource original, LabelReport report, IReadOnlyList<ContentEdit> edits, CancellationToken cancellationToken)
    {
        if (Signer is null)
        {
            return (copy, null);
        }

        if (Signer.GetError(_time.GetUtcNow()) is { } error)
        {
            return (copy, new() { Signer = Signer.Name, Problem = new("signerInvalid", error) });
        }

        var trust = await _trustLists.InForceAsync(cancellationToken);
        var writer = new CredentialWriter(
            Signer, new() { SignerAnchors = trust.Signers, TimeStampAnchors = trust.TimeStampers }, _time);
        var signed = await writer.SignAsync(
            new()
            {
                Bytes = copy,
                Parent = original,
                ParentReport = report,
                Edits = edits,
                Generator = Product,
                GeneratorVersion = Version,
            },
            cancellationToken);
        return (signed.Bytes ?? copy, new()
        {
            Signer = Signer.Name,
            Manifest = signed.Manifest,
            ParentManifest = signed.ParentManifest,
            NoTimeStamp = signed.NoTimeStamp,
            Problem = signed.Refusal is { } refusal ? new(CamelCase.Name(refusal), signed.Message ?? "") : null,
        });
    }

    public void Dispose() => _stamps?.Dispose();
}
