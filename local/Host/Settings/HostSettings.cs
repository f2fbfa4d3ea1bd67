using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;

namespace VideoGate.Local.Host.Settings;

/// <summary>
/// <c>host.json</c> and environment variables, under the names that the Functions host reads:
/// https://learn.microsoft.com/azure/azure-functions/functions-host-json
/// </summary>
internal sealed class HostSettings
{
    /// <summary>Section of a WebJobs host for <c>host.json</c>, and the prefix of its overrides in the environment.</summary>
    public const string Section = "AzureFunctionsJobHost";

    private const string HostIdSetting = "AzureFunctionsWebHost:hostid";
    private const int MaxHostIdLength = 32;
    private static readonly TimeSpan DefaultFunctionTimeout = TimeSpan.FromMinutes(30);

    private readonly string _appFolder;

    private HostSettings(string appFolder, IConfigurationRoot configuration) => (_appFolder, Configuration) = (appFolder, configuration);

    public IConfigurationRoot Configuration { get; }

    /// <summary>The storage account of locks, keys and orchestrations.</summary>
    public string Storage => Connection("AzureWebJobsStorage");

    /// <summary>Id under which hosts of one app share locks, keys and timers; by default derived from machine and folder.</summary>
    public string HostId => Configuration[HostIdSetting] ?? $"{Letters(Environment.MachineName)}-{Hash(_appFolder)}";

    /// <summary>Maximum duration of a function; null for no limit.</summary>
    public TimeSpan? FunctionTimeout => Configuration[$"{Section}:functionTimeout"] switch
    {
        null => DefaultFunctionTimeout,
        "-1" => null,
        var text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : throw new HostException($"functionTimeout is not a time: {text}."),
    };

    /// <summary>Prefix of every route; may be empty.</summary>
    public string RoutePrefix => Configuration[$"{Section}:extensions:http:routePrefix"] ?? "api";

    /// <summary>Number of activities that run at a time; by default ten for each processor, as the Durable extension has it.</summary>
    public int Activities =>
        Configuration.GetValue($"{Section}:extensions:durableTask:maxConcurrentActivityFunctions", 10 * Environment.ProcessorCount);

    public IConfigurationSection Logging => Configuration.GetSection($"{Section}:logging");

    /// <exception cref="HostException">The setting is missing, or not a connection string.</exception>
    public string Connection(string name)
    {
        var connection = Configuration[name] ?? throw new HostException($"{name} is not set. See local.settings.sample.json.");
        try
        {
            _ = new BlobServiceClient(connection);
            return connection;
        }
        catch (FormatException exception)
        {
            throw new HostException($"{name} is not a connection string: {exception.Message}", exception);
        }
    }

    /// <exception cref="HostException"><c>host.json</c> is missing or malformed.</exception>
    public static HostSettings Read(string appFolder)
    {
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(appFolder, "host.json")).Build();
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(file.AsEnumerable().Select(entry => KeyValuePair.Create($"{Section}:{entry.Key}", entry.Value)))
                .AddEnvironmentVariables().Build();
            return new HostSettings(appFolder, configuration);
        }
        catch (Exception exception) when (exception is FileNotFoundException or InvalidDataException)
        {
            throw new HostException($"{exception.Message} Build the app first.", exception);
        }
    }

    private static string Letters(string name)
    {
        var letters = string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
        return letters[..Math.Min(letters.Length, MaxHostIdLength - 11)];
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..10];
}
