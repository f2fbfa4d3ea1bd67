using System.Diagnostics;
using OpenTelemetry;
using VideoGate.Storage;

namespace VideoGate.Telemetry;

/// <summary>Propagates case.id, and the not-recorded flag, to child spans; removes uploaders' file names from URLs.</summary>
internal sealed class CaseSpans : BaseProcessor<Activity>
{
    private const string Address = "url.full";

    private static readonly string[] NamedByUploaders =
        [.. new[] { Containers.Uploads, Containers.Quarantine, Containers.Published, Containers.Rejected }.Select(
            container => $"/{container}/")];

    public override void OnStart(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Parent?.GetTagItem(CaseTrace.CaseId) is { } caseId && data.GetTagItem(CaseTrace.CaseId) is null)
        {
            data.SetTag(CaseTrace.CaseId, caseId);
        }
    }

    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Parent is { Recorded: false })
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        if (data.GetTagItem(Address) is string address)
        {
            data.SetTag(Address, WithoutName(address));
        }
    }

    internal static string WithoutName(string address)
    {
        var path = address.Split('?', 2)[0];
        foreach (var container in NamedByUploaders)
        {
            if (path.IndexOf(container, StringComparison.Ordinal) is >= 0 and var found)
            {
                return string.Concat(path.AsSpan(0, found + container.Length), "*");
            }
        }

        return path;
    }
}
