using System.Text;
using AiLabels.Containers;
using AiLabels.Containers.Flv.Writing;
using AiLabels.Containers.IsoBmff.Writing;
using AiLabels.Containers.Matroska.Writing;
using AiLabels.Containers.Riff.Writing;
using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels;

/// <summary>
/// Writes the implicit label of GB 45438-2025 into MP4, MOV, MKV, WebM, AVI and FLV, in the place that TC260-PG-20257A specifies for each.
/// </summary>
/// <remarks>
/// Rewrites only metadata: media bytes are unchanged and keep their order. <see cref="LabelReader"/> verifies the labelled file before a
/// byte of it is written, so a refusal leaves the output empty. A label is never removed, only replaced, and never by a weaker one.
/// </remarks>
public sealed class LabelWriter(LabelWriterOptions options, TimeProvider time)
{
    /// <summary>Writes a copy of <paramref name="input"/> with <paramref name="label"/>.</summary>
    /// <param name="input">Read by ranges and then once in full; at most a few MiB of it are in memory.</param>
    /// <param name="output">Written sequentially in blocks of up to 1 MiB; needs neither seeking nor reading.</param>
    /// <param name="progress">Receives the number of bytes written.</param>
    /// <returns>The label written, or the refusal.</returns>
    /// <exception cref="IOException">The input or the output failed; the partial output is unusable.</exception>
    /// <inheritdoc cref="PrepareAsync" path="/exception"/>
    public async ValueTask<WriteOutcome> WriteAsync(
        IByteSource input, Stream output, LabelToWrite label, IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (outcome, copy) = await PrepareAsync(input, label, cancellationToken);
        if (copy is not null)
        {
            await copy.CopyToAsync(output, progress, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Prepares a copy of <paramref name="input"/> with <paramref name="label"/>, and verifies it, before it is written.</summary>
    /// <exception cref="ArgumentException">
    /// <paramref name="label"/> does not conform to annex E; see <see cref="LabelToWrite.Check"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async ValueTask<LabelledCopy> PrepareAsync(
        IByteSource input, LabelToWrite label, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(label);
        if (label.Check() is [var problem, ..])
        {
            throw new ArgumentException(problem.Message, nameof(label));
        }

        try
        {
            return await PrepareSupportedAsync(input, label, cancellationToken);
        }
        catch (RefusalException refusal)
        {
            return new(new() { Refusal = refusal.Reason, Message = refusal.Message }, null);
        }
        catch (LimitReachedException limit)
        {
            return new(new() { Refusal = Refusal.LimitReached, Message = limit.Message }, null);
        }
    }

    /// <summary>
    /// Predicts from the report whether a file would be refused the label. Only <see cref="WriteAsync"/> gives a definite answer.
    /// </summary>
    /// <returns>The refusal, or null if none is expected.</returns>
    public WriteOutcome? Foresee(LabelReport report, LabelToWrite label)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(label);
        try
        {
            LabelAdmission.Check(report, label, options);
            return null;
        }
        catch (RefusalException refusal)
        {
            return new() { Refusal = refusal.Reason, Message = refusal.Message };
        }
    }

    private async ValueTask<LabelledCopy> PrepareSupportedAsync(
        IByteSource input, LabelToWrite label, CancellationToken cancellationToken)
    {
        var json = label.ToJson();
        var before = await ReadAsync(input, cancellationToken);
        var replaced = LabelAdmission.Check(before, label, options);
        using var bytes = new ByteReader(input, MaxBytesRead(input), cancellationToken);
        var rewrite = new LabelRewrite(bytes, Encoding.UTF8.GetBytes(json), [.. replaced.Select(static f => f.Source)], options);
        var edited = new EditedSource(input, await WriterOf(before.Container.Format, rewrite).PlanAsync());
        var after = await ReadAsync(edited, cancellationToken);
        return new(
            new()
            {
                Label = LabelVerification.Check(before, after, json),
                Replaced = replaced.Count,
                Length = edited.Length,
                Warnings = LabelVerification.Warnings(before, after),
            },
            edited);
    }

    private static IContainerWriter WriterOf(ContainerFormat format, LabelRewrite rewrite) => format switch
    {
        ContainerFormat.IsoBmff or ContainerFormat.QuickTime => new IsoBmffWriter(rewrite),
        ContainerFormat.Matroska or ContainerFormat.WebM => new MatroskaWriter(rewrite),
        ContainerFormat.Avi => new AviWriter(rewrite),
        ContainerFormat.Flv => new FlvWriter(rewrite),
        _ => throw new InvalidOperationException($"{format} was admitted and has no writer."),
    };

    private ValueTask<LabelReport> ReadAsync(IByteSource source, CancellationToken cancellationToken) => new LabelReader(
        new LabelReaderOptions
        {
            CheckContentHash = false,
            MaxBoxes = options.MaxBoxes,
            MaxBytesRead = MaxBytesRead(source),
            MaxRawText = int.MaxValue,
            Timeout = options.Timeout,
        },
        time).ReadAsync(source, cancellationToken);

    /// <summary>The file is read once in full in any case; reading its structure may cost as much again.</summary>
    private static long MaxBytesRead(IByteSource source) => Math.Max(64L << 20, source.Length);
}
