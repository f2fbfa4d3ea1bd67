using VideoGate.Infra.Tests.Checker;

namespace VideoGate.Infra.Tests.Walk;

/// <summary>Both environments and the Event Grid subscription, expanded once.</summary>
public sealed class ProvisionedFixture : IAsyncLifetime
{
    internal static string[] Environments { get; } = ["dev", "prod"];

    // Without an image, the app is not deployed.
    private static readonly Dictionary<string, string> Image = new() { ["image"] = "registry.example/gate:1" };

    private readonly Dictionary<string, Deployment> _deployments = [];

    internal Deployment Events { get; private set; } = new([], new Dictionary<string, string>());

    internal Deployment this[string environment] => _deployments[environment];

    public async ValueTask InitializeAsync()
    {
        if (BicepTools.Missing is null)
        {
            foreach (var environment in Environments)
            {
                _deployments[environment] = await Deployment.OfAsync($"{environment}.bicepparam", Image);
            }

            // Outputs of the first stage are inputs of the second.
            var container = _deployments[Environments[0]].Outputs["deadLetterContainer"];
            Events = await Deployment.OfAsync("events.bicep", new Dictionary<string, string> { ["deadLetterContainer"] = container });
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
