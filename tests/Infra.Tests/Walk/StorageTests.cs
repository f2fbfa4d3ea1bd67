using VideoGate.Intake;

namespace VideoGate.Infra.Tests.Walk;

public sealed class StorageTests
{
    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Containers_OfEachConnection_AreThoseOfTheCode(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);

        // Assert: all containers, in the account of their connection, and no other.
        Assert.All(AppCode.Containers.ToLookup(entry => entry.Value, entry => entry.Key), connection => Assert.Equal(
            connection.Order(StringComparer.Ordinal), deployment.ContainersOf(deployment.AccountOf($"{connection.Key}__blobServiceUri"))));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Containers_OfTheHost_AreThoseOfEventGrid(string environment)
    {
        // Arrange: the host creates its own containers.
        var deployment = Provisioned.Of(environment);
        var account = deployment.AccountOf("AzureWebJobsStorage__blobServiceUri");

        // Assert
        Assert.Equal([EventSubscription.Of().DeadLetterContainer], deployment.ContainersOf(account));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Accounts_AreThoseOfTheConnections(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);
        var used = AppCode.Containers.Values.Append("AzureWebJobsStorage").Distinct()
            .Select(connection => deployment.AccountOf($"{connection}__blobServiceUri"));

        // Assert: each connection has its own account, and no account is unused.
        Assert.Equal(deployment.OfType("Microsoft.Storage/storageAccounts").Select(account => account.Name).Order(), used.Order());
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Browsers_MayWriteUploads_FromTheAppsOwnPagesAndNothingElse(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);
        var rules = deployment.OfType("Microsoft.Storage/storageAccounts/blobServices").ToLookup(
            service => service.Account,
            service => service.Properties.GetProperty("cors").GetProperty("corsRules").EnumerateArray().ToList());
        var intake = deployment.AccountOf("IntakeStorage__blobServiceUri");

        // Assert: as UploadOrigins does on one machine.
        var rule = Assert.Single(rules[intake].Single());
        Assert.Equal(["PUT"], rule.GetProperty("allowedMethods").EnumerateArray().Select(method => method.GetString()));
        Assert.Equal(
            ["content-type", "x-ms-blob-type"], rule.GetProperty("allowedHeaders").EnumerateArray().Select(header => header.GetString()));
        Assert.Contains(deployment.App.Name, rule.GetProperty("allowedOrigins").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("*", rule.GetProperty("allowedOrigins").ToString(), StringComparison.Ordinal);
        Assert.All(rules.Where(account => account.Key != intake), account => Assert.Empty(account.Single()));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Queues_ArePoisonQueuesOfTheCode(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);

        // Act
        var queues = deployment.QueuesOf(deployment.AccountOf("IntakeStorage__queueServiceUri"));

        // Assert
        Assert.Equal([PoisonMessages.Name, PoisonMessages.Unreadable], queues);
        Assert.Equal(2, deployment.OfType("Microsoft.Storage/storageAccounts/queueServices/queues").Count());
    }
}
