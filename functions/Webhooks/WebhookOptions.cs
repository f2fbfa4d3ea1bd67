using System.ComponentModel.DataAnnotations;

namespace VideoGate.Webhooks;

/// <summary>Section <c>Webhooks</c>: receivers of case events.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Receivers; if empty, no events are sent.</summary>
    public IList<WebhookEndpoint> Endpoints { get; } = [];

    /// <summary>The <c>source</c> of every event: a URI reference that identifies this deployment.</summary>
    [Required]
    public string Source { get; set; } = "/api/cases";

    /// <summary>Timeout of one attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Receivers on this machine as <c>host:port</c>, accessed over the loopback interface without TLS. For development: every other
    /// non-public address is refused.
    /// </summary>
    public IList<string> LoopbackTargets { get; } = [];
}
