using System.Text.Json;
using Azure;
using Azure.Identity;

namespace VideoGate.Safety;

/// <summary>Translates failed calls.</summary>
internal static class SafetyFailures
{
    private const int BadRequest = 400;
    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private const int TooLarge = 413;
    private const int UnsupportedMediaType = 415;
    private const int Unprocessable = 422;

    /// <returns>The translated exception, or null if the failure is not the service's.</returns>
    public static Exception? Translate(Exception failure, TimeProvider time) => failure switch
    {
        // Azure.Core's retries are exhausted: the last failure is the most recent.
        AggregateException { InnerExceptions: [.., var last] } => Translate(last, time),
        RequestFailedException { Status: BadRequest or TooLarge or UnsupportedMediaType or Unprocessable } refusal =>
            new SafetyRefusedException($"Content Safety refuses the content: {refusal.ErrorCode ?? $"{refusal.Status}"}.", refusal),
        RequestFailedException { Status: 0 } => new SafetyUnavailableException("Content Safety cannot be reached.", null, failure),
        RequestFailedException answer =>
            new SafetyUnavailableException(
                $"Content Safety answered {answer.Status}.", RetryAfter.Of(answer.GetRawResponse(), time), answer),
        OperationCanceledException => new SafetyUnavailableException("Content Safety does not answer in time.", null, failure),
        AuthenticationFailedException => new SafetyUnavailableException("The app cannot authenticate to Content Safety.", null, failure),
        JsonException or FormatException or InvalidOperationException or KeyNotFoundException =>
            new SafetyUnavailableException("Content Safety returned an answer that cannot be parsed.", null, failure),
        _ => null,
    };

    /// <returns>How to fix the app's configuration, or null if the configuration is not at fault.</returns>
    public static string? Remedy(Exception failure) => failure switch
    {
        RequestFailedException { Status: Unauthorized or Forbidden } or AuthenticationFailedException =>
            "Set ContentSafety:Key to a key of the resource, or, without one, give the app's identity the role Cognitive Services User on it.",
        RequestFailedException { Status: NotFound } =>
            "Set ContentSafety:Endpoint to the address of the resource, and create the blocklists that the policy names.",
        AggregateException { InnerExceptions: [.., var last] } => Remedy(last),
        _ => null,
    };
}
