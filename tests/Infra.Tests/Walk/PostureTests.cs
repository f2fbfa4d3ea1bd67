using System.Text.Json;
using VideoGate.Storage;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>Requirements of every environment, and of production.</summary>
public sealed class PostureTests
{
    // Article 9 of the Measures: six months.
    private const int SixMonths = 184;

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Accounts_TakeIdentitiesOnly_AndShowNothing(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);

        // Assert
        Assert.All(deployment.OfType("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.False(account.Properties.GetProperty("allowSharedKeyAccess").GetBoolean());
            Assert.False(account.Properties.GetProperty("allowBlobPublicAccess").GetBoolean());
            Assert.True(account.Properties.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
            Assert.Equal("TLS1_2", account.Properties.GetProperty("minimumTlsVersion").GetString());
        });
        Assert.All(
            deployment.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", container.Properties.GetProperty("publicAccess").GetString()));
        Assert.All(
            deployment.OfType("Microsoft.CognitiveServices/accounts"),
                account => Assert.True(account.Properties.GetProperty("disableLocalAuth").GetBoolean()));
        Assert.All(
            deployment.OfType("Microsoft.ContainerRegistry/registries"),
                registry => Assert.False(registry.Properties.GetProperty("adminUserEnabled").GetBoolean()));
        Assert.All(
            deployment.OfType("Microsoft.Insights/components"),
                component => Assert.True(component.Properties.GetProperty("DisableLocalAuth").GetBoolean()));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void AuditContainer_TakesAppendsOnly(string environment)
    {
        // Act
        var policy = Assert.Single(
            Provisioned.Of(environment).OfType("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));

        // Assert
        Assert.EndsWith($"/default/{Containers.Audit}/default", policy.FullName, StringComparison.Ordinal);
        Assert.True(policy.Properties.GetProperty("allowProtectedAppendWrites").GetBoolean());
        Assert.InRange(policy.Properties.GetProperty("immutabilityPeriodSinceCreationInDays").GetInt32(), SixMonths, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Lifecycle_KeepsEvidenceSixMonths_AndDeletesNothingUndecided(string environment)
    {
        // Arrange
        string[] finished = [Containers.Evidence, Containers.Rejected, EventSubscription.Of().DeadLetterContainer];

        // Act
        var deletions = from policy in Provisioned.Of(environment).OfType("Microsoft.Storage/storageAccounts/managementPolicies")
                        from rule in policy.Properties.GetProperty("policy").GetProperty("rules").EnumerateArray()
                        let definition = rule.GetProperty("definition")
                        where definition.GetProperty("actions").TryGetProperty("baseBlob", out _)
                        select (Container: definition.GetProperty("filters").GetProperty("prefixMatch")[0].GetString()!.TrimEnd('/'),
                            Days: DaysOf(definition));

        // Assert
        Assert.All(deletions, deletion => Assert.Contains(deletion.Container, finished));
        Assert.All(deletions.Where(deletion => deletion.Container == Containers.Evidence),
            deletion => Assert.InRange(deletion.Days, SixMonths, int.MaxValue));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void App_IsAFunctionApp_ThatNeverSleeps(string environment)
    {
        // Arrange
        var app = Provisioned.Of(environment).App;

        // Assert: a durable timer does not start a replica.
        Assert.Equal("functionapp", app.Body.GetProperty("kind").GetString());
        Assert.InRange(app.Properties.GetProperty("template").GetProperty("scale").GetProperty("minReplicas").GetInt32(), 1, int.MaxValue);
        Assert.False(app.Properties.GetProperty("configuration").GetProperty("ingress").GetProperty("allowInsecure").GetBoolean());
    }

    /// <remarks>Azure leaves these enums open, so that the compiler takes any text.</remarks>
    [Theory]
    [InlineData("Microsoft.ContainerRegistry/registries", "Basic Standard Premium")]
    [InlineData("Microsoft.Storage/storageAccounts", "Standard_LRS Standard_ZRS Standard_GZRS")]
    [InlineData("Microsoft.CognitiveServices/accounts", "S0")]
    [InlineData("Microsoft.Cdn/profiles", "Standard_AzureFrontDoor Premium_AzureFrontDoor")]
    public void Skus_AreThoseThatAzureHas(string type, string known) => Assert.All(
        Provisioned.Of("dev").OfType(type).Concat(Provisioned.Of("prod").OfType(type)),
        resource => Assert.Contains(resource.Body.GetProperty("sku").GetProperty("name").GetString()!, known.Split(' ')));

    private static int DaysOf(JsonElement definition) =>
        definition.GetProperty("actions").GetProperty("baseBlob").GetProperty("delete").GetProperty("daysAfterModificationGreaterThan")
            .GetInt32();
}
