namespace AiLabels.Containers.Riff;

/// <summary>Four-character codes of AVI files, Multimedia Programming Interface and Data Specifications 1.0 and OpenDML 1.02.</summary>
internal static class ChunkId
{
    public const uint Aigc = 0x41494743;
    public const uint Avi = 0x41564920;
    public const uint Avih = 0x61766968;
    public const uint C2pa = 0x43325041;
    public const uint Dmlh = 0x646D6C68;
    public const uint Idx1 = 0x69647831;
    public const uint Indx = 0x696E6478;
    public const uint Info = 0x494E464F;
    public const uint Junk = 0x4A554E4B;
    public const uint List = 0x4C495354;
    public const uint Movi = 0x6D6F7669;
    public const uint Riff = 0x52494646;
    public const uint Strf = 0x73747266;
    public const uint Strh = 0x73747268;
    public const uint Xmp = 0x5F504D58; // _PMX

    private const uint CompressedFrame = 0x6463; // dc
    private const uint Frame = 0x6462; // db

    /// <summary>Returns true for a frame: two digits of a stream number, then the kind.</summary>
    public static bool IsFrame(uint id) => (id & 0xFFFF) is CompressedFrame or Frame;
}
