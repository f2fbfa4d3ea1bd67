using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace VideoGate.Telemetry;

/// <summary>Where the app's telemetry goes, by the settings that the Functions host reads too.</summary>
/// <param name="ApplicationInsights">Connection string; null when none is set.</param>
/// <param name="Otlp">Whether an OpenTelemetry collector is named.</param>
internal sealed record TelemetryDestination(string? ApplicationInsights, bool Otlp)
{
    private const string ConnectionKey = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string AuthenticationKey = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string OtlpKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public bool IsAnywhere => ApplicationInsights is not null || Otlp;

    public static TelemetryDestination Of(IConfiguration settings) =>
        new(Text(settings, ConnectionKey), Text(settings, OtlpKey) is not null);

    /// <summary>
    /// The identity that may write to Application Insights: <c>Authorization=AAD;ClientId=…</c>, without the id the system-assigned one.
    /// </summary>
    /// <returns>Null where the connection string alone lets in.</returns>
    /// <exception cref="InvalidOperationException">The setting says something else.</exception>
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
                $"{AuthenticationKey} is 'Authorization=AAD', with ';ClientId=…' for a user-assigned identity; it is something else.");
        }

        return new ManagedIdentityCredential(parts["ClientId"].FirstOrDefault() is { Length: > 0 } clientId
            ? ManagedIdentityId.FromUserAssignedClientId(clientId)
            : ManagedIdentityId.SystemAssigned);
    }

    private static string? Text(IConfiguration settings, string key) => settings[key] is { Length: > 0 } text ? text : null;
}
