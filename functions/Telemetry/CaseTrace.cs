using System.Diagnostics;
using VideoGate.Cases;

namespace VideoGate.Telemetry;

/// <summary>
/// Ties spans to cases. A case remembers the span that opened it: what people and timers do about it later, after restarts and days, joins
/// the same trace.
/// </summary>
internal static class CaseTrace
{
    public const string Source = "VideoGate.Cases";

    /// <summary>Attribute of every span that is about a case.</summary>
    public const string CaseId = "case.id";

    private static readonly ActivitySource Spans = new(Source);

    /// <summary>W3C trace context of the present span, for the case to remember; null when nobody traces.</summary>
    public static string? Current => Activity.Current?.Id;

    /// <summary>The present span turns out to be about this case.</summary>
    public static void Belongs(string caseId) => Activity.Current?.SetTag(CaseId, caseId);

    /// <summary>Begins a span in the case's trace; it and the present span link to each other. Dispose it at its end.</summary>
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
