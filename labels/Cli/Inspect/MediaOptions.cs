using System.CommandLine;
using System.CommandLine.Parsing;

namespace AiLabels.Cli.Inspect;

/// <summary>Options for pictures and audio.</summary>
internal sealed class MediaOptions
{
    private readonly Option<bool> _pixels = new("--pixels")
    {
        Description =
            "Analyze the picture too: detect visible labels and count them. Requires ffmpeg and tesseract; takes seconds per file.",
    };

    private readonly Option<bool> _audio = new("--audio")
    {
        Description = "Detect the audio label too, AI in Morse (.- ..), in the first and last 30 s, and count it. Requires ffmpeg.",
    };

    public MediaOptions()
    {
        _pixels.Validators.Add(static result => RefuseMissingPrograms(result, pictures: true));
        _audio.Validators.Add(static result => RefuseMissingPrograms(result, pictures: false));
    }

    public IEnumerable<Option> All => [_pixels, _audio];

    /// <returns>The reader, or null if neither is requested.</returns>
    public MediaReader? ReaderOf(ParseResult result) => MediaReader.For(result.GetValue(_pixels), result.GetValue(_audio));

    private static void RefuseMissingPrograms(OptionResult result, bool pictures)
    {
        if (string.Join(", ", MediaReader.Missing(pictures)) is { Length: > 0 } missing)
        {
            var packages = pictures ? "ffmpeg tesseract-ocr tesseract-ocr-chi-sim tesseract-ocr-chi-tra util-linux" : "ffmpeg util-linux";
            result.AddError($"{result.Option.Name} requires {missing}, which is not installed: apt-get install {packages}");
        }
    }
}
