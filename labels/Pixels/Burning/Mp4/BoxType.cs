namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>Types of the boxes that are read or written.</summary>
internal static class BoxType
{
    public const uint Ftyp = 0x66747970;
    public const uint Moov = 0x6D6F6F76;
    public const uint Mvhd = 0x6D766864;
    public const uint Trak = 0x7472616B;
    public const uint Tkhd = 0x746B6864;
    public const uint Edts = 0x65647473;
    public const uint Elst = 0x656C7374;
    public const uint Mdia = 0x6D646961;
    public const uint Mdhd = 0x6D646864;
    public const uint Minf = 0x6D696E66;
    public const uint Stbl = 0x7374626C;
    public const uint Stsd = 0x73747364;
    public const uint Stts = 0x73747473;
    public const uint Ctts = 0x63747473;
    public const uint Stss = 0x73747373;
    public const uint Stsz = 0x7374737A;
    public const uint Stsc = 0x73747363;
    public const uint Stco = 0x7374636F;
    public const uint Co64 = 0x636F3634;
    public const uint Mvex = 0x6D766578;
    public const uint Udta = 0x75647461;
    public const uint Moof = 0x6D6F6F66;
    public const uint Traf = 0x74726166;
    public const uint Tfhd = 0x74666864;
    public const uint Tfdt = 0x74666474;
    public const uint Trun = 0x7472756E;
    public const uint Mdat = 0x6D646174;
    public const uint Hdlr = 0x68646C72;
    public const uint Vmhd = 0x766D6864;
    public const uint Smhd = 0x736D6864;
    public const uint Dinf = 0x64696E66;
    public const uint Dref = 0x64726566;
    public const uint Url = 0x75726C20;
    public const uint Avc1 = 0x61766331;
    public const uint AvcC = 0x61766343;
    public const uint Pasp = 0x70617370;
    public const uint Colr = 0x636F6C72;
    public const uint Clap = 0x636C6170;
    public const uint Sgpd = 0x73677064;
    public const uint Sbgp = 0x73626770;
}
