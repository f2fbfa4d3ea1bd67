namespace AiLabels.Tests.Hostile;

/// <summary>A file made to hang or crash its reader, or to fill its memory.</summary>
/// <param name="Name">The excessive structure.</param>
/// <param name="Build">Builds the file, up to some tens of megabytes.</param>
internal sealed record HostileShape(string Name, Func<byte[]> Build)
{
    public static IReadOnlyList<HostileShape> All { get; } =
        [.. IsoBmffShapes.All, .. TextShapes.All, .. ContainerShapes.All, .. ManifestShapes.All, .. SignatureShapes.All];
}
