namespace AiLabels.Pixels.Burning.H264;

/// <summary>What a sequence parameter set says about the pictures, ISO/IEC 14496-10 clauses 7.3.2.1 and E.1.</summary>
/// <param name="Width">Of the pictures as shown, cropped, in pixels.</param>
/// <param name="References">max_num_ref_frames</param>
/// <param name="IsProgressive">frame_mbs_only_flag: no picture has fields.</param>
internal sealed record SequenceParameters(
    byte Profile, byte Constraints, byte Level, uint Id, bool IsProgressive, uint References, int Width, int Height)
{
    private const int MaxSide = 1 << 15;
    private const int ExtendedAspect = 255;

    /// <summary>Table E-1.</summary>
    private static readonly (uint, uint)[] Aspects =
    [
        (0, 0), (1, 1), (12, 11), (10, 11), (16, 11), (40, 33), (24, 11), (20, 11), (32, 11), (80, 33), (18, 11), (15, 11), (64, 33),
        (160, 99), (4, 3), (3, 2), (2, 1),
    ];

    /// <summary>Profiles that have the fields of the chroma format.</summary>
    private static readonly byte[] High = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135];

    /// <summary>Sample aspect ratio; 0:0 if it is not specified.</summary>
    public (uint Width, uint Height) Aspect { get; init; }

    public Colours Colours { get; init; } = Colours.Unspecified;

    /// <param name="unit">A NAL unit with its header.</param>
    /// <exception cref="InvalidDataException">It is malformed, or not of 8-bit 4:2:0.</exception>
    public static SequenceParameters Read(ReadOnlySpan<byte> unit)
    {
        if (unit.Length < 4 || NalType.Of(unit[0]) != NalType.SequenceParameters)
        {
            throw new InvalidDataException("A sequence parameter set of the video is malformed.");
        }

        var bits = new BitReader(unit[4..]);
        var id = bits.Unsigned();
        if (High.Contains(unit[1]))
        {
            SkipChroma(bits);
        }

        bits.Unsigned(); // log2_max_frame_num_minus4
        SkipPictureOrder(bits);
        var references = bits.Unsigned();
        bits.Flag(); // gaps_in_frame_num_value_allowed_flag
        var (columns, rows, progressive) = (bits.Unsigned() + 1, bits.Unsigned() + 1, bits.Flag());
        if (!progressive)
        {
            bits.Flag(); // mb_adaptive_frame_field_flag
        }

        bits.Flag(); // direct_8x8_inference_flag
        var (left, right, top, bottom) = bits.Flag() ? (bits.Unsigned(), bits.Unsigned(), bits.Unsigned(), bits.Unsigned()) : default;
        var height = Side(rows, progressive ? 1u : 2, top, bottom);
        var shape = new SequenceParameters(
            unit[1], unit[2], unit[3], id, progressive, references, Side(columns, 1, left, right), height);
        return bits.Flag() ? ReadUsability(bits, shape) : shape;
    }

    /// <summary>Checks that decoders of one profile show pictures of both alike.</summary>
    public bool ShowsLike(SequenceParameters other) =>
        (Profile, Width, Height, IsProgressive, Colours) == (other.Profile, other.Width, other.Height, other.IsProgressive, other.Colours)
        && (ulong)Aspect.Width * other.Aspect.Height == (ulong)Aspect.Height * other.Aspect.Width
        && Aspect.Width == 0 == (other.Aspect.Width == 0);

    private static int Side(uint macroblocks, uint fields, uint before, uint after)
    {
        // Cropping counts in chroma samples of 4:2:0; other formats are not read further.
        var side = (16L * macroblocks * fields) - (2L * fields * ((long)before + after));
        return side is > 0 and <= MaxSide ? (int)side : throw new InvalidDataException("The size of the video's pictures is invalid.");
    }

    /// <exception cref="InvalidDataException">The pictures have another chroma format or more than eight bits.</exception>
    private static void SkipChroma(BitReader bits)
    {
        if (bits.Unsigned() != 1 || bits.Unsigned() != 0 || bits.Unsigned() != 0)
        {
            throw new InvalidDataException("The video is not 8-bit 4:2:0.");
        }

        bits.Flag(); // qpprime_y_zero_transform_bypass_flag
        if (!bits.Flag())
        {
            return;
        }

        for (var list = 0; list < 8; list++)
        {
            if (bits.Flag())
            {
                SkipScaling(bits, list < 6 ? 16 : 64);
            }
        }
    }

    private static void SkipScaling(BitReader bits, int count)
    {
        var (last, next) = (8, 8);
        for (var i = 0; i < count && next != 0; i++)
        {
            next = (last + bits.Signed() + 256) & 0xFF;
            last = next == 0 ? last : next;
        }
    }

    private static void SkipPictureOrder(BitReader bits)
    {
        switch (bits.Unsigned())
        {
            case 0:
                bits.Unsigned();
                break;
            case 1:
                bits.Flag();
                bits.Signed();
                bits.Signed();
                for (var left = Math.Min(bits.Unsigned(), 255); left > 0; left--)
                {
                    bits.Signed();
                }

                break;
        }
    }

    private static SequenceParameters ReadUsability(BitReader bits, SequenceParameters shape)
    {
        (uint, uint) aspect = default;
        if (bits.Flag())
        {
            var index = bits.Bits(8);
            aspect = index == ExtendedAspect ? (bits.Bits(16), bits.Bits(16)) : index < Aspects.Length ? Aspects[index] : default;
        }

        if (bits.Flag())
        {
            bits.Flag(); // overscan_appropriate_flag
        }

        return shape with
        {
            Aspect = aspect is ( > 0, > 0) ? aspect : default,
            Colours = bits.Flag() ? Colours.Read(bits) : Colours.Unspecified,
        };
    }
}
