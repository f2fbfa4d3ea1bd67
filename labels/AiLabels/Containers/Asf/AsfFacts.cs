using System.Buffers.Binary;
using AiLabels.Reports;

namespace AiLabels.Containers.Asf;

/// <summary>Collects facts from the File Properties (3.2) and Stream Properties (3.3) objects.</summary>
internal sealed class AsfFacts
{
    /// <summary>Maximum number of bytes read of an object.</summary>
    public const int MaxObjectLength = 128;

    private static readonly Guid Video = new("bc19efc0-5b4d-11cf-a8fd-00805f5c442b");
    private static readonly Guid Audio = new("f8699e40-5b4d-11cf-a8fd-00805f5c442b");

    private readonly List<TrackFacts> _tracks = [];
    private TimeSpan? _duration;

    public string? Encoder { get; set; }

    public void Read(Guid id, ReadOnlySpan<byte> payload)
    {
        if (id == AsfObject.FileProperties)
        {
            _duration = ReadDuration(payload);
        }
        else if (payload.Length >= 16)
        {
            _tracks.Add(ReadTrack(new Guid(payload[..16]), payload));
        }
    }

    public ContainerFacts ToContainerFacts() =>
        new() { Format = ContainerFormat.Asf, Duration = _duration, Tracks = _tracks, Encoder = Encoder };

    /// <summary>Play duration in units of 100 ns; the preroll, in milliseconds, is subtracted.</summary>
    private static TimeSpan? ReadDuration(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 64)
        {
            return null;
        }

        return MediaDuration.FromSeconds(
            (BinaryPrimitives.ReadUInt64LittleEndian(payload[40..]) / 1e7) - (BinaryPrimitives
                .ReadUInt64LittleEndian(payload[56..]) / 1e3));
    }

    /// <summary>Type-specific data begins at byte 54: for video, the picture size and, from byte 65, a BITMAPINFOHEADER.</summary>
    private static TrackFacts ReadTrack(Guid type, ReadOnlySpan<byte> payload)
    {
        if (type == Video && payload.Length >= 85)
        {
            return new(
                TrackKind.Video,
                FourCc.ToText(BinaryPrimitives.ReadUInt32BigEndian(payload[81..])),
                (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(payload[54..]), int.MaxValue),
                (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(payload[58..]), int.MaxValue),
                Rotation: null);
        }

        return type == Audio && payload.Length >= 56
            ? new(TrackKind.Audio, $"0x{BinaryPrimitives.ReadUInt16LittleEndian(payload[54..]):X4}", null, null, null)
            : new(TrackKind.Other, null, null, null, null);
    }
}
