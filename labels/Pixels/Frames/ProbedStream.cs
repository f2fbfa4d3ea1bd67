using System.Globalization;
using System.Text.Json;

namespace AiLabels.Pixels.Frames;

/// <summary>Reads one video stream of ffprobe's output.</summary>
internal static class ProbedStream
{
    private const string CropData = "Frame Cropping";

    /// <summary>
    /// Returns true for a picture beside the video: a cover, or images of chapters in a track that players do not show. A video that only
    /// claims to be one is shown by players.
    /// </summary>
    public static bool IsCover(JsonElement stream) =>
        IsSet(stream, "attached_pic") && !(IsSet(stream, "timed_thumbnails") && IsSet(stream, "default"));

    public static bool IsCutByDecoder(JsonElement stream) => SideData(stream)
        .Any(static data => data.TryGetProperty("side_data_type", out var type) && type.ValueEquals(CropData));

    public static VideoTrack Track(JsonElement stream)
    {
        var turn = TurnOf(stream);
        var index = stream.TryGetProperty("index", out var value) && value.TryGetInt32(out var number) ? number : 0;
        return new(index, IsSet(stream, "default"), PictureSize.Shown(stream, turn.IsOnItsSide), turn);
    }

    private static bool IsSet(JsonElement stream, string disposition) =>
        stream.TryGetProperty("disposition", out var all) && all.ValueKind == JsonValueKind.Object
        && all.TryGetProperty(disposition, out var value) && value.ValueKind == JsonValueKind.Number && value.GetDouble() != 0;

    private static JsonElement.ArrayEnumerator SideData(JsonElement stream) =>
        stream.TryGetProperty("side_data_list", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static QuarterTurn TurnOf(JsonElement stream)
    {
        foreach (var data in SideData(stream))
        {
            if (data.TryGetProperty("displaymatrix", out var matrix) && matrix.ValueKind == JsonValueKind.String
                && Numbers(matrix.GetString()!) is [var a, var b, _, var c, var d, ..])
            {
                return QuarterTurn.Nearest(a, b, c, d);
            }
        }

        return QuarterTurn.None;
    }

    /// <summary>Parses ffprobe's rows of a matrix, each of a number, a colon and three values.</summary>
    private static List<double> Numbers(string matrix) =>
    [
        .. matrix.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(static row => row[(row.IndexOf(':', StringComparison.Ordinal) + 1)..]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(static text => double.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0),
    ];
}
