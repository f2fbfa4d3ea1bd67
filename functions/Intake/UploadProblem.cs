using VideoGate.Cases;

namespace VideoGate.Intake;

/// <param name="Message">What happened and what the uploader can do.</param>
internal sealed record UploadProblem(UploadRefusal Code, string Message);
