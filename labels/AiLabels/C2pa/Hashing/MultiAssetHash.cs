using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;

namespace AiLabels.C2pa.Hashing;

/// <summary>
/// <c>c2pa.hash.multi-asset</c>: a hash for every part of a file that holds several, checked if the hash of the whole file does not match:
/// parts may be optional (C2PA 2.2, sections 15.12.4 and 18.9).
/// </summary>
/// <param name="manifest">Holds the assertions that the parts reference.</param>
/// <param name="bytes">The file.</param>
/// <param name="stores">Places of the manifest stores in it.</param>
/// <param name="maxBoxes">Maximum number of boxes visited in each part.</param>
internal sealed class MultiAssetHash(Manifest manifest, ByteReader bytes, IReadOnlyList<FileRange> stores, int maxBoxes)
{
    private const int MaxParts = 32;

    /// <summary>Returns true if a manifest has such an assertion.</summary>
    public static bool IsIn(Manifest manifest) => manifest.Assertions.Any(assertion => assertion.Name == Assertion.MultiAssetHash);

    /// <summary>Returns if every part is unchanged since signing.</summary>
    /// <exception cref="ManifestException">
    /// The assertion is malformed or does not fit the file, or a part is missing or changed.
    /// </exception>
    /// <exception cref="LimitReachedException">The file has more boxes than allowed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public async ValueTask CheckAsync(CancellationToken cancellation)
    {
        foreach (var (range, hash) in Cover(await LocateAsync()))
        {
            using var part = bytes.Part(range.Start, range.End - range.Start);
            var own = stores.Select(store => store.Within(range)).ToList();
            if (!await new ContentBinding(hash, manifest.Claim.Algorithm).MatchesAsync(part, own, maxBoxes, cancellation))
            {
                throw new ManifestException(
                    StatusCode.MultiAssetHashMismatch, $"the part at byte {range.Start} does not match the signed part");
            }
        }
    }

    private async ValueTask<IReadOnlyList<(FileRange Range, Assertion Hash)>> LocateAsync()
    {
        if (manifest.Assertions.Where(assertion => assertion.Name == Assertion.MultiAssetHash).ToList() is not [var assertion]
            || assertion.Cbor?["parts"]?.Items is not { Count: > 0 and <= MaxParts } parts)
        {
            throw Malformed("the multi-asset hash lists no parts or too many, or appears twice");
        }

        var layout = parts.Any(part => part["location"]?["bmffBox"] is not null) ? await BmffLayout.ReadAsync(bytes, maxBoxes) : null;
        var located = new List<(FileRange, Assertion)>();
        foreach (var part in parts)
        {
            var hash = HashOf(part);
            if (await LocateAsync(part["location"], layout) is { } range)
            {
                located.Add((range, hash));
            }
            else if (part["optional"]?.Boolean != true)
            {
                throw new ManifestException(StatusCode.MultiAssetHashMissingPart, "a required part is missing");
            }
        }

        return located;
    }

    /// <remarks>
    /// Section 15.12.4 calls a range beyond the end malformed, so no part could ever be missing or optional. Here a part that begins at or
    /// after the end of the file is missing, and a part that extends beyond the end is malformed.
    /// </remarks>
    private async ValueTask<FileRange?> LocateAsync(CborNode? location, BmffLayout? layout)
    {
        if (location?["bmffBox"]?.Text is { } path)
        {
            return await layout!.PayloadAsync(BmffPath.Parse(path) ?? throw Malformed("a part has a malformed path"));
        }

        if (location?["byteOffset"]?.Integer is not (>= 0 and var start) || location["length"]?.Integer is not (>= 0 and var length))
        {
            throw Malformed("a part has no location");
        }

        return start >= bytes.Length ? null
            : length <= bytes.Length - start ? new FileRange(start, start + length)
            : throw Malformed("the file ends within a part");
    }

    /// <summary>
    /// Returns the hard binding that a hashed URI references; its label marks it as of a part. The specification's own example has only the
    /// URI.
    /// </summary>
    private Assertion HashOf(CborNode part)
    {
        var reference = part["hashAssertion"];
        var box = (reference?["url"]?.Text ?? reference?.Text) is { } url ? Manifest.Find(manifest.Box, url) : null;
        return manifest.Assertions.FirstOrDefault(assertion => assertion.Box == box && ContentBinding.IsOfPart(assertion))
            ?? throw Malformed("a part names no hash that this reader can check");
    }

    /// <summary>
    /// Checks that parts have no gaps, do not overlap and are listed in file order, so that no bytes can be inserted between or after them.
    /// </summary>
    private IReadOnlyList<(FileRange Range, Assertion Hash)> Cover(IReadOnlyList<(FileRange Range, Assertion Hash)> parts)
    {
        var end = 0L;
        foreach (var (range, _) in parts)
        {
            end = range.Start == end ? range.End : throw Malformed("the parts do not follow one another");
        }

        return end == bytes.Length ? parts : throw Malformed("the parts do not cover the file");
    }

    private static ManifestException Malformed(string why) => new(StatusCode.MultiAssetHashMalformed, why);
}
