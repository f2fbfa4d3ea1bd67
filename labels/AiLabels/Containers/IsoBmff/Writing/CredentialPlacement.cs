using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Puts a box of content credentials into a movie in place of the boxes that it has (C2PA 2.2, annex A.5.3).</summary>
internal static class CredentialPlacement
{
    /// <param name="box">The whole box. Only its length matters to the edits, so its bytes may change afterwards.</param>
    /// <exception cref="RefusalException">The file is damaged, or its layout cannot hold credentials.</exception>
    /// <exception cref="LimitReachedException">A limit was reached.</exception>
    public static async ValueTask<EditList> PlanAsync(Rewrite rewrite, byte[] box)
    {
        var layout = await new LayoutReader(rewrite).ReadAsync();
        _ = layout.Movie;
        if (layout.IsFragmented)
        {
            // The hash of the whole file is for others: annex A.5.4.1.2 wants a Merkle tree with a row before each fragment.
            throw new RefusalException(
                Refusal.UnsupportedLayout, "The movie is fragmented. Re-mux the file first: ffmpeg -i IN -c copy OUT.mp4");
        }

        if (layout.FileType is not { } fileType || layout.MediaStart < fileType.Offset)
        {
            throw new RefusalException(
                Refusal.UnsupportedLayout,
                "No ftyp box precedes the movie, and content credentials stand between both. Re-mux the file first: ffmpeg -i IN -c copy OUT.mov");
        }

        IReadOnlyList<Edit> edits =
        [
            Edit.Insert(fileType.End, box), .. layout.Credentials.Select(static old => new Edit(old.Offset, old.Length, default)),
        ];
        return await MovieRelocation.CompleteAsync(rewrite.Bytes, layout, edits);
    }
}
