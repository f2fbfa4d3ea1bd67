using AiLabels.Containers.Video;
using AiLabels.Reading;

namespace AiLabels.Containers.Riff;

/// <summary>Searches for vendor marks in the first frames of a movi list and skips the rest.</summary>
internal sealed class MovieReader(InspectionContext inspection, NalFormat format)
{
    /// <summary>Maximum number of chunks read; chunks of other streams are among them.</summary>
    private const int MaxChunks = 32;

    public async ValueTask ReadAsync(Chunk movie, string path)
    {
        var position = movie.Payload;
        var samples = 0;
        for (var i = 0; i < MaxChunks && samples < SeiReader.MaxSamples && position < movie.End; i++)
        {
            var (found, _) = await Chunk.ReadAsync(inspection.Bytes, position, movie.End, path);
            if (found is not { } chunk)
            {
                return;
            }

            if (ChunkId.IsFrame(chunk.Id))
            {
                var sample = await inspection.Bytes.PeekAsync(chunk.Payload, (int)Math.Min(chunk.PayloadLength, SeiReader.MaxSampleLength));
                inspection.Add(SeiReader.Read(sample.Span, format, chunk.At($"{path}/SEI") with { Clause = format.Clause }));
                samples++;
            }

            // Interleaved files group their chunks in rec lists.
            position = chunk.IsList ? chunk.Payload : chunk.End;
        }
    }
}
