using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

public sealed class SampleSettingsTests
{
    // Read by the Functions host and its bindings, and by the identity credential.
    private static readonly string[] Others =
    [
        .. new[] { "type", "connectionStringName", "maxQueuePollingInterval", "partitionCount", "workItemQueueVisibilityTimeout",
            "controlQueueVisibilityTimeout" }
            .Select(name => $"AzureFunctionsJobHost__extensions__durableTask__storageProvider__{name}"),
        "AzureFunctionsJobHost__logging__logLevel__Function", "AzureFunctionsWebHost__hostid", "WEBSITE_HOSTNAME",
        "FUNCTIONS_WORKER_RUNTIME", "DurableTaskScheduler", "ContentSafety__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "OTEL_EXPORTER_OTLP_ENDPOINT",
        .. AppCode.Containers.Values.Append("AzureWebJobsStorage").Distinct(),
        .. AppCode.SettingsOfTriggers.Select(name => name.Replace(":", "__", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Sample_HasEverySettingOfTheCode_AndNoOther()
    {
        // Arrange
        var settings = DocumentedSetting.All.Select(setting => setting.Name).Concat(Others);

        // Assert
        Assert.Equal(
            settings.Order(StringComparer.Ordinal), SampleSettings.All.Select(setting => setting.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sample_SaysOfEachSetting_WhatTheCodeSays()
    {
        // Arrange
        var sample = SampleSettings.All.ToDictionary(setting => setting.Name, setting => setting.Documentation);

        // Act
        string[] wrong =
        [
            .. from setting in DocumentedSetting.All
               let said = sample.GetValueOrDefault(setting.Name)
               where said != setting.Documentation
               select $"{setting.Name} should stand under: {setting.Documentation} But there is: {said}",
        ];

        // Assert
        Assert.True(wrong is [], string.Join('\n', wrong));
    }

    [Fact]
    public void Sample_SaysSomething_OfEachOtherSetting() =>
        Assert.Empty(
            SampleSettings.All.Where(setting => Others.Contains(setting.Name) && setting.Documentation is "")
                .Select(setting => setting.Name));

    [Fact]
    public void Sample_Values_AreInRange_ThoseCommentedOutToo()
    {
        // Arrange
        var values = SampleSettings.All.ToDictionary(
            setting => setting.Name.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var faults = new List<ValidationResult>();

        // Act
        foreach (var (section, type) in AppCode.Options)
        {
            var options = configuration.GetSection(section).Get(type)!;
            Validator.TryValidateObject(options, new(options), faults, validateAllProperties: true);
        }

        // Assert
        Assert.Empty(faults);
    }

    /// <remarks>A worker that a debugger starts does not get them from the host.</remarks>
    [Fact]
    public void LaunchProfileOfTheWorker_HasTheSettingsOfTheSample()
    {
        // Arrange
        using var sample = JsonDocument.Parse(File.ReadAllText(SampleSettings.Path), new() { CommentHandling = JsonCommentHandling.Skip });
        using var profiles =
            JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "functions/Properties/launchSettings.json")));

        // Act
        var environment =
            profiles.RootElement.GetProperty("profiles").GetProperty("Worker").GetProperty("environmentVariables").EnumerateObject();

        // Assert
        Assert.Equal(
            sample.RootElement.GetProperty("Values").EnumerateObject().Select(setting => (setting.Name, setting.Value.GetString())),
            environment.Where(setting => setting.Name is not ("FUNCTIONS_APPLICATION_DIRECTORY" or "FUNCTIONS_WORKER_DIRECTORY"))
                .Select(setting => (setting.Name, setting.Value.GetString())));
    }

    [Fact]
    public void Sample_AsItIs_IsJsonWithComments()
    {
        // Act
        using var document =
            JsonDocument.Parse(File.ReadAllText(SampleSettings.Path), new() { CommentHandling = JsonCommentHandling.Skip });

        // Assert: only strings, as in environment variables.
        Assert.All(document.RootElement.GetProperty("Values").EnumerateObject(),
            setting => Assert.Equal(JsonValueKind.String, setting.Value.ValueKind));
    }
}
