using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;

namespace AiLabels.C2pa.Hashing;

/// <summary>The hard binding of a manifest: the assertion that binds it to the bytes of one file (C2PA 2.2, section 9.2).</summary>
/// <param name="Assertion">A data hash or a BMFF hash.</param>
/// <param name="ClaimAlgorithm">Hash algorithm if the assertion names none.</param>
internal sealed record ContentBinding(Assertion Assertion, string? ClaimAlgorithm)
{
    private const string DataHashName = "c2pa.hash.data";
    private const string FirstBmffHash = "c2pa.hash.bmff";
    private const string PartSuffix = ".part";

    /// <summary>Status code for content that does not match the hard binding.</summary>
    public string MismatchCode => IsDataHash ? StatusCode.DataHashMismatch : StatusCode.BmffHashMismatch;

    private bool IsDataHash => HashName(Assertion) == DataHashName;

    /// <summary>Returns true if an assertion is the hash of one part of a file (section 18.9.2).</summary>
    public static bool IsOfPart(Assertion assertion) =>
        assertion is { Cbor: not null } && assertion.Name.EndsWith(PartSuffix, StringComparison.Ordinal) && IsForVideo(HashName(assertion));

    /// <exception cref="ManifestException">
    /// The manifest has no hard binding, more than one, or one of a kind not used for video files.
    /// </exception>
    public static ContentBinding Of(Manifest manifest)
    {
        var bindings = manifest.Assertions
            .Where(assertion => IsForVideo(assertion.Name))
            .ToList();
        if (bindings.Count > 1)
        {
            // Writers put version 1 beside version 2 for older readers; newer readers shall ignore it (section 18.6.1).
            bindings.RemoveAll(assertion => assertion.Name == FirstBmffHash);
        }

        return bindings switch
        {
            [{ Cbor: not null } binding] => new ContentBinding(binding, manifest.Claim.Algorithm),
            [_, _, ..] =>
                throw new ManifestException(
                    StatusCode.AssertionMultipleHardBindings, "the manifest has more than one hard binding to the content"),
            _ => throw new ManifestException(
                StatusCode.ClaimHardBindingsMissing, "the manifest has no hard binding to the content of a video file"),
        };
    }

    /// <summary>Reads the whole file.</summary>
    /// <param name="stores">Places of the manifest stores in it, with the boxes or chunks around them.</param>
    /// <exception cref="ManifestException">
    /// The assertion is malformed or does not fit the file, or it matches and leaves out bytes that belong to the content.
    /// </exception>
    /// <exception cref="LimitReachedException">The file has more boxes than may be visited.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async ValueTask<bool> MatchesAsync(
        ByteReader bytes, IReadOnlyList<FileRange> stores, int maxBoxes, CancellationToken cancellation)
    {
        var layout = await BmffLayout.ReadAsync(bytes, maxBoxes);
        var checks = await PlanAsync(Assertion.Cbor!, layout);
        try
        {
            if (!await HashCheck.RunAsync(checks, bytes, cancellation))
            {
                return false;
            }

            var hashed = FileRange.Union(checks.SelectMany(static check => check.Sequence.Hashed));
            RefuseWideExclusions(hashed, stores, bytes.Length);
            var played = await AviIndexes.IsAviAsync(bytes)
                ? await new AviIndexes(bytes, maxBoxes).FindOutsideAsync(hashed)
                : await new PlayedMedia(layout).FindOutsideAsync(hashed);
            return played is { } outside
                ? throw new ManifestException(StatusCode.ContentOutsideHash, $"the hash matches, but {outside}, which it excludes")
                : true;
        }
        finally
        {
            foreach (var check in checks)
            {
                check.Sequence.Dispose();
            }
        }
    }

    /// <summary>
    /// A data hash has to leave out the manifest store and may leave out more (section 15.12.1); those bytes are then anyone's.
    /// </summary>
    private void RefuseWideExclusions(IReadOnlyList<FileRange> hashed, IReadOnlyList<FileRange> stores, long length)
    {
        if (!IsDataHash)
        {
            return;
        }

        var all = FileRange.Union([.. hashed, .. stores]);
        if (all is not [var whole] || whole.Start > 0 || whole.End < length)
        {
            throw new ManifestException(
                StatusCode.DataHashAdditionalExclusions, "the data hash excludes more of the file than its manifest store");
        }
    }

    private async ValueTask<IReadOnlyList<HashCheck>> PlanAsync(CborNode root, BmffLayout layout) => IsDataHash
        ? DataHash.Plan(root, ClaimAlgorithm, layout.Length)
        : await BmffHash.Read(root, HashName(Assertion) != FirstBmffHash, ClaimAlgorithm).PlanAsync(layout);

    private static bool IsForVideo(string name) => name is DataHashName or FirstBmffHash or "c2pa.hash.bmff.v2" or "c2pa.hash.bmff.v3";

    private static string HashName(Assertion assertion) =>
        assertion.Name.EndsWith(PartSuffix, StringComparison.Ordinal) ? assertion.Name[..^PartSuffix.Length] : assertion.Name;
}
