namespace AiLabels.Cli.Tests;

/// <summary>A temporary folder for each test, deleted afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ailabels-");

    public string Path => _folder.FullName;

    /// <returns>Path of the file; folders in its name are created.</returns>
    public string Write(string name, params byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
