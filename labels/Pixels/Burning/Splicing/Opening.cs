using AiLabels.Pixels.Burning.H264;
using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>The opening as encoded: its samples, and the parameter sets that they refer to.</summary>
internal sealed record Opening(IReadOnlyList<Sample> Samples, AvcConfiguration Record)
{
    /// <summary>Checks that the encoder wrote what was ordered.</summary>
    /// <param name="before">Parameters of the video that was uploaded.</param>
    /// <param name="count">Number of pictures that the opening has.</param>
    /// <param name="id">Number that its parameter sets should have.</param>
    /// <param name="length">Of the encoder's media.</param>
    /// <exception cref="UnsuitableException">It cannot be joined to the rest.</exception>
    public static Opening Of(FragmentedMovie encoded, SequenceParameters before, int count, uint id, long length)
    {
        var track = encoded.Tracks.Values.Single();
        var stsd = encoded.Moov.Child(BoxType.Trak).Child(BoxType.Mdia).Child(BoxType.Minf).Child(BoxType.Stbl).Child(BoxType.Stsd);
        var record = VideoEntry.Read(Box.In(stsd.Payload[8..]).First()).Record;
        if (track.Samples.Count != count)
        {
            throw new UnsuitableException($"its opening decodes to {track.Samples.Count} pictures instead of {count}");
        }

        // Without reordered pictures every sample keeps the time at which it was decoded and one of those at which it was shown.
        var isPlain = track.Samples is [{ IsSync: true }, ..] && track.Samples.TrueForAll(static sample => sample.Offset == 0)
            && track.Samples.Sum(static sample => sample.Size) == length && track.Chunks is [{ Position: 0 }, ..];
        return isPlain && Matches(record, before, id)
            ? new(track.Samples, record)
            : throw new UnsuitableException("the encoder cannot write an opening with its parameters");
    }

    private static bool Matches(AvcConfiguration record, SequenceParameters before, uint id) =>
        record is { LengthSize: AccessUnit.LengthSize, Sequences: [var sequence], Pictures: [var picture] }
        && SequenceParameters.Read(sequence) is var after && after.Id == id && after.ShowsLike(before)
        && AvcConfiguration.Numbers(picture) == (id, id);
}
