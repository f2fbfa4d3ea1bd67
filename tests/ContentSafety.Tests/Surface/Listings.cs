namespace VideoGate.Local.ContentSafety.Tests.Surface;

/// <summary>Listings of the real packages' public surface, if this machine has them: <c>../shared/api</c> beside the repository.</summary>
internal static class Listings
{
    private static readonly string? Folder = Find();

    /// <summary>Skips the test without them.</summary>
    public static string Read(string package)
    {
        Assert.SkipWhen(
            Folder is null, "The listings of the real packages (../shared/api beside the repository) are not on this machine.");
        return File.ReadAllText(Path.Combine(Folder, package + ".txt"));
    }

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
