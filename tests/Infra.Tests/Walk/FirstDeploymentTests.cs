using System.Text.Json;
using System.Text.RegularExpressions;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>What stops or wedges a first deployment, and no compiler tells.</summary>
public sealed class FirstDeploymentTests
{
    // https://learn.microsoft.com/azure/durable-task/scheduler/durable-task-scheduler-auto-purge
    private const int LongestHistoryOnConsumption = 30;

    /// <remarks>Azure refuses a name that changes, and what-if does not show a resource whose name it cannot compute.</remarks>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("foundation")]
    public void Names_AreKnownBeforeTheDeployment(string file) =>
        Assert.All(Provisioned.Of(file).Made, resource => Assert.DoesNotContain('[', resource.Id + resource.FullName));

    /// <remarks>FunctionAppCannotSetScaleRules: the platform sets those of a function app.</remarks>
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void App_SetsNoScaleRules(string environment) =>
        Assert.False(Provisioned.Of(environment).Template.GetProperty("scale").TryGetProperty("rules", out _));

    /// <remarks>The store of Container Apps only reads. A key that is missing is made nowhere, and what needs it fails.</remarks>
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void HostKeys_AreHandedInFromTheVault(string environment)
    {
        // Arrange: the host's own, and one for each extension with a webhook.
        string[] needed =
            ["host.master", "host.function.default", "host.systemKey.blobs_extension", "host.systemKey.durabletask_extension"];
        var deployment = Provisioned.Of(environment);

        // Act
        var volume = Assert.Single(deployment.Template.GetProperty("volumes").EnumerateArray());
        var files = volume.GetProperty("secrets").EnumerateArray()
            .ToDictionary(file => Text(file, "path"), file => Text(file, "secretRef"));
        var mount = Assert.Single(deployment.Container.GetProperty("volumeMounts").EnumerateArray());
        var secrets = deployment.App.Properties.GetProperty("configuration").GetProperty("secrets").EnumerateArray()
            .ToDictionary(secret => Text(secret, "name"), secret => Text(secret, "keyVaultUrl"));
        var kept = deployment.OfType("Microsoft.KeyVault/vaults/secrets").Select(secret => secret.Name).ToHashSet();

        // Assert
        Assert.Equal("containerapps", deployment.Settings["AzureWebJobsSecretStorageType"]);
        Assert.Equal(("Secret", Text(volume, "name")), (Text(volume, "storageType"), Text(mount, "volumeName")));
        Assert.Equal("/run/secrets/functions-keys", Text(mount, "mountPath"));
        Assert.Equal(needed.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files.Values, secret => Assert.Contains(secret, kept));
        Assert.All(
            files.Values, secret => Assert.EndsWith($".vault.azure.net/secrets/{secret}", secrets[secret], StringComparison.Ordinal));
    }

    /// <remarks>Event Grid and every replica read one secret, whichever replica it calls.</remarks>
    [Fact]
    public void WebhookKey_OfEventGrid_IsThatOfTheReplicas() => Assert.Contains(
        "'host-systemkey-blobs-extension'", EventSubscription.Of().Endpoint, StringComparison.Ordinal);

    /// <remarks>The store of Container Apps answers with no key that was not handed in, and nests its answer twice.</remarks>
    [Theory]
    [InlineData("deploy.sh")]
    [InlineData("steps.sh")]
    [InlineData("secret.sh")]
    public void Scripts_AskTheAppForNoKey(string script) => Assert.DoesNotContain("function keys", Read(script), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Scheduler_KeepsHistoriesAsLongAsItsSkuMay_AndLongerThanTheApp(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);
        var sku = deployment.Single("Microsoft.DurableTask/schedulers").Properties.GetProperty("sku");
        var days = deployment.Single("Microsoft.DurableTask/schedulers/retentionPolicies").Properties.GetProperty("retentionPolicies")[0]
            .GetProperty("retentionPeriodInDays").GetInt32();
        var ofTheApp = TimeSpan.Parse(deployment.Settings["Retention__Histories"], System.Globalization.CultureInfo.InvariantCulture).Days;

        // Assert
        Assert.InRange(days, ofTheApp + 1, Text(sku, "name") == "Consumption" ? LongestHistoryOnConsumption : 90);
        Assert.True(
            environment != "prod" || sku.GetProperty("capacity").GetInt32() >= 3, "fewer than three units are not highly available");
    }

    /// <remarks>Asking other services, one outage takes every replica out of ingress, with the console and all that still works.</remarks>
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Probes_AskNothingOfOtherServices(string environment) => Assert.All(
        Provisioned.Of(environment).Container.GetProperty("probes").EnumerateArray(),
        probe => Assert.Equal("/api/health/live", Text(probe.GetProperty("httpGet"), "path")));

    /// <remarks>A moderator's browser plays a published video, and one in quarantine, from an address of the account.</remarks>
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Accounts_OfVideos_AnswerBrowsers(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);
        string[] played = [deployment.AccountOf("PublishStorage__blobServiceUri"), deployment.AccountOf("IntakeStorage__blobServiceUri")];

        // Assert
        Assert.All(
            deployment.OfType("Microsoft.Storage/storageAccounts").Where(account => played.Contains(account.Name)),
            account => Assert.Equal("Allow", Text(account.Properties.GetProperty("networkAcls"), "defaultAction")));
    }

    /// <remarks>StorageAccountOperationInProgress.</remarks>
    [Fact]
    public void PrivateEndpoints_AreMadeOneAfterTheOther() => Assert.All(
        Regex.Matches(Read("modules/privateEndpoints.bicep"), @"(.*)\nresource \w+ 'Microsoft\.Network/privateEndpoints[@/]"),
        loop => Assert.Equal("@batchSize(1)", loop.Groups[1].Value));

    /// <remarks>The names of roles are unique in a tenant; a principal of an assignment cannot be changed.</remarks>
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Roles_AreNamedForTheirDeployment_AndGivenToIdentitiesThatStay(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);
        var suffix = deployment.Single("Microsoft.KeyVault/vaults").Name[^6..];

        // Assert
        Assert.All(
            deployment.OfType("Microsoft.Authorization/roleDefinitions"),
            role => Assert.Contains(suffix, Text(role.Properties, "roleName"), StringComparison.Ordinal));
        Assert.All(
            deployment.OfType("Microsoft.Authorization/roleAssignments"),
            role => Assert.Contains("/userAssignedIdentities/", Text(role.Properties, "principalId"), StringComparison.Ordinal));
    }

    [Fact]
    public void Image_IsBuiltForThePlatformOfAzure_WhereverItIsBuilt()
    {
        var steps = Read("steps.sh");

        Assert.Contains("az acr build", steps, StringComparison.Ordinal);
        Assert.Contains("--platform linux/amd64", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("--json", steps, StringComparison.Ordinal);
    }

    /// <remarks>The app's lines go to Application Insights; the same lines as a console log would be paid for again.</remarks>
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Logs_AreKeptOnce(string environment) => Assert.DoesNotContain(
        "ContainerAppConsoleLogs",
        string.Concat(Provisioned.Of(environment).OfType("Microsoft.Insights/diagnosticSettings").Select(one => one.Body.GetRawText())),
        StringComparison.Ordinal);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, "infra", file));
}
