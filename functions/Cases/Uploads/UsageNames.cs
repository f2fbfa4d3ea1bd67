using System.Globalization;

namespace VideoGate.Cases.Uploads;

/// <summary>
/// Names of the empty blobs in container <c>cases</c> that count what is in progress. A name carries everything to count and is derived
/// from the case or the ticket: writing and removing are idempotent and never conflict.
/// </summary>
internal static class UsageNames
{
    public const string Root = "usage/";
    public const string Open = $"{Root}open/";
    public const string Inspecting = $"{Root}inspecting/";
    public const string Grants = $"{Root}grants/";
    public const string Calls = $"{Root}calls/";

    // Untrusted text must not become part of a blob name.
    public static string Key(string? uploader) => uploader is null ? "none" : Base32.Hash(uploader);

    public static string OpenCase(ModerationCase opened) =>
        Invariant($"{Open}{Key(opened)}/{Arrival(opened)}-{opened.CaseId}-{opened.Upload.Length}");

    public static string InspectedCase(ModerationCase opened) => $"{Inspecting}{Key(opened)}/{Arrival(opened)}-{opened.CaseId}";

    public static string Grant(string? uploader, string uploadId, DateTimeOffset expiresAt) =>
        $"{Grants}{Key(uploader)}/{Ticks(expiresAt)}-{uploadId}";

    public static string CallsOf(DateTimeOffset day, ModerationCase decided, int calls) =>
        Invariant($"{CallsOn(day)}{Key(decided)}/{decided.CaseId}-{calls}");

    public static string CallsOn(DateTimeOffset day) => Invariant($"{Calls}{day.UtcDateTime:yyyyMMdd}/");

    /// <summary>Gets the number at the end of a name: bytes or calls.</summary>
    public static long Amount(string name) =>
        long.TryParse(name.AsSpan(name.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    /// <summary>Gets the time in a name: arrival or expiry.</summary>
    public static DateTimeOffset Time(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..].Split('-')[0];
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? new(ticks, TimeSpan.Zero)
            : DateTimeOffset.MinValue;
    }

    /// <summary>Gets the case in the name of a case's blob, or null if there is none.</summary>
    public static string? CaseId(string name) =>
        name[(name.LastIndexOf('/') + 1)..].Split('-') is [_, var caseId, ..] && Cases.CaseId.IsValid(caseId) ? caseId : null;

    private static string Key(ModerationCase counted) => Key(counted.Submission.Uploader);

    private static string Arrival(ModerationCase counted) => Ticks(counted.Upload.UploadedAt);

    private static string Ticks(DateTimeOffset time) => time.UtcTicks.ToString("d19", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
