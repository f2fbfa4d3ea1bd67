using Local.Worker.Settings;
using Microsoft.Extensions.Configuration;
using Serverless.Tests.Support;
using Worker.Tests.Support;

namespace Worker.Tests.Settings;

public sealed class LocalSettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_OfCoreTools_BecomesSettings()
    {
        _folder.File("local.settings.json", """
            {
              "IsEncrypted": false, // as Core Tools writes it
              "Host": { "LocalHttpPort": 7072 },
              "Values": { "Section__Key": "value", "Flag": true },
              "ConnectionStrings": { "Sql": "Server=x" },
            }
            """);

        var settings = Settings();

        Assert.Equal("value", settings["Section:Key"]);
        Assert.Equal("True", settings["Flag"]);
        Assert.Equal("7072", settings["Host:LocalHttpPort"]);
        Assert.Equal("Server=x", settings.GetConnectionString("Sql"));
    }

    [Fact]
    public void File_ThatIsTheSample_BecomesSettings()
    {
        _folder.File("local.settings.json", File.ReadAllText(Path.Combine(Repository.Root, "local.settings.sample.json")));

        var settings = Settings();

        Assert.Equal("dotnet-isolated", settings["FUNCTIONS_WORKER_RUNTIME"]);
        Assert.Equal("console", settings["Console:ClientId"]);
        Assert.Null(settings["Console:Scopes"]);
    }

    [Fact]
    public void Environment_NamesASettingToo_AndWins()
    {
        var name = $"Test{Guid.NewGuid():N}";
        _folder.File("local.settings.json", $$"""{ "Values": { "{{name}}__Key": "file" } }""");
        Environment.SetEnvironmentVariable($"{name}__Key", "environment");

        Assert.Equal("environment", Settings()[$"{name}:Key"]);
    }

    [Fact]
    public void CommandLine_NamesThePort_AndWins() => Assert.Equal("7073", Settings("--port", "7073")["Host:LocalHttpPort"]);

    [Fact]
    public void File_AboveTheBinaries_IsFound()
    {
        var file = _folder.File("local.settings.json", "{}");
        var binaries = Directory.CreateDirectory(Path.Combine(_folder.Path, "bin", "Debug")).FullName;
        using var elsewhere = new TempFolder();

        Assert.Equal(file, LocalSettingsFile.Find(elsewhere.Path, binaries));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{ "Values": { "A:B": "1", "a__b": "2" } }""")]
    public void File_ThatIsMalformed_IsNamed(string text)
    {
        var file = _folder.File("local.settings.json", text);

        Assert.StartsWith(file, Assert.Throws<FormatException>(() => Settings()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HostFile_OverriddenBySettings_TakesTheirs()
    {
        _folder.File("host.json", """{ "extensions": { "http": { "routePrefix": "api" }, "blobs": { "poisonBlobThreshold": 5 } } }""");
        _folder.File("local.settings.json", """{ "Values": { "AzureFunctionsJobHost__extensions__http__routePrefix": "v2" } }""");

        var host = HostFile.Read(_folder.Path, Settings());

        Assert.Equal("v2", host["extensions:http:routePrefix"]);
        Assert.Equal("5", host["extensions:blobs:poisonBlobThreshold"]);
    }

    private IConfigurationRoot Settings(params string[] args)
    {
        var builder = new ConfigurationBuilder();
        builder.AddLocalSettings(_folder.Path, _folder.Path, args);
        return builder.Build();
    }
}
