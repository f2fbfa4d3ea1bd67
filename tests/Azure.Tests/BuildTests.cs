using System.Text.Json;
using Serverless.Azure.Tests.Host;
using Xunit.Abstractions;

namespace Serverless.Azure.Tests;

[Collection(AzureAppTests.Name)]
public sealed class BuildTests(AzureApp app, ITestOutputHelper output)
{
    [Fact]
    public async Task Build_AgainstMicrosoftsPackages_Compiles()
    {
        var build = await AzureBuild.Done;

        foreach (var package in build.Missing)
        {
            output.WriteLine($"{package} is on none of the configured feeds: built without it.");
        }

        Assert.True(File.Exists(Path.Combine(build.Folder, "Functions.dll")));
        Assert.True(File.Exists(Path.Combine(build.Folder, "Microsoft.Azure.Functions.Worker.Core.dll")));
        Assert.False(File.Exists(Path.Combine(build.Folder, "Local.Worker.dll")));
    }

    [Fact]
    public async Task Extensions_OfTheHost_AreThoseThatTheTriggersNeed()
    {
        var build = await AzureBuild.Done;
        using var extensions = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(build.Folder, "extensions.json")));

        var names = extensions.RootElement.GetProperty("extensions").EnumerateArray().Select(extension => extension.GetProperty("name").GetString());

        Assert.Superset(new HashSet<string?> { "DurableTask", "AzureStorageBlobs" }, names.ToHashSet());
    }

    [Fact]
    public void Functions_ToldToTheHost_HaveOneTriggerEach()
    {
        Assert.All(app.Host.Functions.Values, function =>
            Assert.Single(function.Bindings.Values, binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal)));
        Assert.Equal(
            ["activityTrigger", "blobTrigger", "httpTrigger", "orchestrationTrigger", "timerTrigger"],
            app.Host.Functions.Values.SelectMany(function => function.Bindings.Values).Select(binding => binding.Type).Where(type => type.EndsWith("Trigger", StringComparison.Ordinal)).Distinct().Order());
    }
}
