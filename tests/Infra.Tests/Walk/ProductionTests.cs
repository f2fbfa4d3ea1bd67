using System.Text.Json;
using System.Text.RegularExpressions;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>What a reviewer asks of production.</summary>
public sealed class ProductionTests
{
    private static readonly Deployment Prod = Provisioned.Of("prod");

    [Fact]
    public void Accounts_ThatBrowsersDoNotReach_AreClosed()
    {
        // Act
        var open = Prod.OfType("Microsoft.Storage/storageAccounts")
            .Where(account => Text(account.Properties.GetProperty("networkAcls"), "defaultAction") == "Allow");

        // Assert
        Assert.Equal(
            [Prod.AccountOf("IntakeStorage__blobServiceUri"), Prod.AccountOf("PublishStorage__blobServiceUri")],
            open.Select(account => account.Name));
    }

    [Theory]
    [InlineData("Microsoft.KeyVault/vaults")]
    [InlineData("Microsoft.CognitiveServices/accounts")]
    [InlineData("Microsoft.DurableTask/schedulers")]
    public void Services_AreReachedPrivatelyOnly(string type)
    {
        // Arrange
        var service = Prod.Single(type);

        // Assert
        Assert.Equal("Disabled", Text(service.Properties, "publicNetworkAccess"));
        Assert.Contains(Endpoints(), endpoint => endpoint == service.Id);
    }

    /// <remarks>An endpoint without its zone would leave the public address in the names.</remarks>
    [Fact]
    public void PrivateEndpoints_EachHaveAZone() => Assert.Equal(
        Prod.OfType("Microsoft.Network/privateEndpoints").Select(endpoint => endpoint.Name),
        Prod.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Select(group => group.Account));

    [Fact]
    public void Subnets_HaveRules_ThatLetOnlyFrontDoorAndEventGridIn()
    {
        // Act
        var subnets = Prod.Single("Microsoft.Network/virtualNetworks").Properties.GetProperty("subnets").EnumerateArray();
        var group = Prod.OfType("Microsoft.Network/networkSecurityGroups")
            .Single(one => one.Name.EndsWith("-apps", StringComparison.Ordinal));
        var rules = group.Properties.GetProperty("securityRules").EnumerateArray().Select(rule => rule.GetProperty("properties")).ToList();

        // Assert
        Assert.All(subnets, subnet => Assert.True(subnet.GetProperty("properties").TryGetProperty("networkSecurityGroup", out _)));
        Assert.Equal(
            ["AzureFrontDoor.Backend", "AzureEventGrid", "AzureLoadBalancer", "10.20.0.0/23"],
            rules.Where(rule => Text(rule, "access") == "Allow").Select(rule => Text(rule, "sourceAddressPrefix")));
        Assert.Equal(("Deny", "*"), (Text(rules[^1], "access"), Text(rules[^1], "sourceAddressPrefix")));
    }

