using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Options;
using VideoGate.Access;
using VideoGate.Storage;

namespace VideoGate.ReviewConsole;

/// <summary>The console as served by this app: files, configuration and response headers.</summary>
public sealed class ConsoleSite
{
    private const string Start = "index.html";
    private const string ConfigurationFile = "config.json";

    // Containers that may hold a video while its case is displayed.
    private static readonly string[] Watched = [Containers.Uploads, Containers.Quarantine, Containers.Rejected, Containers.Published];

    private readonly FrozenDictionary<string, ConsoleFile> _files;

    public ConsoleSite(BlobStorage storage, IOptions<ConsoleOptions> console, IOptions<IdentityOptions> identity)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(identity);
        var configuration = ConsoleConfiguration.Of(console.Value, identity.Value);
        _files = ConsoleFiles.Read(Path.Combine(AppContext.BaseDirectory, "ReviewConsole", "Site"))
            .Append(new(ConfigurationFile, ConsoleFile.Of(Json(configuration), "application/json; charset=utf-8")))
            .ToFrozenDictionary();
        Headers = new ConsoleHeaders(
            Watched.Select(name => storage.Container(name).Uri), storage.Container(Containers.Uploads).Uri, configuration.Authority);
    }

    internal ConsoleHeaders Headers { get; }

    /// <param name="path">Path below <c>/console/</c>; null or empty for the page itself.</param>
    internal ConsoleFile? Find(string? path) => _files.GetValueOrDefault(string.IsNullOrEmpty(path) ? Start : path);

    private static byte[] Json(ConsoleConfiguration configuration) =>
        JsonSerializer.SerializeToUtf8Bytes(configuration, ConsoleJson.Default.ConsoleConfiguration);
}
