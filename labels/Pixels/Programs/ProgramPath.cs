namespace AiLabels.Pixels.Programs;

/// <summary>Folders where the distribution installs programs. The PATH of this process is not used.</summary>
internal static class ProgramPath
{
    public const string Folders = "/usr/local/bin:/usr/bin:/bin";

    public static bool IsThere(string name) => Place(name) is not null;

    /// <exception cref="FileNotFoundException">The program is in none of <see cref="Folders"/>.</exception>
    public static string Find(string name) =>
        Place(name) ?? throw new FileNotFoundException($"The program {name} is not installed; the search path is {Folders}.", name);

    private static string? Place(string name) =>
        Folders.Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
