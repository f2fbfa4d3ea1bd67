using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>
/// Collects the results on one file. Container readers add to it as they read, so that a limit or damage loses nothing found before.
/// </summary>
internal sealed class InspectionContext
{
    public const int MaxPackets = 256;

    private readonly List<Finding> _findings;
    private readonly List<Problem> _problems;
    private readonly List<ManifestStoreData> _manifestStores;
    private readonly List<FlatField> _flatFields;
    private readonly ReadingBudget _budget;
    private readonly Source? _place;

    /// <param name="timeout">Ends the reading; the time that media take is added to it.</param>
    public InspectionContext(ByteReader bytes, LabelReaderOptions options, TimeProvider time, CancellationTokenSource? timeout = null)
    {
        (Bytes, Options, _budget) = (bytes, options, new ReadingBudget(options, time, timeout));
        (_findings, _problems, _manifestStores, _flatFields) = ([], [], [], []);
    }

    private InspectionContext(InspectionContext whole, ByteReader unpacked, Source place)
    {
        (Bytes, Options, _budget, _place) = (unpacked, whole.Options, whole._budget, place);
        (_findings, _problems, _manifestStores) = (whole._findings, whole._problems, whole._manifestStores);
        _flatFields = whole._flatFields;
    }

    public ByteReader Bytes { get; }

    /// <summary>True for bytes that were unpacked from a structure of the file.</summary>
    public bool IsUnpacked => _place is not null;

    public LabelReaderOptions Options { get; }

    public ContainerFacts Container { get; set; } = ContainerFacts.Unknown;

    public CredentialReport Credentials { get; set; } = CredentialReport.None;

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>
    /// Returns a context for bytes that were unpacked from a structure of this file: results and limits are shared, and every place in them
    /// is reported as that structure, because a place in unpacked bytes is none in the file.
    /// </summary>
    public InspectionContext Unpacked(ByteReader unpacked, Source place) => new(this, unpacked, place);

    /// <exception cref="LimitReachedException">
    /// There are more than <see cref="LabelReaderOptions.MaxFindings"/> findings or problems.
    /// </exception>
    public void Add(ReadResult evidence)
    {
        foreach (var finding in evidence.Findings)
        {
            CheckRoom(_findings.Count);
            _findings.Add(finding with { Source = InFile(finding.Source) });
        }

        foreach (var problem in evidence.Problems)
        {
            Add(problem);
        }

        if (evidence.Flat is { } flat)
        {
            CheckRoom(_flatFields.Count);
            _flatFields.Add(flat with { Source = InFile(flat.Source) });
        }
    }

    /// <summary>Fields of AIGC labels that are separate entries, in the order of the file.</summary>
    public IReadOnlyList<FlatField> FlatFields => _flatFields;

    /// <summary>C2PA manifest stores in the order of the file; a file has at most one.</summary>
    public IReadOnlyList<ManifestStoreData> ManifestStores => _manifestStores;

    public void Add(ManifestStoreData store) => _manifestStores.Add(store with { Source = InFile(store.Source) });

    /// <inheritdoc cref="Add(ReadResult)" path="/exception"/>
    public void Add(Problem problem)
    {
        CheckRoom(_problems.Count);
        _problems.Add(problem.Source is { } source ? problem with { Source = InFile(source) } : problem);
    }

    /// <summary>True if a limit or an error ended the read, so that unread parts may still hold a label.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Records the problem that ended the read, even above the maximum number of problems.</summary>
    public void End(Problem problem)
    {
        HasEnded = true;
        _problems.Add(problem);
    }

    /// <summary>Adds to the problem that ended the read what it left unread; damage before it leaves that open.</summary>
    public void DescribeEnd(UnreadRest? rest)
    {
        if (rest is not null && !_problems.Exists(static problem => problem.Code is "container.damaged" or "container.truncated"))
        {
            _problems[^1] = _problems[^1] with { Message = $"{_problems[^1].Message} {rest}" };
        }
    }

