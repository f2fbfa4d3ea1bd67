using Azure.Core;

namespace Azure.AI.ContentSafety;

public class ContentSafetyClientOptions(
    ContentSafetyClientOptions.ServiceVersion version = ContentSafetyClientOptions.ServiceVersion.V2023_10_01) : ClientOptions
{
#pragma warning disable CA1707 // The real package's name.
    public enum ServiceVersion
    {
        V2023_10_01 = 1,
    }
#pragma warning restore CA1707

    internal string Version { get; } = version switch
    {
        ServiceVersion.V2023_10_01 => "2023-10-01",
        _ => throw new NotSupportedException($"Service version {version} is not supported."),
    };
}
