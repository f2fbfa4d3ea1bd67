using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Hashing;

/// <summary>Boxes excluded from the hash, wholly or in part (C2PA 2.2, section 18.6.2).</summary>
internal sealed record BmffExclusion
{
    // Genuine lists hold about ten entries with one value of 16 bytes each; every entry is compared with every box of its path.
    private const int MaxValues = 8;
    private const int MaxValueLength = 64;

    public required BmffPath Path { get; init; }

    /// <summary>Required length of the box.</summary>
    public required long? Length { get; init; }

    /// <summary>Required version of the FullBox.</summary>
    public required long? Version { get; init; }

    /// <summary>Three bytes that must equal the FullBox's flags or, if <see cref="FlagsExact"/> is false, be contained in them.</summary>
    public required ReadOnlyMemory<byte>? Flags { get; init; }

    public required bool FlagsExact { get; init; }

    /// <summary>Bytes required at offsets from the start of the box.</summary>
    public required IReadOnlyList<(long Offset, ReadOnlyMemory<byte> Value)> Data { get; init; }

    /// <summary>
    /// Excluded ranges: offsets from the start of the box and lengths, 0 to the end of the box; empty excludes the whole box.
    /// </summary>
    public required IReadOnlyList<(long Offset, long Length)> Subset { get; init; }

    /// <exception cref="ManifestException">The entry is malformed or exceeds a limit.</exception>
    public static BmffExclusion Read(CborNode item)
    {
        var exclusion = new BmffExclusion
        {
            Path = BmffPath.Parse(item["xpath"]?.Text ?? "") ?? throw Malformed(),
            Length = item["length"]?.Integer,
            Version = item["version"]?.Integer,
            Flags = item["flags"]?.Bytes,
            FlagsExact = item["exact"]?.Boolean ?? true,
            Data = [.. (item["data"]?.Items ?? []).Select(value => (value["offset"]?.Integer ?? -1, value["value"]?.Bytes ?? default))],
            Subset = [.. (item["subset"]?.Items ?? []).Select(part => (part["offset"]?.Integer ?? -1, part["length"]?.Integer ?? -1))],
        };
        return exclusion.IsSound ? exclusion : throw Malformed();
    }

    private bool IsSound =>
        Flags is null or { Length: 3 }
        && Data.Count <= MaxValues
        && Data.All(part => part.Offset >= 0 && part.Value.Length is > 0 and <= MaxValueLength)
        && Subset.All(part => part.Offset >= 0 && part.Length >= 0);

    private static ManifestException Malformed() => new(StatusCode.BmffHashMalformed, "the BMFF hash has a malformed exclusion");
}
