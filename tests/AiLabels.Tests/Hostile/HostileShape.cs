namespace AiLabels.Tests.Hostile;

/// <summary>A file that is made to hang, crash or fill the memory of whoever reads it.</summary>
/// <param name="Name">What is too much in it.</param>
/// <param name="Build">Makes the file, up to some tens of megabytes.</param>
internal sealed record HostileShape(string Name, Func<byte[]> Build)
{
    public static IReadOnlyList<HostileShape> All { get; } =
        [.. IsoBmffShapes.All, .. TextShapes.All, .. ContainerShapes.All, .. ManifestShapes.All, .. SignatureShapes.All];
}
