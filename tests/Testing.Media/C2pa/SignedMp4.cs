using System.Security.Cryptography;
using System.Text;

namespace AiLabels.Testing.C2pa;

/// <summary>A small movie with content credentials: ftyp, the C2PA box, then the media.</summary>
internal static class SignedMp4
{
    private static readonly byte[] C2paUuid = Convert.FromHexString("d8fec3d61b0e483c92975828877ec481");

    /// <summary>mdat and moov, bound by one hash.</summary>
    public static byte[] Build(ManifestBuilder active, params ManifestBuilder[] ingredients) =>
        Build(active, [Mp4.Mdat(), Mp4.Moov()], "c2pa.hash.bmff.v3",
            (_, boxes) => Hash(boxes, ExcludeC2paBox(), Exclude("/ftyp"), Exclude("/mfra")), ingredients);

    /// <param name="media">Top-level boxes after the C2PA box.</param>
    /// <param name="binding">Name of the assertion that binds the manifest to the file.</param>
    /// <param name="bind">Its content, given the file and the offset of each box in it.</param>
    public static byte[] Build(
        ManifestBuilder active,
        byte[][] media,
        string binding,
        Func<byte[], (long Offset, byte[] Box)[], Dictionary<object, object?>> bind,
        params ManifestBuilder[] ingredients)
    {
        // Offsets are hashed and depend on the length of the store; time-stamp lengths differ by a byte or two.
        var file = Embed([], media);
        for (var length = 0; ; length = file.Length)
        {
            active.Binding = (binding, bind(file, Locate(file, media)));
            file = Embed(Jumbf.Store([.. ingredients.Select(ingredient => ingredient.Build()), active.Build()]), media);
            if (file.Length == length)
            {
                return file;
            }
        }
    }

    public static byte[] Embed(byte[] store) => Embed(store, [Mp4.Mdat(), Mp4.Moov()]);

    public static byte[] C2paBox(byte[] store, string purpose = "manifest") =>
        Mp4.Box("uuid", C2paUuid, new byte[4], Encoding.ASCII.GetBytes(purpose), new byte[1 + 8], store);

    /// <summary>One hash over the offset and the bytes of every box.</summary>
    public static Dictionary<object, object?> Hash((long Offset, byte[] Box)[] boxes, params object?[] exclusions) => new()
    {
        ["exclusions"] = exclusions,
        ["alg"] = "sha256",
        ["hash"] = SHA256.HashData(Mp4.Concat([.. boxes.SelectMany(box => new[] { Mp4.UInt64((ulong)box.Offset), box.Box })])),
    };

    /// <summary>The entry that excludes the C2PA box from the hash.</summary>
    public static Dictionary<object, object?> ExcludeC2paBox() => new()
    {
        ["xpath"] = "/uuid",
        ["data"] = new object?[] { new Dictionary<object, object?> { ["offset"] = 8, ["value"] = C2paUuid } },
    };

    public static Dictionary<object, object?> Exclude(string path, params (int Offset, int Length)[] subset)
    {
        var entry = new Dictionary<object, object?> { ["xpath"] = path };
        if (subset.Length > 0)
        {
            entry["subset"] =
                subset.Select(
                    object? (part) => new Dictionary<object, object?> { ["offset"] = part.Offset, ["length"] = part.Length }).ToArray();
        }

        return entry;
    }

    private static byte[] Embed(byte[] store, byte[][] media) => Mp4.Concat([Mp4.Ftyp, C2paBox(store), .. media]);

    private static (long Offset, byte[] Box)[] Locate(byte[] file, byte[][] media)
    {
        var position = (long)file.Length - media.Sum(box => box.Length);
        return [.. media.Select(box => (Offset: (position += box.Length) - box.Length, box))];
    }
}
