using System.Security.Cryptography;
using AiLabels.Tests.Builders;

namespace AiLabels.Tests.C2pa.Builders;

/// <summary>A small movie with content credentials: ftyp, the C2PA box, mdat, moov.</summary>
internal static class SignedMp4
{
    private static readonly byte[] C2paUuid = Convert.FromHexString("d8fec3d61b0e483c92975828877ec481");

    /// <summary>Binds the active manifest to the movie. Two passes: the offsets that are hashed depend on the length of the store.</summary>
    public static byte[] Build(ManifestBuilder active, params ManifestBuilder[] ingredients)
    {
        active.ContentHash = new byte[32];
        var draft = Embed(Store());
        active.ContentHash = HashMedia(draft);
        return Embed(Store());

        byte[] Store() => Jumbf.Store([.. ingredients.Select(ingredient => ingredient.Build()), active.Build()]);
    }

    public static byte[] Embed(byte[] store) => Mp4.Concat(Mp4.Ftyp, C2paBox(store), Mp4.Mdat(), Mp4.Moov());

    public static byte[] C2paBox(byte[] store) => Mp4.Box("uuid", C2paUuid, new byte[4], "manifest\0"u8.ToArray(), new byte[8], store);

    /// <summary>The entry that leaves the C2PA box out of the hash.</summary>
    public static Dictionary<object, object?> ExcludeC2paBox() => new()
    {
        ["xpath"] = "/uuid",
        ["data"] = new object?[] { new Dictionary<object, object?> { ["offset"] = 8, ["value"] = C2paUuid } },
    };

    public static Dictionary<object, object?> Exclude(string path) => new() { ["xpath"] = path };

    /// <summary>Offset and bytes of mdat and moov, which end the file.</summary>
    private static byte[] HashMedia(byte[] file)
    {
        var (moov, mdat) = (Mp4.Moov(), Mp4.Mdat());
        var moovAt = file.Length - moov.Length;
        return SHA256.HashData(Mp4.Concat(Mp4.UInt64((ulong)(moovAt - mdat.Length)), mdat, Mp4.UInt64((ulong)moovAt), moov));
    }
}
