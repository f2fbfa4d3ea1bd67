namespace VideoGate.Local.ContentSafety.Tests.Surface;

/// <summary>Listings of the real packages' public surface, if this machine has them: <c>../shared/api</c> beside the repository.</summary>
internal static class Listings
{
    public static readonly string? Folder = Find();

    public static string Read(string package) => File.ReadAllText(Path.Combine(
        Folder ?? throw new InvalidOperationException("There are no listings here; guard the test with [SurfaceFact]."), package + ".txt"));

    private static string? Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Serverless.sln")))
        {
            root = root.Parent;
        }

        var folder = root?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "api") : null;
        return Directory.Exists(folder) ? folder : null;
    }
}
