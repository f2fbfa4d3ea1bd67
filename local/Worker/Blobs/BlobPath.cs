namespace Local.Worker.Blobs;

/// <summary>The <c>container/{name}</c> of a blob trigger; the placeholder stands for the whole name, slashes included.</summary>
/// <param name="Placeholder">The name between the braces, to which a parameter is bound.</param>
internal sealed record BlobPath(string Container, string Placeholder)
{
    /// <exception cref="FormatException">The path has another form.</exception>
    public static BlobPath Parse(string path) =>
        path.Split('/', 2) is [{ Length: > 0 } container, ['{', .. { Length: > 0 } placeholder, '}']]
        && container.IndexOfAny(['{', '}']) < 0 && placeholder.IndexOfAny(['{', '}']) < 0
            ? new BlobPath(container, placeholder)
            : throw new FormatException($"'{path}' is not of the form container/{{name}}, the one that the local runtime supports.");
}
