using System.ComponentModel.DataAnnotations;

namespace VideoGate.Safety;

/// <summary>Section <c>ContentSafety</c>: the Azure AI Content Safety resource.</summary>
public sealed class ContentSafetyOptions
{
    public const string Section = "ContentSafety";

    /// <summary>Address of the resource, such as <c>https://name.cognitiveservices.azure.com</c>.</summary>
    [Required(ErrorMessage = "Set ContentSafety:Endpoint to the address of the Content Safety resource.")]
    public Uri Endpoint { get; set; } = null!;

    /// <summary>
    /// A key of the resource. Without one the app's identity is used; <c>ContentSafety:clientId</c> names a user-assigned one.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>Calls at a time, of all cases together.</summary>
    [Range(1, 64)]
    public int MaxParallelCalls { get; set; } = 4;

    /// <summary>How long one attempt of a call may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Neither a key nor a frame leaves the machine unencrypted.</summary>
    internal bool IsProtected =>
        Endpoint is { IsAbsoluteUri: true } endpoint && (endpoint.Scheme == Uri.UriSchemeHttps || endpoint.IsLoopback);
}
