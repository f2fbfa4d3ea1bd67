using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Scripts;

/// <summary>A copy of <c>infra/</c> and what its scripts read, for tests that change files or let scripts write.</summary>
internal sealed class InfraCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-");

    public InfraCopy()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "infra"), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "local/machine.sh")))
        {
            var copy = PathOf(Path.GetRelativePath(Repository.Root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }

    public string Root => _folder.FullName;

    public string PathOf(string file) => Path.Combine(Root, file);

    /// <param name="file">In <c>infra/</c>.</param>
    public void Replace(string file, string text, string other)
    {
        var path = PathOf(Path.Combine("infra", file));
        var content = File.ReadAllText(path);
        Assert.Contains(text, content, StringComparison.Ordinal);
        File.WriteAllText(path, content.Replace(text, other, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
