using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace VideoGate.Telemetry;

/// <summary>Destinations of the app's telemetry, by the settings that the Functions host uses too.</summary>
/// <param name="ApplicationInsights">Connection string, or null if not set.</param>
/// <param name="Otlp">Whether an OpenTelemetry collector is configured.</param>
internal sealed record TelemetryDestination(string? ApplicationInsights, bool Otlp)
{
    private const string ConnectionKey = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string AuthenticationKey = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string OtlpKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public bool IsAnywhere => ApplicationInsights is not null || Otlp;

    public static TelemetryDestination Of(IConfiguration settings) =>
        new(Text(settings, ConnectionKey), Text(settings, OtlpKey) is not null);

    /// <summary>
    /// Gets the identity that writes to Application Insights: <c>Authorization=AAD;ClientId=…</c>; without an id the system-assigned one.
    /// </summary>
    /// <returns>The identity, or null if the connection string alone suffices.</returns>
    /// <exception cref="InvalidOperationException">The setting has another format.</exception>
    public static TokenCredential? Identity(IConfiguration settings)
    {
        if (Text(settings, AuthenticationKey) is not { } text)
        {
            return null;
        }

        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToLookup(part => part[0], part => part.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        if (!string.Equals(parts["Authorization"].FirstOrDefault(), "AAD", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"{AuthenticationKey} must be 'Authorization=AAD', with ';ClientId=…' for a user-assigned identity.");
        }

        return new ManagedIdentityCredential(parts["ClientId"].FirstOrDefault() is { Length: > 0 } clientId
            ? ManagedIdentityId.FromUserAssignedClientId(clientId)
            : ManagedIdentityId.SystemAssigned);
    }

    private static string? Text(IConfiguration settings, string key) => settings[key] is { Length: > 0 } text ? text : null;
}
