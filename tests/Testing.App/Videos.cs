using System.Diagnostics;
using System.Text.Json;

namespace VideoGate.Testing.App;

/// <summary>Small real videos, created with ffmpeg on first use.</summary>
internal static class Videos
{
    private const string AigcLabel =
        """{"Label":"1","ContentProducer":"001191110108335469089C10100","ProduceID":"test","ReservedCode1":"","ContentPropagator":"001191110108335469089C10100","PropagateID":"test","ReservedCode2":""}""";

    private const string Picture = "testsrc2=size=160x120:rate=10:duration=1";
    private const string LargePicture = "testsrc2=size=640x360:rate=10:duration=3";
    private const string LabelOnScreen =
        "drawtext=text='AI-generated':fontsize=h/12:x=w-tw-20:y=h-th-20:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=8";

    /// <summary>A test card of the Content Safety emulator, from the second second: violence of severity 6.</summary>
    private const string Violence =
        "drawbox=w=214:h=360:color=magenta:t=fill:enable='gte(t,2)',drawbox=x=213:w=214:h=360:color=cyan:t=fill:enable='gte(t,2)',"
        + "drawbox=x=427:w=213:h=360:color=white:t=fill:enable='gte(t,2)'";

    private const string SmallLabelOnScreen =
        "drawtext=text='AI-generated':fontsize=h/26:x=20:y=20:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=6";

    private static readonly Lazy<byte[]> LazyClean = new(() => Encode());
    private static readonly Lazy<byte[]> LazyLabelled =
        new(() => Encode("-movflags", "use_metadata_tags", "-metadata", $"AIGC={AigcLabel}"));
    private static readonly Lazy<byte[]> LazyViolent = new(() => EncodeFrom(LargePicture, "-vf", $"format=rgb24,{Violence}"));
    private static readonly Lazy<byte[]> LazyLabelledOnScreen = new(() =>
        EncodeFrom(LargePicture, "-vf", LabelOnScreen, "-movflags", "use_metadata_tags", "-metadata", $"AIGC={AigcLabel}"));
    // A text that the emulator rates as hate of severity 6.
    private const string UnsafeWord =
        "drawtext=text='[[hate\\:6]]':fontsize=44:x=(w-tw)/2:y=h-100:fontcolor=white:box=1:boxcolor=black:boxborderw=14";

    // Morse AI from half a second.
    private const string Morse =
        "aevalsrc='0.3*sin(2*PI*800*t)*(between(t,0.5,0.6)+between(t,0.7,1)+between(t,1.3,1.4)+between(t,1.5,1.6))':d=3";

    private static readonly Lazy<byte[]> LazyUnsafeText = new(() => EncodeFrom(LargePicture, "-vf", UnsafeWord));
    private static readonly Lazy<byte[]> LazyLabelledInSound = new(() => EncodeFrom(LargePicture, Morse, []));
    private static readonly Lazy<byte[]> LazyUndersizedOnScreen = new(() =>
        EncodeFrom(LargePicture, "-vf", SmallLabelOnScreen, "-movflags", "use_metadata_tags", "-metadata", $"AIGC={AigcLabel}"));
    private static readonly Lazy<byte[]> LazyOnScreenOnly = new(() => EncodeFrom(LargePicture, "-vf", LabelOnScreen));

    private const string PictureAndSound = "testsrc2=size=640x360:rate=10:duration=3[out0];sine=440:duration=3[out1]";
    private static readonly Lazy<byte[]> LazyTalking =
        new(() => EncodeFrom(PictureAndSound, "-c:a", "aac", "-movflags", "use_metadata_tags", "-metadata", $"AIGC={AigcLabel}"));
    private const string Noise = "nullsrc=size=640x360:rate=10:duration=3,format=yuv420p,geq=lum='255*random(1)':cb=128:cr=128";
    private static readonly Lazy<byte[]> LazyNoisy = new(() => EncodeFrom(Noise));
    private static readonly Lazy<byte[]> LazyStream = new(() => EncodeFrom(PictureAndSound, "-c:a", "aac", "-f", "mpegts"));
    private static readonly Lazy<byte[]> LazyMatroska = new(() => EncodeFrom(PictureAndSound, "-c:a", "aac", "-f", "matroska"));

    /// <summary>Video and audio, an AIGC label by Kling in its metadata, none on screen.</summary>
    public static BinaryData Talking => new(LazyTalking.Value);

    /// <summary>Pictures that compress badly.</summary>
    public static BinaryData Noisy => new(LazyNoisy.Value);

    /// <summary>MPEG-TS without any AI label, into which none can be written.</summary>
    public static BinaryData TransportStream => new(LazyStream.Value);

    /// <summary>Matroska without any AI label.</summary>
    public static BinaryData Matroska => new(LazyMatroska.Value);

    /// <summary>Has an AI label in its metadata and on screen, according to the standard.</summary>
    public static BinaryData LabelledOnScreen => new(LazyLabelledOnScreen.Value);

    /// <summary>Has an AI label in its metadata, and one on screen that is smaller than the standard requires.</summary>
    public static BinaryData UndersizedOnScreen => new(LazyUndersizedOnScreen.Value);

    /// <summary>Has an AI label only on screen.</summary>
    public static BinaryData OnScreenOnly => new(LazyOnScreenOnly.Value);

    /// <summary>Has only an audible AI label.</summary>
    public static BinaryData LabelledInSound => new(LazyLabelledInSound.Value);

    /// <summary>Shows a test word of the Content Safety emulator.</summary>
    public static BinaryData UnsafeTextOnScreen => new(LazyUnsafeText.Value);

    /// <summary>Rated unsafe by the Content Safety emulator in its last second.</summary>
    public static BinaryData Violent => new(LazyViolent.Value);

    /// <summary>Has no AI label.</summary>
    public static BinaryData Clean => new(LazyClean.Value);

    /// <summary>An AIGC label by Kling in its metadata, none on screen.</summary>
    public static BinaryData Labelled => new(LazyLabelled.Value);

    /// <summary>Half a file: the index of its media, which ffmpeg writes last, is missing.</summary>
    public static BinaryData Broken => new(LazyClean.Value.AsMemory(0, LazyClean.Value.Length / 2));

    /// <summary>An AIGC label with <paramref name="text"/> in its fields, and the text in other metadata.</summary>
    public static BinaryData LabelledWith(string text)
    {
        var label = JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["Label"] = "1",
            ["ContentProducer"] = text,
            ["ProduceID"] = text,
            ["ReservedCode1"] = text,
            ["ContentPropagator"] = text,
            ["PropagateID"] = text,
            ["ReservedCode2"] = text,
        });
        return new(Encode(
            "-movflags", "use_metadata_tags", "-metadata", $"AIGC={label}",
            "-metadata", $"title={text}", "-metadata", $"comment={text}", "-metadata", $"encoder={text}", "-metadata", $"artist={text}"));
    }

    private static byte[] Encode(params string[] options) => EncodeFrom(Picture, options);

    private static byte[] EncodeFrom(string picture, params string[] options) => EncodeFrom(picture, sound: null, options);

    private static byte[] EncodeFrom(string picture, string? sound, string[] options)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.mp4");
        try
        {
            using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", [
                "-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-f", "lavfi", "-i", picture,
                .. sound is null ? [] : (string[])["-f", "lavfi", "-i", sound, "-c:a", "aac"],
                "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", .. options, path]))!;
            ffmpeg.WaitForExit();
            return ffmpeg.ExitCode == 0
                ? File.ReadAllBytes(path)
                : throw new InvalidOperationException($"ffmpeg ended with {ffmpeg.ExitCode}.");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
