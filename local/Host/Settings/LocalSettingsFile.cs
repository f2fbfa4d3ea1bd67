using System.Text.Json;

namespace VideoGate.Local.Host.Settings;

/// <summary>A <c>local.settings.json</c>, as Functions Core Tools read it.</summary>
internal static class LocalSettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Copies <c>Values</c> into environment variables, for host, extensions and worker. Existing variables are kept.</summary>
    /// <exception cref="HostException">The file is missing or malformed.</exception>
    public static void Apply(string? path)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            foreach (var setting in document.RootElement.GetProperty("Values").EnumerateObject())
            {
                if (Environment.GetEnvironmentVariable(setting.Name) is null)
                {
                    Environment.SetEnvironmentVariable(setting.Name, setting.Value.ToString());
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            throw new HostException(
                $"{path} cannot be read: {exception.Message} It must hold an object \"Values\", as local.settings.sample.json does.",
                exception);
        }
    }
}
