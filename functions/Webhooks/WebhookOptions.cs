using System.ComponentModel.DataAnnotations;

namespace VideoGate.Webhooks;

/// <summary>Section <c>Webhooks</c>: who is told what becomes of cases.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>None: nobody is told.</summary>
    public IList<WebhookEndpoint> Endpoints { get; } = [];

    /// <summary>The <c>source</c> of every event: a URI reference that tells this gate from others.</summary>
    [Required]
    public string Source { get; set; } = "/api/cases";

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// <c>host:port</c> of receivers on this machine, which are reached over the loopback interface and without TLS. For development: every
    /// other address that is not public is refused.
    /// </summary>
    public IList<string> LoopbackTargets { get; } = [];
}
