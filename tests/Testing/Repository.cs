namespace VideoGate.Testing;

/// <summary>Finds files of the repository from any working folder of the tests.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Path.GetDirectoryName(Find("Serverless.sln"))
        ?? throw new FileNotFoundException("The tests run outside the repository.");

    /// <returns>The full path of the first <paramref name="relative"/> path found in this folder or one above it.</returns>
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (Path.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
