namespace AiLabels.Containers.Matroska;

/// <summary>Element IDs of RFC 8794 (EBML) and RFC 9559 (Matroska), length marker included.</summary>
internal static class ElementId
{
    public const uint AttachedFile = 0x61A7;
    public const uint Attachments = 0x1941A469;
    public const uint Block = 0xA1;
    public const uint BlockGroup = 0xA0;
    public const uint Chapters = 0x1043A770;
    public const uint Cluster = 0x1F43B675;
    public const uint CodecId = 0x86;
    public const uint CodecPrivate = 0x63A2;
    public const uint Crc32 = 0xBF;
    public const uint CueClusterPosition = 0xF1;
    public const uint CueCodecState = 0xEA;
    public const uint CuePoint = 0xBB;
    public const uint CueRefCluster = 0x97;
    public const uint CueReference = 0xDB;
    public const uint Cues = 0x1C53BB6B;
    public const uint CueTrackPositions = 0xB7;
    public const uint DocType = 0x4282;
    public const uint Duration = 0x4489;
    public const uint Ebml = 0x1A45DFA3;
    public const uint FileData = 0x465C;
    public const uint FileMediaType = 0x4660;
    public const uint FileName = 0x466E;
    public const uint Info = 0x1549A966;
    public const uint MuxingApp = 0x4D80;
    public const uint PixelCropBottom = 0x54AA;
    public const uint PixelCropLeft = 0x54CC;
    public const uint PixelCropRight = 0x54DD;
    public const uint PixelCropTop = 0x54BB;
    public const uint PixelHeight = 0xBA;
    public const uint PixelWidth = 0xB0;
    public const uint Position = 0xA7;
    public const uint Seek = 0x4DBB;
    public const uint SeekHead = 0x114D9B74;
    public const uint SeekPosition = 0x53AC;
    public const uint Segment = 0x18538067;
    public const uint SimpleBlock = 0xA3;
    public const uint SimpleTag = 0x67C8;
    public const uint Tag = 0x7373;
    public const uint TagBinary = 0x4485;
    public const uint TagName = 0x45A3;
    public const uint TagString = 0x4487;
    public const uint Tags = 0x1254C367;
    public const uint Targets = 0x63C0;
    public const uint TimestampScale = 0x2AD7B1;
    public const uint TrackEntry = 0xAE;
    public const uint TrackNumber = 0xD7;
    public const uint Tracks = 0x1654AE6B;
    public const uint TrackType = 0x83;
    public const uint Video = 0xE0;
    public const uint Void = 0xEC;
    public const uint WritingApp = 0x5741;

    /// <summary>Returns true for children of Segment, which end a Cluster of unknown size.</summary>
    public static bool IsTopLevel(uint id) => id is SeekHead or Info or Tracks or Cluster or Cues or Attachments or Chapters or Tags;

    public static string ToText(uint id) => id switch
    {
        AttachedFile => nameof(AttachedFile),
        Attachments => nameof(Attachments),
        Block => nameof(Block),
        BlockGroup => nameof(BlockGroup),
        Chapters => nameof(Chapters),
        Cluster => nameof(Cluster),
        CodecId => "CodecID",
        CodecPrivate => nameof(CodecPrivate),
        Cues => nameof(Cues),
        DocType => nameof(DocType),
        Duration => nameof(Duration),
        Ebml => "EBML",
        FileData => nameof(FileData),
        FileMediaType => nameof(FileMediaType),
        FileName => nameof(FileName),
        Info => nameof(Info),
        MuxingApp => nameof(MuxingApp),
        PixelCropBottom => nameof(PixelCropBottom),
        PixelCropLeft => nameof(PixelCropLeft),
        PixelCropRight => nameof(PixelCropRight),
        PixelCropTop => nameof(PixelCropTop),
        PixelHeight => nameof(PixelHeight),
        PixelWidth => nameof(PixelWidth),
        Seek => nameof(Seek),
        SeekHead => nameof(SeekHead),
        SeekPosition => nameof(SeekPosition),
        Segment => nameof(Segment),
        SimpleBlock => nameof(SimpleBlock),
        SimpleTag => nameof(SimpleTag),
        Tag => nameof(Tag),
        TagBinary => nameof(TagBinary),
        TagName => nameof(TagName),
        Tags => nameof(Tags),
        TagString => nameof(TagString),
        TimestampScale => nameof(TimestampScale),
        TrackEntry => nameof(TrackEntry),
        TrackNumber => nameof(TrackNumber),
        Tracks => nameof(Tracks),
        TrackType => nameof(TrackType),
        Video => nameof(Video),
        WritingApp => nameof(WritingApp),
        0x53AB => "SeekID",
        0x63C0 => "Targets",
        0xBF => "CRC-32",
        0xE1 => "Audio",
        0xEC => "Void",
        _ => $"{id:X}",
    };
}
