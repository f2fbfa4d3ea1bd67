using System.Security.Cryptography;
using AiLabels.Containers.IsoBmff.Writing;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.C2pa.Signing;

/// <summary>
/// Signs copies of videos in MP4 and MOV: each gets a new C2PA manifest store with the file that it was made from as parent ingredient,
/// whose own manifests are carried over.
/// </summary>
/// <remarks>
/// Media bytes are unchanged and keep their order. The copy is read once to hash it; at most a few MiB of it are in memory.
/// </remarks>
/// <param name="options">Limits, and the trust anchors under which parents are validated.</param>
public sealed class CredentialWriter(ClaimSigner signer, LabelReaderOptions options, TimeProvider time)
{
    private readonly LabelReaderOptions _reading = options with { CheckContentHash = false };
    private readonly ClaimSeal _seal = new(signer);

    /// <summary>Signs a copy before a byte of it is written, and reads it back as far as its media.</summary>
    /// <returns>The signed copy, or the refusal.</returns>
    /// <exception cref="IOException">The copy or its parent could not be read.</exception>
    /// <exception cref="CryptographicException">The key did not sign.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<SignedCopy> SignAsync(CopyToSign copy, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(copy);
        try
        {
            return await SignSupportedAsync(copy, cancellationToken);
        }
        catch (RefusalException refusal)
        {
            return new() { Refusal = refusal.Reason, Message = refusal.Message };
        }
        catch (LimitReachedException limit)
        {
            return new() { Refusal = Refusal.LimitReached, Message = limit.Message };
        }
    }

    private async ValueTask<SignedCopy> SignSupportedAsync(CopyToSign copy, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(copy.Bytes, cancellationToken);
        if (before.Container.Format is not (ContainerFormat.IsoBmff or ContainerFormat.QuickTime))
        {
            throw new RefusalException(Refusal.UnsupportedContainer, "Content credentials are written to MP4 and MOV alone.");
        }

        var now = time.GetUtcNow();
        var stores = await new LabelReader(_reading, time).ReadStoresAsync(copy.Parent, cancellationToken);
        var parent = ParentCredentials.Read(stores, _reading);
        var draft = new ManifestDraft(copy, parent, new IngredientAssertion(_reading, now).Of(parent, copy.ParentReport), now);

        var box = CredentialBox.Of(draft.Store(draft.Claim(ContentHash.Placeholder), _seal.Reserve()));
        var signed = new EditedSource(copy.Bytes, await PlanAsync(copy.Bytes, box, cancellationToken));
        using var bytes = new ByteReader(signed, MaxBytesRead(signed), cancellationToken);
        var claim = draft.Claim(await ContentHash.ComputeAsync(bytes, _reading.MaxBoxes, cancellationToken));
        var (seal, noTimeStamp) = await _seal.SignAsync(claim.Claim, cancellationToken);
        Fill(box, CredentialBox.Of(draft.Store(claim, seal)));

        CredentialVerification.Check(before, await ReadAsync(signed, cancellationToken), draft.Label);
        return new()
        {
            Bytes = signed,
            Manifest = draft.Label,
            ParentManifest = parent?.Active.Label,
            NoTimeStamp = noTimeStamp,
        };
    }

    private static async ValueTask<EditList> PlanAsync(IByteSource copy, byte[] box, CancellationToken cancellationToken)
    {
        using var bytes = new ByteReader(copy, MaxBytesRead(copy), cancellationToken);
        return await CredentialPlacement.PlanAsync(new Rewrite(bytes, new LabelWriterOptions()), box);
    }

    /// <summary>Replaces the reserved box, whose length the hash depends on.</summary>
    private static void Fill(byte[] reserved, byte[] final)
    {
        if (final.Length != reserved.Length)
        {
            throw new InvalidOperationException($"The signed box has {final.Length} bytes, and {reserved.Length} were reserved.");
        }

        final.CopyTo(reserved, 0);
    }

    private ValueTask<LabelReport> ReadAsync(IByteSource source, CancellationToken cancellationToken) =>
        new LabelReader(_reading with { MaxBytesRead = MaxBytesRead(source), MaxRawText = int.MaxValue }, time)
            .ReadAsync(source, cancellationToken);

    /// <summary>The file is read once in full in any case; reading its structure may cost as much again.</summary>
    private static long MaxBytesRead(IByteSource source) => Math.Max(64L << 20, source.Length);
}
