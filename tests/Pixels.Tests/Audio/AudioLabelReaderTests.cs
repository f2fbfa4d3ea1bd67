using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Tests.Frames;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Audio;

[Trait("Needs", "minutes")]
public sealed class AudioLabelReaderTests : IDisposable
{
    private const string Ai = ".- ..";

    private readonly Clips _clips = new();

    [Theory]
    [InlineData(400, 0.045, 0.5)]
    [InlineData(440, 0.06, 0.01)]
    [InlineData(775, 0.08, 0.2)]
    [InlineData(1000, 0.12, 0.9)]
    [InlineData(1234, 0.2, 0.05)]
    [InlineData(2750, 0.35, 0.3)]
    public void Find_MorseAi_IsFoundWhateverItsPitchSpeedAndLevel(double frequency, double dot, double level)
    {
        var label = Assert.Single(Find(Signals.Morse(Ai, frequency, dot, level, at: 1, seconds: 8)));

        Assert.InRange(label.From.TotalSeconds, 0.98, 1.02);
        Assert.InRange(label.Duration.TotalSeconds, (11 * dot) - 0.03, (11 * dot) + 0.03);
        Assert.InRange(label.Frequency, frequency - 50, frequency + 50);
        Assert.InRange(label.Dot.TotalSeconds, dot * 0.85, dot * 1.15);
    }

    [Fact]
    public void Find_AtTheVeryStartAndEnd_IsFoundTwice()
    {
        var sound = Signals.Mixed(
            Signals.Morse(Ai, 800, 0.08, 0.3, at: 0, seconds: 6), Signals.Morse(Ai, 800, 0.08, 0.3, at: 6 - (11 * 0.08), seconds: 6));

        Assert.Equal([0, 5.1], Find(sound).Select(label => Math.Round(label.From.TotalSeconds, 1)));
    }

    [Fact]
    public void Find_RepeatedAsWords_IsFoundEachTime() =>
        Assert.Equal(3, Find(Signals.Morse(".- ../.- ../.- ..", 900, 0.07, 0.3, at: 0.5, seconds: 6)).Count);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_UnderNoiseAndMusic_IsFound(int seed)
    {
        var sound = Signals.Mixed(
            Signals.Morse(Ai, 1020, 0.1, 0.3, at: 2, seconds: 8), Signals.Noise(0.1, 8, seed), Signals.Melody(0.06, 8, seed));

        Assert.Contains(Find(sound), label => Math.Abs(label.From.TotalSeconds - 2) < 0.05);
    }

    [Theory]
    [InlineData(".-")]
    [InlineData("..")]
    [InlineData("-. ..")]
    [InlineData(".- .. ..")]
    [InlineData("... --- ...")]
    [InlineData(".--. .- .. -..")] // PAID
    [InlineData("-- .- .. -.")] // MAIN
    [InlineData(".......")]
    public void Find_OtherMorse_IsNone(string code) => Assert.Empty(Find(Signals.Morse(code, 800, 0.08, 0.3, at: 1, seconds: 6)));

    [Fact]
    public void Find_LettersCutOffByTheStretch_IsNone()
    {
        // MAIN, whose two middle letters are in the segment.
        var word = Signals.Morse("-- .- .. -.", 800, 0.08, 0.3, at: 0, seconds: 4);
        var middle = word[(int)(0.08 * 9.5 * Signals.Rate)..(int)(0.08 * 22.5 * Signals.Rate)];

        Assert.Empty(AudioLabelReader.Find(Signals.Sound(middle, from: 30), isCut: true));
    }

    [Fact]
    public void Find_ManyMelodiesNoisesAndSignals_AreNone()
    {
        foreach (var seed in Enumerable.Range(0, 40))
        {
            Assert.Empty(Find(Signals.Melody(0.4, 15, seed)));
            Assert.Empty(Find(Signals.Mixed(Signals.Melody(0.2, 15, seed), Signals.Noise(0.2, 15, seed))));
            Assert.Empty(Find(RandomSignals(seed)));
        }
    }

    [Theory]
    [InlineData("a.mp4", "aac")]
    [InlineData("a.mkv", "libopus")]
    public async Task ReadAsync_UnderSpeechInAVideo_IsFound(string name, string codec)
    {
        var label = Assert.Single((await ReadAsync(await SpeakAsync(name, codec, ai: true))).Labels);

        Assert.InRange(label.From.TotalSeconds, 0.9, 1.1);
        Assert.InRange(label.Frequency, 950, 1050);
    }

