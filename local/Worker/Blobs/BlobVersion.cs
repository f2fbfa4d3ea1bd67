namespace Local.Worker.Blobs;

internal sealed record BlobVersion(string Name, string ETag);
