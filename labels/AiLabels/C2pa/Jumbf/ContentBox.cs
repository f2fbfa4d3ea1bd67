namespace AiLabels.C2pa.Jumbf;

/// <param name="Type">Four-character box type.</param>
/// <param name="Data">All bytes after the box header.</param>
internal sealed record ContentBox(string Type, ReadOnlyMemory<byte> Data);
