using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Labels MP4, MOV and their fragmented forms. Boxes keep their order, so a file prepared for streaming remains so.</summary>
internal sealed class IsoBmffWriter(LabelRewrite rewrite) : IContainerWriter
{
    private const int FreeHeader = 8;

    public async ValueTask<EditList> PlanAsync()
    {
        var layout = await new LayoutReader(rewrite).ReadAsync();
        var placement = await new LabelPlacement(rewrite, layout).PlaceAsync();
        IReadOnlyList<Edit> edits = [.. placement, .. TakeFrom(layout.Padding, placement.Sum(static e => e.Growth))];
        return await MovieRelocation.CompleteAsync(rewrite.Bytes, layout, edits);
    }

    /// <summary>Shrinks the free space after the movie box by the growth of the movie; returns nothing if it is too small.</summary>
    private static IEnumerable<Edit> TakeFrom(Box? padding, long growth)
    {
        if (padding is { } free && growth > 0)
        {
            if (free.Length == growth)
            {
                yield return new(free.Offset, free.Length, default);
            }
            else if (free.Length - growth is >= FreeHeader and <= uint.MaxValue and var rest)
            {
                yield return new(
                    free.Offset, growth + FreeHeader, (byte[])[.. BoxBuilder.UInt32((uint)rest), .. BoxBuilder.UInt32(BoxType.Free)]);
            }
        }
    }
}
