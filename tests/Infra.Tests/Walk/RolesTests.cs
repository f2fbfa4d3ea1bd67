using System.Text.Json;
using VideoGate.Intake;
using VideoGate.Storage;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

public sealed class RolesTests
{
    // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles: the compiler takes any GUID for a role.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["db58b8e5-c6ad-4a2a-8342-4190687cbf4a"] = "Storage Blob Delegator",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["0ad04412-c4d5-4796-b79c-f76d14c8d402"] = "Durable Task Data Contributor",
        ["a97b65f3-24c7-4388-baec-2e87135dc908"] = "Cognitive Services User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
    };

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Roles_OfTheApp_AreWhatItsCodeDoes(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);

        // Act
        var given = RolesOf(deployment, $"id-gate-{environment}");

        // Assert
        Assert.Equal(Needed(deployment).Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void Roles_OfEventGrid_AreToLeaveDeadLetters(string environment)
    {
        // Arrange
        var deployment = Provisioned.Of(environment);
        var container =
            $"/{deployment.AccountOf("AzureWebJobsStorage__blobServiceUri")}/default/{EventSubscription.Of().DeadLetterContainer}";

        // Assert
        Assert.Equal([$"Storage Blob Data Contributor on {container}"], RolesOf(deployment, $"id-gate-{environment}-events"));
    }

    [Theory]
    [MemberData(nameof(Provisioned.Environments), MemberType = typeof(Provisioned))]
    public void AuditRole_NeitherOverwritesNorDeletes(string environment)
    {
        // Arrange
        var role = Assert.Single(Provisioned.Of(environment).OfType("Microsoft.Authorization/roleDefinitions"), IsAppender);

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

        // Defender writes its findings into tags.
        yield return $"Blob tag reader on /{deployment.AccountOf("IntakeStorage__blobServiceUri")}/default/{Containers.Quarantine}";
        yield return $"Durable Task Data Contributor on /{deployment.Single("Microsoft.DurableTask/schedulers/taskHubs").FullName}";
        yield return $"Cognitive Services User on /{deployment.Single("Microsoft.CognitiveServices/accounts").Name}";
        yield return $"Monitoring Metrics Publisher on /{deployment.Single("Microsoft.Insights/components").Name}";
        yield return $"AcrPull on /{deployment.Single("Microsoft.ContainerRegistry/registries").Name}";
        yield return $"Key Vault Secrets User on /{deployment.Single("Microsoft.KeyVault/vaults").Name}";
    }

    private static bool IsAppender(Resource role) =>
        role.Properties.GetProperty("roleName").GetString()!.StartsWith("Audit log appender", StringComparison.Ordinal);

    private static IEnumerable<string> RolesOf(Deployment deployment, string identity)
    {
        var own = deployment.OfType("Microsoft.Authorization/roleDefinitions")
            .ToDictionary(role => role.Name, role => role.Properties.GetProperty("roleName").GetString()!.Split(" (")[0]);
        return from assignment in deployment.OfType("Microsoft.Authorization/roleAssignments")
               where assignment.Properties.GetProperty("principalId").GetString()!.Contains($"/{identity}'", StringComparison.Ordinal)
               let role = assignment.Properties.GetProperty("roleDefinitionId").GetString()!.Split('/')[^1]
               select $"{own.GetValueOrDefault(role) ?? Names[role]} on {assignment.Scope}";
    }
}
