namespace AiLabels.Pixels.Burning.H264;

/// <summary>nal_unit_type, ISO/IEC 14496-10 table 7-1.</summary>
internal static class NalType
{
    public const int Slice = 1;
    public const int IdrSlice = 5;
    public const int Sei = 6;
    public const int SequenceParameters = 7;
    public const int PictureParameters = 8;
    public const int Delimiter = 9;
    public const int Filler = 12;

    public static int Of(byte header) => header & 0x1F;
}
