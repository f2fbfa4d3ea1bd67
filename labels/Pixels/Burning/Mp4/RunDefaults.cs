namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>Defaults of all samples of a track in a fragment, tfhd.</summary>
internal readonly record struct RunDefaults(uint Track, uint Duration, uint Size, uint Flags)
{
    public static RunDefaults Read(Box tfhd)
    {
        var reader = new FieldReader(tfhd.Payload.Span);
        var flags = reader.UInt32() & 0xFFFFFF;
        var track = reader.UInt32();
        if ((flags & 0x1) != 0)
        {
            reader.Int64();
        }

        if ((flags & 0x2) != 0)
        {
            reader.UInt32();
        }

        return new(
            track,
            (flags & 0x8) != 0 ? reader.UInt32() : 0,
            (flags & 0x10) != 0 ? reader.UInt32() : 0,
            (flags & 0x20) != 0 ? reader.UInt32() : 0);
    }
}
