namespace VideoGate.Infra.Tests.Walk;

/// <summary>The snapshots that tests compare with the code.</summary>
internal static class Provisioned
{
    private static readonly Dictionary<string, Deployment> Deployments = new[] { "dev", "prod", "events", "foundation" }
        .ToDictionary(file => file, Deployment.Of);

    public static TheoryData<string> Environments { get; } = ["dev", "prod"];

    public static Deployment Of(string file) => Deployments[file];
}
