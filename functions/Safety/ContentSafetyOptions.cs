using System.ComponentModel.DataAnnotations;

namespace VideoGate.Safety;

/// <summary>Section <c>ContentSafety</c>: the Azure AI Content Safety resource.</summary>
public sealed class ContentSafetyOptions
{
    public const string Section = "ContentSafety";

    /// <summary>Endpoint of the resource, such as <c>https://name.cognitiveservices.azure.com</c>.</summary>
    [Required(ErrorMessage = "Set ContentSafety:Endpoint to the address of the Content Safety resource.")]
    public Uri Endpoint { get; set; } = null!;

    /// <summary>
    /// A key of the resource. Without a key the app's managed identity is used; <c>ContentSafety:clientId</c> selects a user-assigned one.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>Maximum number of concurrent calls, over all cases.</summary>
    [Range(1, 64)]
    public int MaxParallelCalls { get; set; } = 4;

    /// <summary>Timeout of one attempt of a call.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets whether the endpoint is encrypted or local: keys and frames never leave the machine unencrypted.</summary>
    internal bool IsProtected =>
        Endpoint is { IsAbsoluteUri: true } endpoint && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.IsLoopback);
}
