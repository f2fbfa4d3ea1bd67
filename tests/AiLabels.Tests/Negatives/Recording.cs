namespace AiLabels.Tests.Negatives;

/// <summary>A file as a camera, phone or recorder writes it, without any label.</summary>
/// <param name="Name">What writes it.</param>
internal sealed record Recording(string Name, Func<byte[]> Build)
{
    public static IReadOnlyList<Recording> All { get; } = [.. Cameras.All, .. Phones.All, .. Recorders.All];
}
