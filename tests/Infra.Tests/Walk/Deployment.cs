using System.Text.Json;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>What a parameter file deploys: its golden snapshot in <c>infra/</c>, which <c>compile.sh</c> compares with the files.</summary>
internal sealed record Deployment(IReadOnlyList<Resource> Made, IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>Names and values of the app's settings, without those that are secrets.</summary>
    public IReadOnlyDictionary<string, string> Settings => Container.GetProperty("env").EnumerateArray()
        .Where(setting => setting.TryGetProperty("value", out _))
        .ToDictionary(setting => setting.GetProperty("name").GetString()!, setting => setting.GetProperty("value").GetString()!);

    public JsonElement Container => Template.GetProperty("containers")[0];

    public JsonElement Template => App.Properties.GetProperty("template");

    public Resource App => OfType("Microsoft.App/containerApps").Single();

    public static Deployment Of(string file)
    {
        using var snapshot = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, $"infra/{file}.snapshot.json")));
        var root = snapshot.RootElement;
        return new(
            [
                .. root.GetProperty("predictedResources").EnumerateArray().Select(resource => resource.Clone())
                    .Select(resource => new Resource(
                    resource.GetProperty("id").GetString()!, resource.GetProperty("type").GetString()!,
                    resource.GetProperty("name").GetString()!, resource)),
            ],
            root.TryGetProperty("outputs", out var outputs)
                ? outputs.EnumerateObject().ToDictionary(output => output.Name, output => output.Value.GetString()!)
                : new Dictionary<string, string>());
    }

    public IEnumerable<Resource> OfType(string type) => Made.Where(resource => resource.Type == type);

    public Resource Single(string type) => Assert.Single(OfType(type));

    /// <summary>Names of the containers of one account.</summary>
    public IEnumerable<string> ContainersOf(string account) => Named("Microsoft.Storage/storageAccounts/blobServices/containers", account);

    public IEnumerable<string> QueuesOf(string account) => Named("Microsoft.Storage/storageAccounts/queueServices/queues", account);

    /// <summary>The account that a setting such as <c>IntakeStorage__blobServiceUri</c> points to.</summary>
    public string AccountOf(string setting) => new Uri(Settings[setting]).Host.Split('.')[0];

    private IEnumerable<string> Named(string type, string account) =>
        OfType(type).Where(resource => resource.Account == account).Select(resource => resource.Name).Order(StringComparer.Ordinal);
}
