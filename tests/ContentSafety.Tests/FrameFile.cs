namespace VideoGate.Local.ContentSafety.Tests;

/// <param name="Input">Options of ffmpeg, as <paramref name="Output"/>.</param>
internal sealed record FrameFile(string[] Input, string[] Output, string Name);
