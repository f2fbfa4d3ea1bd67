using System.ComponentModel.DataAnnotations;

namespace VideoGate.Infra.Tests.Walk;

public sealed class SettingsTests
{
    // Read by the Functions host, before any of our code: https://learn.microsoft.com/azure/azure-functions/functions-app-settings; the
    // sampler's by Azure Monitor's exporter, in the host and in the worker.
    private static readonly string[] OfTheHost =
    [
        "FUNCTIONS_WORKER_RUNTIME", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
            "OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG",
        "WEBSITE_HOSTNAME", "AzureFunctionsWebHost__hostid", "AzureWebJobsSecretStorageType", "FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING",
    ];

    // The parts of a connection by identity, for the host and for the app.
    private static readonly string[] OfAConnection = ["credential", "clientId", "blobServiceUri", "queueServiceUri", "tableServiceUri"];

    private static IEnumerable<string> StorageConnections => AppCode.Containers.Values.Append("AzureWebJobsStorage").Distinct();

    private static string DurableConnection =>
        AppCode.Host.GetProperty("extensions").GetProperty("durableTask").GetProperty("storageProvider").GetProperty("connectionStringName")
            .GetString()!;

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Settings_ThatTheAppNeeds_AreSet(string environment)
    {
        // Arrange
        var options = from section in AppCode.Options
                      let defaults = Activator.CreateInstance(section.Value)
                      from property in section.Value.GetProperties()
                      where property.IsDefined(typeof(RequiredAttribute), inherit: true) && property.GetValue(defaults) is null
                      select $"{section.Key}__{property.Name}";
        var connections =
            StorageConnections.SelectMany(name => new[] { $"{name}__credential", $"{name}__clientId", $"{name}__blobServiceUri" });
        var triggers = AppCode.SettingsOfTriggers.Select(name => name.Replace(":", "__", StringComparison.Ordinal));

        // Act
        var missing =
            OfTheHost.Concat(options).Concat(connections).Concat(triggers).Append(DurableConnection)
                .Except(Provisioned.Of(environment).Settings.Keys);

        // Assert
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Settings_ThatAreSet_AreRead(string environment)
    {
        // Act
        var unread = Provisioned.Of(environment).Settings.Keys.Where(name => !IsRead(name));

        // Assert
        Assert.Empty(unread);
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Host_KnowsItsAddress_AndSharesOneIdAmongReplicas(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);

        // Assert: with CONTAINER_NAME the host assumes a consumption plan, and rejects host.json's functionTimeout.
        Assert.Contains(
            $"format('{{0}}.{{1}}', '{deployment.App.Name}', ", deployment.Settings["WEBSITE_HOSTNAME"], StringComparison.Ordinal);
        Assert.Contains(".defaultDomain)", deployment.Settings["WEBSITE_HOSTNAME"], StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9-]{1,32}$", deployment.Settings["AzureFunctionsWebHost__hostid"]);
        Assert.Contains(environment, deployment.Settings["AzureFunctionsWebHost__hostid"], StringComparison.Ordinal);
        Assert.DoesNotContain("CONTAINER_NAME", deployment.Settings.Keys);
    }

    /// <remarks>Draining, the host waits ten minutes at most; the platform must end it before.</remarks>
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Host_DrainsForAsLongAsThePlatformWaits(string environment)
    {
        // Act
        var maxWait =
            Provisioned.Of(environment).App.Properties.GetProperty("template").GetProperty("terminationGracePeriodSeconds").GetInt32();

        // Assert
        Assert.Equal("true", Provisioned.Of(environment).Settings["FUNCTIONS_ENABLE_DRAIN_ON_APP_STOPPING"]);
        Assert.InRange(maxWait, 60, 600);
    }

    /// <remarks>Otherwise the host would export the same telemetry as the worker, and start a new trace for each step.</remarks>
    [Fact]
    public void Host_TellsByOpenTelemetryAndHandsTracesOn()
    {
        var tracing = AppCode.Host.GetProperty("extensions").GetProperty("durableTask").GetProperty("tracing");

        Assert.Equal("OpenTelemetry", AppCode.Host.GetProperty("telemetryMode").GetString());
        Assert.Equal(
            (true, "V2"), (tracing.GetProperty("distributedTracingEnabled").GetBoolean(), tracing.GetProperty("version").GetString()));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void DurableConnection_NamesTheHubOfHostJson(string environment)
    {
        // Arrange
        var hub = AppCode.Host.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString();
        var deployment = Provisioned.Of(environment);

        // Assert
        Assert.Contains(
            ";Authentication=ManagedIdentity;ClientID=", deployment.Settings[DurableConnection], StringComparison.Ordinal);
        Assert.Contains($".endpoint, '{hub}')", deployment.Settings[DurableConnection], StringComparison.Ordinal);
        Assert.Equal(hub, Assert.Single(deployment.OfType("Microsoft.DurableTask/schedulers/taskHubs")).Name);
    }

    private static bool IsRead(string name)
    {
        var (section, key) = name.Split("__", 2) is [var first, var second] ? (first, second) : (name, "");
        return OfTheHost.Contains(name)
            || name == DurableConnection
            || AppCode.SettingsOfTriggers.Contains($"{section}:{key}")
            || (StorageConnections.Contains(section) && OfAConnection.Contains(key))
            || (AppCode.Options.TryGetValue(section, out var options)
                && (options.GetProperty(key) is not null || IsIdentity(options, key)));
    }

    // Options with a key may name an identity instead, which StorageCredential reads beside them.
    private static bool IsIdentity(Type options, string key) => key == "clientId" && options.GetProperty("Key") is not null;
}