    [Theory]
    [InlineData("https://gate.example/admin/host/status", true)]
    [InlineData("https://gate.example/admin", true)]
    [InlineData("https://gate.example//runtime/webhooks/durabletask/instances", true)]
    [InlineData("https://gate.example/runtime?x", true)]
    [InlineData("https://gate.example/api/uploads", false)]
    [InlineData("https://gate.example/console/", false)]
    [InlineData("https://gate.example/administrators", false)]
    public void FrontDoor_ClosesWhatIsThePlatforms(string address, bool expected)
    {
        // Arrange
        var rule = Prod.Single("Microsoft.Network/FrontDoorWebApplicationFirewallPolicies").Properties.GetProperty("customRules")
            .GetProperty("rules")[0];
        var condition = rule.GetProperty("matchConditions")[0];

        // Assert
        Assert.Equal("Block", Text(rule, "action"));
        Assert.Equal(["UrlDecode", "Lowercase"], condition.GetProperty("transforms").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(expected, Regex.IsMatch(address, condition.GetProperty("matchValue")[0].GetString()!));
    }

    [Fact]
    public void Locks_KeepAuditAndPublishedVideos()
    {
        // Act
        var locked = Prod.OfType("Microsoft.Authorization/locks").Select(resource => resource.Scope);

        // Assert
        string[] expected = [$"/{Prod.AccountOf("PublishStorage__blobServiceUri")}", $"/{Prod.AccountOf("AuditStorage__blobServiceUri")}"];
        Assert.Equal(expected, locked);
        Assert.True(Prod.Single("Microsoft.KeyVault/vaults").Properties.GetProperty("enablePurgeProtection").GetBoolean());
    }

    /// <remarks>Everything else would be scanned, and paid for, without anybody reading the result.</remarks>
    [Fact]
    public void Malware_IsScannedWhereTheAppReadsTheResult()
    {
        // Act
        var scan = Prod.Single("Microsoft.Security/defenderForStorageSettings");
        var excluded = scan.Properties.GetProperty("malwareScanning").GetProperty("onUpload").GetProperty("filters")
            .GetProperty("excludeBlobsWithPrefix").EnumerateArray().Select(prefix => prefix.GetString()!.TrimEnd('/'));

        // Assert
        Assert.Equal($"/{Prod.AccountOf("IntakeStorage__blobServiceUri")}", scan.Scope);
        Assert.Equal([Storage.Containers.Quarantine], Prod.ContainersOf(scan.Scope[1..]).Except(excluded));
        Assert.Equal("true", Prod.Settings["Malware__WaitForScan"]);
        Assert.Equal("false", Provisioned.Of("dev").Settings["Malware__WaitForScan"]);
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Budget_Warns(string environment)
    {
        var notifications = Provisioned.Of(environment).Single("Microsoft.Consumption/budgets").Properties.GetProperty("notifications");

        Assert.All(notifications.EnumerateObject(), one => Assert.Contains("Owner", one.Value.GetProperty("contactRoles").GetRawText(),
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Microsoft.App/managedEnvironments")]
    [InlineData("Microsoft.Cdn/profiles")]
    [InlineData("Microsoft.CognitiveServices/accounts")]
    [InlineData("Microsoft.ContainerRegistry/registries")]
    [InlineData("Microsoft.DurableTask/schedulers")]
    [InlineData("Microsoft.EventGrid/systemTopics")]
    [InlineData("Microsoft.KeyVault/vaults")]
    [InlineData("Microsoft.Storage/storageAccounts/blobServices")]
    public void Diagnostics_GoToTheWorkspace(string type)
    {
        // Arrange
        var observed = Prod.OfType("Microsoft.Insights/diagnosticSettings").Select(setting => setting.Scope).ToHashSet();

        // Assert
        Assert.All(Prod.OfType(type), resource => Assert.Contains($"/{resource.FullName}", observed));
    }

    /// <remarks>Secrets stay in the vault: in no setting, output or parameter that a deployment records.</remarks>
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Secrets_AreReferences(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);
        var secrets = deployment.App.Properties.GetProperty("configuration").GetProperty("secrets").EnumerateArray();

        // Assert
        Assert.All(secrets, secret => Assert.False(secret.TryGetProperty("value", out _)));
        Assert.All(deployment.Outputs.Values, output => Assert.DoesNotMatch("(?i)listkeys|getkeyvaultsecret|newguid", output));
        Assert.Contains(
            deployment.Container.GetProperty("env").EnumerateArray(),
            setting => setting.TryGetProperty("secretRef", out var secret) && secret.GetString() == "audit-signingkey");
    }

    private static IEnumerable<string> Endpoints() => Prod.OfType("Microsoft.Network/privateEndpoints").Select(endpoint =>
        endpoint.Properties.GetProperty("privateLinkServiceConnections")[0].GetProperty("properties").GetProperty("privateLinkServiceId")
            .GetString()!);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
