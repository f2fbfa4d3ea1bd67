using System.Diagnostics;
using VideoGate.Cases;

namespace VideoGate.Telemetry;

/// <summary>
/// Links spans to cases. A case stores the span that opened it: later actions by people and timers, even after restarts and days, join the
/// same trace.
/// </summary>
internal static class CaseTrace
{
    public const string Source = "VideoGate.Cases";

    /// <summary>Attribute of every span about a case.</summary>
    public const string CaseId = "case.id";

    private static readonly ActivitySource Spans = new(Source);

    /// <summary>Gets the W3C trace context of the current span, to store in the case, or null if there is no span.</summary>
    public static string? Current => Activity.Current?.Id;

    /// <summary>Tags the current span with a case.</summary>
    public static void Belongs(string caseId) => Activity.Current?.SetTag(CaseId, caseId);

    /// <summary>Starts a span in the case's trace, with links to and from the current span. Dispose it to end the span.</summary>
    public static Activity? Join(string name, ModerationCase about)
    {
        if (!ActivityContext.TryParse(about.TraceParent, traceState: null, isRemote: true, out var trace))
        {
            Belongs(about.CaseId);
            return null;
        }

        var present = Activity.Current;
        present?.SetTag(CaseId, about.CaseId).AddLink(new(trace));
        ActivityLink[] links = present is null ? [] : [new(present.Context)];
        return Spans.StartActivity(name, ActivityKind.Internal, trace, [new(CaseId, about.CaseId)], links);
    }
}