    /// <summary>Counts a box, element or chunk.</summary>
    /// <exception cref="LimitReachedException">There are more than <see cref="LabelReaderOptions.MaxBoxes"/>.</exception>
    public void CountBox() => _budget.CountBox();

    /// <summary>
    /// Counts a part of the media that is stepped over by its header: a fragment, cluster, block or tag. An honest recording of hours has
    /// hundreds of thousands.
    /// </summary>
    /// <returns>
    /// False once <see cref="LabelReaderOptions.MaxMediaParts"/> or <see cref="LabelReaderOptions.MediaTimeout"/> is used up: what
    /// follows the media is still to be read.
    /// </returns>
    public bool TryStepOverMedia() => _budget.TryStepOverMedia();

    /// <summary>Reports media that was not stepped through to its end.</summary>
    /// <param name="from">Offset of the first byte that was not looked at.</param>
    /// <param name="to">Offset at which reading goes on.</param>
    /// <param name="isWhole">Whether an index or a size says that the media end there, within the file.</param>
    public void AddUnreadMedia(long from, long to, bool isWhole) => Add(new Problem(
        "limit.media",
        (isWhole ? "The file is most likely whole; " : "")
            + $"{_budget.MediaParts} parts of the media were stepped over, and those from byte {from} to byte {to} were not read.",
        new Source("media", from, to - from)));

    /// <exception cref="LimitReachedException">There are more than <see cref="LabelReaderOptions.MaxTracks"/>.</exception>
    public void CountTrack() => _budget.CountTrack();

    /// <summary>Counts an XMP packet: each needs its own parser, and a genuine file holds a few.</summary>
    /// <exception cref="LimitReachedException">There are more than <see cref="MaxPackets"/>.</exception>
    public void CountPacket() => _budget.CountPacket();

    /// <summary>
    /// Counts the bytes of metadata items, which may overlap. Returns false if all together are longer than
    /// <see cref="LabelReaderOptions.MaxValueLength"/>.
    /// </summary>
    public bool TryTakeItemBytes(long length) => _budget.TryTakeItemBytes(length);

    /// <exception cref="LimitReachedException">The nesting is deeper than <see cref="LabelReaderOptions.MaxDepth"/>.</exception>
    public void CheckDepth(int depth)
    {
        if (depth > Options.MaxDepth)
        {
            throw new LimitReachedException("depth", $"Boxes are nested more than {Options.MaxDepth} deep.");
        }
    }

    /// <summary>
    /// Reads a whole metadata value; returns null and adds a problem if it is longer than <see cref="LabelReaderOptions.MaxValueLength"/>.
    /// </summary>
    public async ValueTask<byte[]?> ReadValueAsync(long offset, long length, Source source)
    {
        if (length <= Options.MaxValueLength)
        {
            return await Bytes.ReadAsync(offset, (int)length);
        }

        Add(new Problem(
            "limit.valueLength", $"The value at {source.Path} is {length} bytes long; at most {Options.MaxValueLength} are read.", source));
        return null;
    }

    /// <summary>
    /// Reads a whole C2PA manifest store; returns null and adds a problem if all stores together are longer than
    /// <see cref="LabelReaderOptions.MaxManifestStoreLength"/>.
    /// </summary>
    public async ValueTask<byte[]?> ReadManifestStoreAsync(long offset, long length, Source source)
    {
        if (_budget.TryTakeManifestBytes(length))
        {
            return await Bytes.ReadAsync(offset, (int)length);
        }

        Add(new Problem("limit.manifestStore",
            $"The manifest stores are longer than the {Options.MaxManifestStoreLength} bytes that are read.", source));
        return null;
    }

    private Source InFile(Source source) => _place is null ? source : source with { Offset = _place.Offset, Length = _place.Length };

    private void CheckRoom(int count)
    {
        if (count >= Options.MaxFindings)
        {
            throw new LimitReachedException("findings", $"The file contains more than {Options.MaxFindings} findings or problems.");
        }
    }
}
