using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>
/// Collects the results on one file. Container readers add to it as they read, so that a limit or damage loses nothing found before.
/// </summary>
internal sealed class InspectionContext(ByteReader bytes, LabelReaderOptions options)
{
    private const int MaxPackets = 256;

    private readonly List<Finding> _findings = [];
    private readonly List<Problem> _problems = [];
    private readonly List<ManifestStoreData> _manifestStores = [];
    private readonly List<FlatField> _flatFields = [];
    private int _boxes;
    private int _tracks;
    private int _packets;
    private int _manifestBytes;

    public ByteReader Bytes { get; } = bytes;

    public LabelReaderOptions Options { get; } = options;

    public ContainerFacts Container { get; set; } = ContainerFacts.Unknown;

    public CredentialReport Credentials { get; set; } = CredentialReport.None;

    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<Problem> Problems => _problems;

    /// <exception cref="LimitReachedException">
    /// There are more than <see cref="LabelReaderOptions.MaxFindings"/> findings or problems.
    /// </exception>
    public void Add(ReadResult evidence)
    {
        foreach (var finding in evidence.Findings)
        {
            CheckRoom(_findings.Count);
            _findings.Add(finding);
        }

        foreach (var problem in evidence.Problems)
        {
            Add(problem);
        }

        if (evidence.Flat is { } flat)
        {
            CheckRoom(_flatFields.Count);
            _flatFields.Add(flat);
        }
    }

    /// <summary>Fields of AIGC labels that are entries of their own, in the order of the file.</summary>
    public IReadOnlyList<FlatField> FlatFields => _flatFields;

    /// <summary>C2PA manifest stores in the order of the file; a file has at most one.</summary>
    public IReadOnlyList<ManifestStoreData> ManifestStores => _manifestStores;

    public void Add(ManifestStoreData store) => _manifestStores.Add(store);

    /// <inheritdoc cref="Add(ReadResult)" path="/exception"/>
    public void Add(Problem problem)
    {
        CheckRoom(_problems.Count);
        _problems.Add(problem);
    }

    /// <summary>True if a limit or an error ended the read, so that unread parts may still hold a label.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Records the problem that ended the read, even above the maximum number of problems.</summary>
    public void End(Problem problem)
    {
        HasEnded = true;
        _problems.Add(problem);
    }

    /// <summary>Counts a box, element or chunk.</summary>
    /// <exception cref="LimitReachedException">There are more than <see cref="LabelReaderOptions.MaxBoxes"/>.</exception>
    public void CountBox()
    {
        if (++_boxes > Options.MaxBoxes)
        {
            throw new LimitReachedException("boxes", $"The file holds more than {Options.MaxBoxes} boxes.");
        }
    }

    /// <exception cref="LimitReachedException">There are more than <see cref="LabelReaderOptions.MaxTracks"/>.</exception>
    public void CountTrack()
    {
        if (++_tracks > Options.MaxTracks)
        {
            throw new LimitReachedException("tracks", $"The file holds more than {Options.MaxTracks} tracks.");
        }
    }

    /// <summary>Counts an XMP packet: each needs its own parser, and a genuine file holds a few.</summary>
    /// <exception cref="LimitReachedException">There are more than <see cref="MaxPackets"/>.</exception>
    public void CountPacket()
    {
        if (++_packets > MaxPackets)
        {
            throw new LimitReachedException("packets", $"The file holds more than {MaxPackets} XMP packets.");
        }
    }

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
        if (length <= Options.MaxManifestStoreLength - _manifestBytes)
        {
            _manifestBytes += (int)length;
            return await Bytes.ReadAsync(offset, (int)length);
        }

        Add(new Problem("limit.manifestStore",
            $"The manifest stores are longer than the {Options.MaxManifestStoreLength} bytes that are read.", source));
        return null;
    }

    private void CheckRoom(int count)
    {
        if (count >= Options.MaxFindings)
        {
            throw new LimitReachedException("findings", $"The file holds more than {Options.MaxFindings} findings or problems.");
        }
    }
}
