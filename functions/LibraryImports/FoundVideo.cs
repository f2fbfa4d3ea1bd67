using VideoGate.Cases;

namespace VideoGate.LibraryImports;

/// <summary>A video that an import is going to take.</summary>
/// <param name="Video">The published version; null if its case, which has it, was judged before.</param>
internal sealed record FoundVideo(string CaseId, UploadedVideo? Video = null);
