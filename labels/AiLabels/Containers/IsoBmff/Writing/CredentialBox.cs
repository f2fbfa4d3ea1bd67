namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Builds the uuid box of a manifest store (C2PA 2.2, annex A.5.3).</summary>
internal static class CredentialBox
{
    private static readonly byte[] VersionAndFlags = new byte[4];

    /// <summary>No box with rows of a Merkle tree follows.</summary>
    private static readonly byte[] NoAuxiliary = new byte[8];

    public static byte[] Of(byte[] store) => BoxBuilder.Box(
        BoxType.Uuid, UuidBox.C2pa.ToByteArray(bigEndian: true), VersionAndFlags, "manifest\0"u8.ToArray(), NoAuxiliary, store);
}
