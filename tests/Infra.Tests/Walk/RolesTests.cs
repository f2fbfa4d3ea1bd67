using System.Text.Json;
using VideoGate.Infra.Tests.Checker;
using VideoGate.Intake;
using VideoGate.Storage;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

[Collection<Provisioned>]
public sealed class RolesTests(ProvisionedFixture provisioned)
{
    private static readonly Dictionary<string, string> Names =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Repository.Root, "tests/infra/roles.json")))!;

    [BicepTheory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Roles_OfTheApp_AreWhatItsCodeDoes(string environment)
    {
        // Arrange
        var deployment = provisioned[environment];

        // Act
        var given = RolesOf(deployment, "<identity.properties.principalId>");

        // Assert
        Assert.Equal(Needed(deployment).Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [BicepTheory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Roles_OfEventGrid_AreToLeaveDeadLetters(string environment)
    {
        // Arrange
        var deployment = provisioned[environment];
        var container =
            $"/{deployment.AccountOf("AzureWebJobsStorage__blobServiceUri")}/default/{EventSubscription.Of(provisioned).DeadLetterContainer}";

        // Assert
        Assert.Equal([$"Storage Blob Data Contributor on {container}"], RolesOf(deployment, "<topic.identity.principalId>"));
    }

    [BicepTheory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void AuditRole_NeitherOverwritesNorDeletes(string environment)
    {
        // Arrange
        var role = Assert.Single(provisioned[environment].OfType("Microsoft.Authorization/roleDefinitions"));

        // Act
        var permissions = Assert.Single(role.Properties.GetProperty("permissions").EnumerateArray());

        // Assert
        Assert.Equal(
            ["blobs/read", "blobs/add/action"],
            permissions.GetProperty("dataActions").EnumerateArray().Select(action => action.GetString()!.Split("containers/")[1]));
    }

    [Fact]
    public void AppRoles_OfTheRegistration_AreThoseOfTheCode()
    {
        // Act
        using var roles = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "infra/app-roles.json")));

        // Assert
        Assert.Equal(Access.Roles.All, roles.RootElement.EnumerateArray().Select(role => role.GetProperty("value").GetString()));
    }

    private static IEnumerable<string> Needed(Deployment deployment)
    {
        foreach (var (container, connection) in AppCode.Containers)
        {
            var role = container == Containers.Audit ? "Audit log appender" : "Storage Blob Data Contributor";
            yield return $"{role} on /{deployment.AccountOf($"{connection}__blobServiceUri")}/default/{container}";
        }

        // BlobStorage signs addresses in every container that can hold a video.
        foreach (var connection in AppCode.Containers.Where(entry => entry.Key != Containers.Audit).Select(entry => entry.Value).Distinct())
        {
            yield return $"Storage Blob Delegator on /{deployment.AccountOf($"{connection}__blobServiceUri")}";
        }

        foreach (var queue in (string[])[PoisonMessages.Name, PoisonMessages.Unreadable])
        {
            yield return $"Storage Queue Data Contributor on /{deployment.AccountOf("IntakeStorage__queueServiceUri")}/default/{queue}";
        }

        // https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
        foreach (var role in (string[])["Blob Data Owner", "Queue Data Contributor", "Table Data Contributor"])
        {
            yield return $"Storage {role} on /{deployment.AccountOf("AzureWebJobsStorage__blobServiceUri")}";
        }

        yield return $"Durable Task Data Contributor on {Assert.Single(deployment.OfType("Microsoft.DurableTask/schedulers/taskHubs")).Id}";
        yield return $"Cognitive Services User on {Assert.Single(deployment.OfType("Microsoft.CognitiveServices/accounts")).Id}";
        yield return $"Monitoring Metrics Publisher on {Assert.Single(deployment.OfType("Microsoft.Insights/components")).Id}";
        yield return $"AcrPull on {Assert.Single(deployment.OfType("Microsoft.ContainerRegistry/registries")).Id}";
    }

    private static IEnumerable<string> RolesOf(Deployment deployment, string principal)
    {
        var own = deployment.OfType("Microsoft.Authorization/roleDefinitions")
            .ToDictionary(role => role.Id, role => role.Properties.GetProperty("roleName").GetString()!.Split(" (")[0]);
        return from assignment in deployment.OfType("Microsoft.Authorization/roleAssignments")
               where assignment.Properties.GetProperty("principalId").GetString() == principal
               let role = assignment.Properties.GetProperty("roleDefinitionId").GetString()!
               select $"{own.GetValueOrDefault(role) ?? Names[role]} on {assignment.Scope}";
    }
}
