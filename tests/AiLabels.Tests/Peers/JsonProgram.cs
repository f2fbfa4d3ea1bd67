using System.Diagnostics;
using System.Text.Json;

namespace AiLabels.Tests.Peers;

/// <summary>Programs that describe a file in JSON. <c>test.sh</c> installs them.</summary>
internal static class JsonProgram
{
    /// <param name="sections">Options for sections besides the format and its streams.</param>
    public static async Task<JsonElement> FfprobeAsync(string path, params string[] sections) =>
        await RunAsync("ffprobe", ["-v", "error", "-show_format", "-show_streams", .. sections, "-of", "json", path]);

    /// <summary>Tags by group and name; binary ones by their length.</summary>
    public static async Task<JsonElement> ExiftoolAsync(string path) => (await RunAsync("exiftool", "-json", "-G1", "-unknown", path))[0];

    private static async Task<JsonElement> RunAsync(string program, params string[] arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        using var output = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync());
        await errors;
        await process.WaitForExitAsync();
        return output.RootElement.Clone();
    }
}
