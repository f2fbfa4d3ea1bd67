using System.Text.Json;
using VideoGate.Infra.Tests.Checker;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>A resource of a deployment; values known only to Azure are in angle brackets.</summary>
/// <param name="Id">Its name after those of its parents.</param>
/// <param name="Existing">Referenced, not created.</param>
/// <param name="Scope">Id of the target of an extension resource, such as a role assignment.</param>
internal sealed record Resource(string Symbol, string Type, string Name, string Id, bool Existing, string? Scope, JsonElement Body)
{
    public JsonElement Properties => Body.GetProperty("properties");

    /// <summary>The account of a container, a queue or a service.</summary>
    public string Account => Id.Split('/')[1];
}

/// <summary>All resources that one environment's parameters create from <c>infra/</c>.</summary>
internal sealed record Deployment(IReadOnlyList<Resource> Resources, IReadOnlyDictionary<string, string> Outputs)
{
    public IEnumerable<Resource> Made => Resources.Where(resource => !resource.Existing);

    /// <summary>Names and values of the app's settings.</summary>
    public IReadOnlyDictionary<string, string> Settings => Container.GetProperty("env").EnumerateArray()
        .ToDictionary(setting => setting.GetProperty("name").GetString()!, setting => setting.GetProperty("value").GetString()!);

    public JsonElement Container => App.Properties.GetProperty("template").GetProperty("containers")[0];

    public Resource App => OfType("Microsoft.App/containerApps").Single();

    public IEnumerable<Resource> OfType(string type) => Made.Where(resource => resource.Type == type);

    /// <summary>Names of the containers of one account.</summary>
    public IEnumerable<string> ContainersOf(string account) => Named("Microsoft.Storage/storageAccounts/blobServices/containers", account);

    public IEnumerable<string> QueuesOf(string account) => Named("Microsoft.Storage/storageAccounts/queueServices/queues", account);

    /// <summary>The account that a setting such as <c>IntakeStorage__blobServiceUri</c> points to.</summary>
    public string AccountOf(string setting) => new Uri(Settings[setting]).Host.Split('.')[0];

    /// <param name="file">In <c>infra/</c>: <c>dev.bicepparam</c>, <c>prod.bicepparam</c> or <c>events.bicep</c>.</param>
    /// <param name="given">Parameters, as <c>deploy.sh</c> passes them.</param>
    public static async Task<Deployment> OfAsync(string file, IReadOnlyDictionary<string, string> given)
    {
        var (_, output) = await BicepTools.RunAsync("expand.mjs", $"infra/{file}", JsonSerializer.Serialize(given));
        return JsonSerializer.Deserialize<Deployment>(output, JsonSerializerOptions.Web)!;
    }

    private IEnumerable<string> Named(string type, string account) =>
        OfType(type).Where(resource => resource.Account == account).Select(resource => resource.Name).Order(StringComparer.Ordinal);
}
