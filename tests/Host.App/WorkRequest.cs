namespace HostApp;

/// <param name="Key">Key of the marker file.</param>
/// <param name="How"><c>sleep</c> until cancelled, <c>ignore</c> cancellation, <c>fail</c> or <c>die</c> at first.</param>
public sealed record WorkRequest(string Key, string How, double Seconds = 0);
