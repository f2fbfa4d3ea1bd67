using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace VideoGate.Audit.Anchors;

/// <summary>Reads and verifies the chain of manifests. Reports a broken one and uses the others.</summary>
public sealed class AnchorChain(AnchorStore store, AuditSigner signer, IOptions<AuditOptions> options)
{
    /// <param name="keep">Whether to keep the heads of a case; null keeps all.</param>
    internal async Task<VerifiedAnchors> ReadAsync(Func<string, bool>? keep, CancellationToken cancellationToken)
    {
        var anchors = new VerifiedAnchors();
        AnchorReference? previous = null;
        foreach (var (name, _) in await store.ListAsync(cancellationToken))
        {
            if (await store.ReadAsync(name, cancellationToken) is not { } bytes)
            {
                continue;
            }

            var (manifest, fault) = Parse(name, bytes);
            if (manifest is not null)
            {
                Link(anchors, name, manifest.Previous, previous);
                anchors.Add(manifest, keep);
            }

            if (fault is { } wrong)
            {
                anchors.Breaks.Add(new(name, wrong));
            }

            previous = new(name, AnchorStore.HashOf(bytes));
            anchors.Written.Add(previous);
        }

        await CompareWithMemoryAsync(anchors, cancellationToken);
        return anchors;
    }

    /// <returns>The content of a manifest, or why it cannot be trusted.</returns>
    internal (AnchorManifest? Manifest, AnchorFault? Fault) Parse(string name, byte[] bytes)
    {
        if (AnchorStore.DayOf(name) is not { } day || Jws.Decode(Encoding.ASCII.GetString(bytes), signer) is not { } jws
            || Deserialize(jws.Payload) is not { } manifest)
        {
            return (null, AnchorFault.Garbage);
        }

        return manifest.Name != name ? (null, AnchorFault.Misnamed)
            : !jws.IsSigned && MustBeSigned(day) ? (null, AnchorFault.Unsigned)
            : (manifest, null);
    }

    internal bool IsSigned(byte[] manifest) => Jws.Decode(Encoding.ASCII.GetString(manifest), signer) is { IsSigned: true };

    private bool MustBeSigned(DateOnly day) => signer.IsSigning && (options.Value.SignedFrom is not { } from || day >= from);

    private static AnchorManifest? Deserialize(byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, AnchorJson.Default.AnchorManifest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Link(VerifiedAnchors anchors, string name, AnchorReference? says, AnchorReference? previous)
    {
        if (says == previous || anchors.Breaks.Any(broken => broken.Name == says?.Name))
        {
            return;
        }

        anchors.Breaks.Add(says is null ? new(name, AnchorFault.Unlinked)
            : says.Name == previous?.Name ? new(says.Name, AnchorFault.Changed)
            : new(says.Name, AnchorFault.Missing));
    }

    /// <remarks>Reads the app's own record last: it is written just after its manifest.</remarks>
    private async Task CompareWithMemoryAsync(VerifiedAnchors anchors, CancellationToken cancellationToken)
    {
        var last = await RememberedAsync(cancellationToken);
        var newest = anchors.Written is [.., var written] ? written : null;
        if (last == newest || anchors.Breaks.Exists(broken => broken.Name == last?.Name))
        {
            return;
        }

        anchors.Breaks.Add(last is null || AnchorStore.DayOf(last.Name) is null ? new(newest?.Name ?? "", AnchorFault.Forgotten)
            : last.Name == newest?.Name ? new(last.Name, AnchorFault.Changed)
            : anchors.Written.Contains(last) ? new(newest!.Name, AnchorFault.Forgotten)
            : new(last.Name, AnchorFault.Missing));
    }

    private async Task<AnchorReference?> RememberedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.LastAsync(cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
