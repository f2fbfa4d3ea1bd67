using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.Flv;

/// <summary>The tags of a file; consecutive audio and video tags are listed as one.</summary>
internal sealed class TagList(InspectionContext inspection)
{
    private (long Offset, long End, int Audio, int Video)? _media;

    public async ValueTask ReadAsync(TreeWalk tree)
    {
        try
        {
            await ReadTagsAsync(tree);
        }
        finally
        {
            AddMedia(tree);
        }
    }

    private async ValueTask ReadTagsAsync(TreeWalk tree)
    {
        var (position, problem) = await FlvTag.FindFirstAsync(inspection.Bytes);
        while (problem is null && position < inspection.Bytes.Length)
        {
            inspection.CountBox();
            (var tag, problem) = await FlvTag.ReadAsync(inspection.Bytes, position);
            if (tag is { Type: FlvTag.Script } script)
            {
                AddMedia(tree);
                tree.Add(Node("script", script.Offset, script.Offset + script.Length, await NameAsync(script)));
            }
            else if (tag is { } media)
            {
                var (start, _, audio, video) = _media ?? (media.Offset, 0, 0, 0);
                _media = media.Type == FlvTag.Audio
                    ? (start, media.Offset + media.Length, audio + 1, video)
                    : (start, media.Offset + media.Length, audio, video + 1);
            }

            position = tag?.End ?? inspection.Bytes.Length;
        }

        if (problem is not null)
        {
            inspection.Add(problem);
        }
    }

    private void AddMedia(TreeWalk tree)
    {
        if (_media is var (start, end, audio, video))
        {
            tree.Add(Node("media", start, end, $"{audio} audio and {video} video tags"));
            _media = null;
        }
    }

    /// <summary>Truncates the last tag to the end of the file.</summary>
    private TreeNode Node(string type, long start, long end, string? note) =>
        new(0, type, start, Math.Min(end, inspection.Bytes.Length) - start, note);

    /// <summary>Reads the name of script data, E.4.4.1: a string, type 2, at its beginning.</summary>
    private async ValueTask<string?> NameAsync(FlvTag script)
    {
        const int StringHeaderLength = 3;
        var head = await inspection.Bytes.PeekAsync(script.Payload, StringHeaderLength);
        return head.Span is [2, var high, var low]
            ? await TreeWalk.PreviewAsync(
                inspection.Bytes, script.Payload + StringHeaderLength, Math.Min((high << 8) | low, script.PayloadLength))
            : null;
    }
}
