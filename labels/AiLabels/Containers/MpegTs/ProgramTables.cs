using System.Buffers.Binary;
using AiLabels.Containers.Video;
using AiLabels.Reports;

namespace AiLabels.Containers.MpegTs;

/// <summary>The program association and program map tables, ISO/IEC 13818-1 clauses 2.4.4.3 and 2.4.4.8, each within one packet.</summary>
internal sealed class ProgramTables
{
    public const int AssociationPid = 0;

    private const int SectionHeaderLength = 8;
    private const int ChecksumLength = 4;

    private readonly List<TrackFacts> _tracks = [];
    private readonly Dictionary<int, TrackFacts> _streams = [];

    public int? ProgramMapPid { get; private set; }

    /// <summary>The first elementary stream that may hold SEI messages.</summary>
    public (int Pid, NalFormat Format)? Video { get; private set; }

    public IReadOnlyList<TrackFacts> Tracks => _tracks;

    /// <summary>Track facts by PID.</summary>
    public IReadOnlyDictionary<int, TrackFacts> Streams => _streams;

    /// <summary>Reads the section that begins in a packet, if it is one of the two tables.</summary>
    public void Read(TransportPacket packet, ReadOnlySpan<byte> bytes)
    {
        var isAssociation = packet.Pid == AssociationPid;
        var payload = bytes[packet.PayloadStart..];
        if (!packet.StartsUnit || payload.IsEmpty || !(isAssociation || packet.Pid == ProgramMapPid))
        {
            return;
        }

        // A pointer to the section comes first.
        var start = 1 + payload[0];
        if (start + SectionHeaderLength > payload.Length)
        {
            return;
        }

        var section = payload[start..];
        var length = 3 + (BinaryPrimitives.ReadUInt16BigEndian(section[1..]) & 0xFFF) - ChecksumLength;
        section = section[..Math.Clamp(length, SectionHeaderLength, section.Length)];
        if (isAssociation)
        {
            ReadAssociation(section[SectionHeaderLength..]);
        }
        else if (_tracks.Count == 0)
        {
            ReadMap(section);
        }
    }

    /// <summary>Reads program number and PID of each entry; program 0 is the network PID.</summary>
    private void ReadAssociation(ReadOnlySpan<byte> programs)
    {
        for (; programs.Length >= 4 && ProgramMapPid is null; programs = programs[4..])
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(programs) != 0)
            {
                ProgramMapPid = BinaryPrimitives.ReadUInt16BigEndian(programs[2..]) & 0x1FFF;
            }
        }
    }

    /// <summary>Reads stream type, PID and descriptors of each entry.</summary>
    private void ReadMap(ReadOnlySpan<byte> section)
    {
        if (section.Length < 12)
        {
            return;
        }

        var streams = Skip(section, 12 + (BinaryPrimitives.ReadUInt16BigEndian(section[10..]) & 0xFFF));
        while (streams.Length >= 5)
        {
            Add(streams[0], BinaryPrimitives.ReadUInt16BigEndian(streams[1..]) & 0x1FFF);
            streams = Skip(streams, 5 + (BinaryPrimitives.ReadUInt16BigEndian(streams[3..]) & 0xFFF));
        }
    }

    /// <summary>Table 2-34.</summary>
    private void Add(byte type, int pid)
    {
        var (kind, codec) = type switch
        {
            0x01 or 0x02 => (TrackKind.Video, "MPEG-2"),
            0x1B => (TrackKind.Video, "H.264"),
            0x24 => (TrackKind.Video, "H.265"),
            0x03 or 0x04 => (TrackKind.Audio, "MP3"),
            0x0F or 0x11 => (TrackKind.Audio, "AAC"),
            0x81 => (TrackKind.Audio, "AC-3"),
            _ => (TrackKind.Other, $"0x{type:X2}"),
        };
        var track = new TrackFacts(kind, codec, null, null, null);
        _tracks.Add(track);
        _streams.TryAdd(pid, track);
        Video ??= codec switch
        {
            "H.264" => (pid, NalFormat.ByteStream(VideoCodec.H264)),
            "H.265" => (pid, NalFormat.ByteStream(VideoCodec.H265)),
            _ => null,
        };
    }

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> bytes, int count) => bytes[Math.Min(count, bytes.Length)..];
}