    [Fact]
    public async Task ReadAsync_SpeechAlone_IsNone()
    {
        var heard = await ReadAsync(await SpeakAsync("a.mp4", "aac", ai: false));

        Assert.Empty(heard.Labels);
        Assert.InRange(heard.Heard.TotalSeconds, 5, 30);
    }

    [Fact]
    public async Task ReadAsync_AtTheEndOfALongVideo_IsFoundWithItsTime()
    {
        // Arrange
        var beep = await _clips.RunAsync("beep.wav", "-f", "lavfi", "-i", Expression(0.1, 1000, at: 95), "-t", "100");
        var path = await _clips.RunAsync("a.mp4", "-f", "lavfi", "-i", "color=gray:size=64x64:rate=5:duration=100", "-i", beep, "-c:v",
            "libx264", "-preset", "ultrafast", "-c:a", "aac");

        // Act
        var heard = await ReadAsync(path);

        // Assert
        Assert.InRange(Assert.Single(heard.Labels).From.TotalSeconds, 94.9, 95.1);
        Assert.InRange(heard.Heard.TotalSeconds, 58, 62);
    }

    [Fact]
    public async Task ReadAsync_NoSound_IsNoProblem()
    {
        // Arrange
        var path = await _clips.MakeAsync("a.mp4", "color=gray:size=64x64:rate=5:duration=1", "-c:v", "libx264");
        using var file = new FileByteSource(path);
        await using var source = await FfmpegFrameSource.OpenAsync(file, ContainerFormat.IsoBmff, new());

        // Act
        var heard = await new AudioLabelReader(new()).ReadAsync(source);

        // Assert
        Assert.Equal((TimeSpan.Zero, 0), (heard.Heard, source.Problems.Count));
    }

    public void Dispose() => _clips.Dispose();

    private static IReadOnlyList<AudioLabel> Find(float[] samples) => AudioLabelReader.Find(Signals.Sound(samples));

    /// <summary>Tones of all lengths with pauses of all lengths, such as machine beeps.</summary>
    private static float[] RandomSignals(int seed)
    {
        var random = new Random(seed);
        var sound = new float[15 * Signals.Rate];
        for (var at = 0.0; at < 15; at += 0.04 + (0.4 * random.NextDouble()))
        {
            var length = 0.04 + (0.3 * random.NextDouble());
            Signals.Add(sound, Signals.Tone(1000, 0.4, length), at);
            at += length;
        }

        return sound;
    }

    private static async Task<AudioLabels> ReadAsync(string path)
    {
        using var file = new FileByteSource(path);
        var format = path.EndsWith("mkv", StringComparison.Ordinal) ? ContainerFormat.Matroska : ContainerFormat.IsoBmff;
        await using var source = await FfmpegFrameSource.OpenAsync(file, format, new());
        return await new AudioLabelReader(new()).ReadAsync(source);
    }

    private Task<string> SpeakAsync(string name, string codec, bool ai)
    {
        const string Speech =
            "flite=text='This is a film about the sea and the people who live beside it. Nobody knows how long they have been there.':voice=slt";
        return _clips.RunAsync(name, "-f", "lavfi", "-i", Speech, "-f", "lavfi", "-i", Expression(0.1, ai ? 1000 : 0, at: 1), "-f", "lavfi",
            "-i", "testsrc2=size=160x90:rate=10",
            "-filter_complex", "[0:a]aresample=16000[s];[1:a][s]amix=inputs=2:normalize=0:duration=shortest[a]", "-map", "[a]", "-map",
                "2:v", "-shortest", "-t", "8", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", codec);
    }

    /// <summary>Morse AI as a source of ffmpeg.</summary>
    private static string Expression(double dot, double frequency, double at)
    {
        var keyed = string.Join('+', new[] { (0, 1), (2, 5), (8, 9), (10, 11) }.Select(mark =>
            FormattableString.Invariant($"between(t,{at + (mark.Item1 * dot)},{at + (mark.Item2 * dot)})")));
        return FormattableString.Invariant($"aevalsrc='0.3*sin(2*PI*{frequency}*t)*({keyed})':s=16000:d=100");
    }
}
