using AiLabels.C2pa;
using AiLabels.C2pa.Jumbf;
using AiLabels.Containers;
using AiLabels.Containers.Asf;
using AiLabels.Containers.Flv;
using AiLabels.Containers.IsoBmff;
using AiLabels.Containers.Matroska;
using AiLabels.Containers.MpegTs;
using AiLabels.Containers.Riff;
using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels;

/// <summary>
/// Reads every AI label and trace in a video file. Bad data is reported as a finding or a problem, never as an exception.
/// </summary>
/// <param name="options">Limits and trust anchors; the defaults if omitted, under which signers are unverified.</param>
/// <param name="time">The clock of timeouts and of the validity of certificates; that of the system if omitted.</param>
public sealed class LabelReader(LabelReaderOptions? options = null, TimeProvider? time = null)
{
    private readonly LabelReaderOptions _options = options ?? new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Reads every AI label and trace in a file.</summary>
    /// <param name="options">As of <see cref="LabelReader(LabelReaderOptions, TimeProvider)"/>.</param>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <inheritdoc cref="ReadAsync(IByteSource, CancellationToken)" path="/exception"/>
    public static async Task<LabelReport> ReadAsync(
        string path, LabelReaderOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var source = new FileByteSource(path);
        return await new LabelReader(options).ReadAsync(source, cancellationToken);
    }

    /// <param name="stream">A seekable stream, read from its start whatever its position. It stays open.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or cannot seek.</exception>
    /// <inheritdoc cref="ReadAsync(string, LabelReaderOptions, CancellationToken)" path="/summary|/param[@name='options']"/>
    /// <inheritdoc cref="ReadAsync(IByteSource, CancellationToken)" path="/exception"/>
    public static async Task<LabelReport> ReadAsync(
        Stream stream, LabelReaderOptions? options = null, CancellationToken cancellationToken = default) =>
        await new LabelReader(options).ReadAsync(new StreamByteSource(stream), cancellationToken);

    /// <inheritdoc cref="ReadAsync(string, LabelReaderOptions, CancellationToken)" path="/summary|/param[@name='options']"/>
    /// <inheritdoc cref="ReadAsync(IByteSource, CancellationToken)" path="/exception"/>
    public static async Task<LabelReport> ReadAsync(
        IByteSource source, LabelReaderOptions? options = null, CancellationToken cancellationToken = default) =>
        await new LabelReader(options).ReadAsync(source, cancellationToken);

    /// <exception cref="IOException">The source failed.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<LabelReport> ReadAsync(IByteSource source, CancellationToken cancellationToken = default)
    {
        var inspection =
            await ReadAsync(
                source,
                [ReadContainerAsync, JoinFlatFields, inspection => new C2paReader(inspection, _time, cancellationToken).ReadAsync()],
                cancellationToken);
        return Report(inspection);
    }

    /// <summary>Reads what the container says of itself and its tracks, without content credentials.</summary>
    /// <inheritdoc cref="ReadAsync(IByteSource, CancellationToken)" path="/exception"/>
    public async ValueTask<ContainerFacts> ReadContainerAsync(IByteSource source, CancellationToken cancellationToken = default) =>
        (await ReadAsync(source, [ReadContainerAsync], cancellationToken)).Container;

    /// <summary>Lists the boxes, elements, chunks, objects or streams of a file, for troubleshooting.</summary>
    /// <inheritdoc cref="ReadAsync(IByteSource, CancellationToken)" path="/exception"/>
    public async ValueTask<ContainerTree> ReadTreeAsync(IByteSource source, CancellationToken cancellationToken = default)
    {
        var format = ContainerFormat.Unknown;
        TreeWalk? tree = null;
        var inspection = await ReadAsync(source, [ListAsync], cancellationToken);
        return new(format, tree?.Nodes ?? [], inspection.Problems);

        async ValueTask ListAsync(InspectionContext inspection)
        {
            format = await SniffAsync(inspection);
            tree = new TreeWalk(inspection, new JumbfTree(inspection));
            if (ReaderOf(format, inspection) is { } reader)
            {
                await reader.ListAsync(tree);
            }
        }
    }

    /// <summary>
    /// Returns the C2PA manifest store as a separate file (.c2pa), C2PA 2.2 section 11.4; several stores are concatenated in file order.
    /// </summary>
    /// <returns>The store; empty if there is none that can be read.</returns>
    /// <inheritdoc cref="ReadAsync(IByteSource, CancellationToken)" path="/exception"/>
    public async ValueTask<byte[]> ReadManifestStoreAsync(IByteSource source, CancellationToken cancellationToken = default) =>
        [.. (await ReadStoresAsync(source, cancellationToken)).SelectMany(static store => store.WithoutPadding().ToArray())];

    /// <summary>Returns the C2PA manifest stores of a file, in file order.</summary>
    /// <inheritdoc cref="ReadAsync(IByteSource, CancellationToken)" path="/exception"/>
    internal async ValueTask<IReadOnlyList<ManifestStoreData>> ReadStoresAsync(IByteSource source, CancellationToken cancellationToken) =>
        (await ReadAsync(source, [ReadContainerAsync], cancellationToken)).ManifestStores;

    private async ValueTask<InspectionContext> ReadAsync(
        IByteSource source, Func<InspectionContext, ValueTask>[] parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var bytes = new ByteReader(source, _options.MaxBytesRead, both.Token, _time);
        var inspection = new InspectionContext(bytes, _options, _time, timeout);
        foreach (var read in parts)
        {
            try
            {
                await read(inspection);
            }
            catch (LimitReachedException limit)
            {
                inspection.End(limit.ToProblem());
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                inspection.End(new Problem("limit.time", $"Reading took longer than {_options.Timeout}."));
            }
        }

        return inspection;
    }

    private static async ValueTask ReadContainerAsync(InspectionContext inspection)
    {
        if (ReaderOf(await SniffAsync(inspection), inspection) is not { } reader)
        {
            return;
        }

        try
        {
            await reader.ReadAsync();
        }
        catch (LimitReachedException limit)
        {
            inspection.End(limit.ToProblem());
            inspection.DescribeEnd(await reader.CountUnreadAsync());
        }
        finally
        {
            inspection.Container = reader.Facts;
        }
    }

    private static ValueTask JoinFlatFields(InspectionContext inspection)
    {
        inspection.Add(FlatLabel.Read(inspection.FlatFields, inspection.Options));
        return ValueTask.CompletedTask;
    }

    private static async ValueTask<ContainerFormat> SniffAsync(InspectionContext inspection)
    {
        var format = ContainerSniffer.Sniff((await inspection.Bytes.PeekAsync(0, ContainerSniffer.Length)).Span);
        if (format == ContainerFormat.Unknown)
        {
            inspection.End(new Problem("container.unknown", "The file is not in a supported container format."));
        }

        return format;
    }

    private static IContainerReader? ReaderOf(ContainerFormat format, InspectionContext inspection) => format switch
    {
        ContainerFormat.IsoBmff => new IsoBmffReader(inspection),
        ContainerFormat.Matroska => new MatroskaReader(inspection),
        ContainerFormat.Avi => new RiffReader(inspection),
        ContainerFormat.Flv => new FlvReader(inspection),
        ContainerFormat.Asf => new AsfReader(inspection),
        ContainerFormat.MpegTs => new TransportStreamReader(inspection),
        ContainerFormat.C2pa => new ManifestFileReader(inspection),
        _ => null,
    };

    private static LabelReport Report(InspectionContext inspection)
    {
        var verdict = OriginAssessment.Of(inspection.Findings, inspection.Problems, inspection.Credentials);
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
