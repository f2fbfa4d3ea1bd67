using AiLabels.C2pa;
using AiLabels.Containers;
using AiLabels.Containers.Asf;
using AiLabels.Containers.Flv;
using AiLabels.Containers.IsoBmff;
using AiLabels.Containers.Matroska;
using AiLabels.Containers.MpegTs;
using AiLabels.Containers.Riff;
using AiLabels.Reading;

namespace AiLabels;

/// <summary>Reads every AI label and trace in a video file. Bad data is a finding or a problem in the report, never an exception.</summary>
public sealed class LabelReader(LabelReaderOptions options, TimeProvider time)
{
    /// <exception cref="IOException">The source failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<LabelReport> ReadAsync(IByteSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var timeout = new CancellationTokenSource(options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var inspection = new Inspection(new ByteReader(source, options.MaxBytesRead, both.Token), options);
        await WithinLimitsAsync(ReadContainerAsync);
        await WithinLimitsAsync(inspection => new C2paReader(inspection, time).ReadAsync());
        return Report(inspection);

        async ValueTask WithinLimitsAsync(Func<Inspection, ValueTask> read)
        {
            try
            {
                await read(inspection);
            }
            catch (LimitReachedException limit)
            {
                inspection.Add(limit.ToProblem());
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                inspection.Add(new Problem("limit.time", $"Reading took longer than {options.Timeout}."));
            }
        }
    }

    private static async ValueTask ReadContainerAsync(Inspection inspection)
    {
        var head = await inspection.Bytes.PeekAsync(0, ContainerSniffer.Length);
        switch (ContainerSniffer.Sniff(head.Span))
        {
            case ContainerFormat.IsoBmff:
                await new IsoBmffReader(inspection).ReadAsync();
                break;
            case ContainerFormat.Matroska:
                await new MatroskaReader(inspection).ReadAsync();
                break;
            case ContainerFormat.Avi:
                await new RiffReader(inspection).ReadAsync();
                break;
            case ContainerFormat.Flv:
                await new FlvReader(inspection).ReadAsync();
                break;
            case ContainerFormat.Asf:
                await new AsfReader(inspection).ReadAsync();
                break;
            case ContainerFormat.MpegTs:
                await new TransportStreamReader(inspection).ReadAsync();
                break;
            default:
                inspection.Add(new Problem("container.unknown", "The file is in none of the containers that are read here."));
                break;
        }
    }

    private static LabelReport Report(Inspection inspection)
    {
        var verdict = Verdict.Of(inspection.Findings, inspection.Problems, inspection.Credentials);
        return new()
        {
            Origin = verdict.Origin,
            Generator = verdict.Generator,
            Container = inspection.Container,
            Credentials = inspection.Credentials,
            Findings = inspection.Findings,
            Problems = [.. inspection.Problems, .. verdict.Conflicts],
            Length = inspection.Bytes.Length,
            BytesRead = inspection.Bytes.BytesRead,
        };
    }
}
