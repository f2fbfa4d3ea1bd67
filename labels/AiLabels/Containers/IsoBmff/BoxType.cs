namespace AiLabels.Containers.IsoBmff;

/// <summary>Four-character codes as big-endian numbers.</summary>
internal static class BoxType
{
    public const uint Aigc = 0x41494743; // AIGC
    public const uint Bxml = 0x62786D6C;
    public const uint Cmov = 0x636D6F76;
    public const uint Cmvd = 0x636D7664;
    public const uint Co64 = 0x636F3634;
    public const uint Data = 0x64617461;
    public const uint Dcom = 0x64636F6D;
    public const uint Dinf = 0x64696E66;
    public const uint Dref = 0x64726566;
    public const uint Edts = 0x65647473;
    public const uint Emsg = 0x656D7367;
    public const uint Freeform = 0x2D2D2D2D; // ----
    public const uint Free = 0x66726565;
    public const uint Ftyp = 0x66747970;
    public const uint Hdlr = 0x68646C72;
    public const uint Idat = 0x69646174;
    public const uint Iinf = 0x69696E66;
    public const uint Iloc = 0x696C6F63;
    public const uint Ilst = 0x696C7374;
    public const uint Infe = 0x696E6665;
    public const uint Junk = 0x6A756E6B;
    public const uint Keys = 0x6B657973;
    public const uint Mdat = 0x6D646174;
    public const uint Mdia = 0x6D646961;
    public const uint Mehd = 0x6D656864;
    public const uint Meta = 0x6D657461;
    public const uint Mfra = 0x6D667261;
    public const uint Minf = 0x6D696E66;
    public const uint Moof = 0x6D6F6F66;
    public const uint Moov = 0x6D6F6F76;
    public const uint Mvex = 0x6D766578;
    public const uint Mvhd = 0x6D766864;
    public const uint Name = 0x6E616D65;
    public const uint Pdin = 0x7064696E;
    public const uint Pnot = 0x706E6F74;
    public const uint Prft = 0x70726674;
    public const uint Saio = 0x7361696F;
    public const uint Sidx = 0x73696478;
    public const uint Skip = 0x736B6970;
    public const uint Ssix = 0x73736978;
    public const uint Stbl = 0x7374626C;
    public const uint Stco = 0x7374636F;
    public const uint Stsc = 0x73747363;
    public const uint Stsd = 0x73747364;
    public const uint Stsz = 0x7374737A;
    public const uint Styp = 0x73747970;
    public const uint Stz2 = 0x73747A32;
    public const uint Tfra = 0x74667261;
    public const uint Tfhd = 0x74666864;
    public const uint Tkhd = 0x746B6864;
    public const uint Traf = 0x74726166;
    public const uint Trak = 0x7472616B;
    public const uint Trex = 0x74726578;
    public const uint Trun = 0x7472756E;
    public const uint Udta = 0x75647461;
    public const uint Uuid = 0x75756964;
    public const uint Wide = 0x77696465;
    public const uint Xml = 0x786D6C20; // 'xml '
    public const uint Xmp = 0x584D505F; // XMP_

    /// <summary>Returns true for boxes that a recording repeats at the top level, once for each fragment or frame.</summary>
    public static bool IsMedia(uint type) => type is Mdat or Moof or Styp or Sidx or Ssix or Emsg or Prft;

    /// <summary>Returns true for boxes at the top level of files.</summary>
    public static bool IsTopLevel(uint type) =>
        IsMedia(type)
        || type is Ftyp or Moov or Mfra or Free or Skip or Wide or Junk or Pnot or Pdin or Uuid or Meta or Udta or Aigc or Xmp;

    /// <summary>Returns true for QuickTime's user data text: codes that begin with ©.</summary>
    public static bool IsUserText(uint type) => type >> 24 == 0xA9;
}
