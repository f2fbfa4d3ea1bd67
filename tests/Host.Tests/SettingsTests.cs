using VideoGate.Local.Host.Settings;

namespace VideoGate.Local.Host.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("settings-");
    private readonly string _name = $"SETTING_{Guid.NewGuid():N}";

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(_name, null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void LocalSettings_SetNowhereElse_AreTaken()
    {
        // Arrange
        var file = Write("local.settings.json", $$"""
            {
              // As Functions Core Tools allow it.
              "IsEncrypted": false,
              "Values": { "{{_name}}": "from the file", },
            }
            """);

        // Act
        LocalSettingsFile.Apply(file);

        // Assert
        Assert.Equal("from the file", Environment.GetEnvironmentVariable(_name));
    }

    [Fact]
    public void LocalSettings_SetInTheEnvironment_Yield()
    {
        // Arrange
        Environment.SetEnvironmentVariable(_name, "from the environment");
        var file = Write("local.settings.json", $$$"""{"Values": {"{{{_name}}}": "from the file"}}""");

        // Act
        LocalSettingsFile.Apply(file);

        // Assert
        Assert.Equal("from the environment", Environment.GetEnvironmentVariable(_name));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"Values\": []}")]
    public void LocalSettings_Malformed_AreRefusedByName(string text)
    {
        // Arrange
        var file = Write("local.settings.json", text);

        // Act
        var refused = Assert.Throws<HostException>(() => LocalSettingsFile.Apply(file));

        // Assert
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LocalSettings_Missing_AreRefusedByName()
    {
        // Arrange
        var file = Path.Combine(_folder.FullName, "local.settings.json");

        // Act
        var refused = Assert.Throws<HostException>(() => LocalSettingsFile.Apply(file));

        // Assert
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LocalSettings_NotNamed_AreNone() => LocalSettingsFile.Apply(null);

    [Fact]
    public void HostJson_WithoutSettings_HasTheDefaultsOfTheFunctionsHost()
    {
        // Arrange
        Write("host.json", """{"version": "2.0"}""");

        // Act
        var settings = HostSettings.Read(_folder.FullName);

        // Assert
        Assert.Equal(("api", TimeSpan.FromMinutes(30)), (settings.RoutePrefix, settings.FunctionTimeout));
    }

    [Fact]
    public void HostJson_Overridden_YieldsToTheEnvironment()
    {
        // Arrange
        Write("host.json",
            """{"functionTimeout": "00:10:00", "extensions": {"http": {"routePrefix": ""}, "blobs": {"poisonBlobThreshold": 3}}}""");
        const string overridden = "AzureFunctionsJobHost__extensions__blobs__poisonBlobThreshold";

        // Act
        Environment.SetEnvironmentVariable(overridden, "7");
        var settings = HostSettings.Read(_folder.FullName);
        Environment.SetEnvironmentVariable(overridden, null);

        // Assert
        Assert.Equal(("", TimeSpan.FromMinutes(10)), (settings.RoutePrefix, settings.FunctionTimeout));
        Assert.Equal("7", settings.Configuration[$"{HostSettings.Section}:extensions:blobs:poisonBlobThreshold"]);
    }

    [Fact]
    public void FunctionTimeout_OfMinusOne_IsNone()
    {
        // Arrange
        Write("host.json", """{"functionTimeout": "-1"}""");

        // Act
        var settings = HostSettings.Read(_folder.FullName);

        // Assert
        Assert.Null(settings.FunctionTimeout);
    }

    [Fact]
    public void HostId_NotSet_IsOneForEachFolder()
    {
        // Arrange
        Write("host.json", "{}");
        var other = _folder.CreateSubdirectory("other");
        File.WriteAllText(Path.Combine(other.FullName, "host.json"), "{}");

        // Act
        var id = HostSettings.Read(_folder.FullName).HostId;

        // Assert
        Assert.Equal(id, HostSettings.Read(_folder.FullName).HostId);
        Assert.NotEqual(id, HostSettings.Read(other.FullName).HostId);
        Assert.Matches("^[a-z0-9](-?[a-z0-9])*$", id); // What names of containers and queues are made of.
        Assert.InRange(id.Length, 1, 32);
    }

    [Theory]
    [InlineData("{")]
    [InlineData(null)]
    public void HostJson_MissingOrMalformed_IsRefusedByName(string? text)
    {
        // Arrange
        if (text is not null)
        {
            Write("host.json", text);
        }

        // Act
        var refused = Assert.Throws<HostException>(() => HostSettings.Read(_folder.FullName));

        // Assert
        Assert.Contains("host.json", refused.Message, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
