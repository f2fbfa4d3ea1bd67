namespace VideoGate.Intake;

/// <summary>A page of an uploader's uploads, newest first.</summary>
/// <param name="NextLink">Path of the next page; null on the last.</param>
internal sealed record UploadPage(IReadOnlyList<UploadView> Value, string? NextLink);

/// <summary>Where a page of uploads begins.</summary>
internal sealed record UploadCursor(string? Marker);
