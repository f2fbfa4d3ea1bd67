using System.Diagnostics;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using AiLabels.Tests.Peers;

namespace VideoGate.Bench.Labels;

/// <summary>The measured videos, created once and kept for the next run.</summary>
internal sealed class Inputs
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private readonly string _folder;

    private Inputs(string folder) => _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>About 1 MB with an AIGC label.</summary>
    public string Labelled => Path.Combine(_folder, "labelled.mp4");

    /// <summary>The labelled file, signed by c2pa-rs.</summary>
    public string Signed => Path.Combine(_folder, "signed.mp4");

    /// <summary>About 1.5 GB, its index at the end, signed by c2pa-rs: claim version 2, ES256.</summary>
    public string Big => Path.Combine(_folder, "big.mp4");

    /// <summary>PEM of the signer's root.</summary>
    public string Root => Path.Combine(_folder, "root.pem");

    /// <summary>Inputs without the large ones, for what needs small files alone.</summary>
    public static Inputs In(string folder) => new(folder);

    public static async Task<Inputs> MakeAsync(string folder)
    {
        var inputs = new Inputs(folder);
        if (!File.Exists(inputs.Root) || (!File.Exists(inputs.Big) && C2paRs.Missing is null))
        {
            Console.WriteLine($"making the inputs in {folder} (about a minute, once) ...");
            await inputs.MakeVideosAsync();
        }

        return inputs;
    }

    /// <summary>Copies of eight small files of five containers, labelled and not.</summary>
    /// <returns>Their paths.</returns>
    public async Task<IReadOnlyList<string>> MakeFolderAsync(int count)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, $"folder-{count}")).FullName;
        string[] originals = ["a.mp4", "b.mp4", "c.mov", "d.mov", "e.mkv", "f.mkv", "g.avi", "h.flv"];
        foreach (var original in originals.Where(name => !File.Exists(Path.Combine(_folder, name))))
        {
            await EncodeAsync(Path.Combine(_folder, original), "testsrc2=size=320x180:rate=10:duration=1", "-movflags", "use_metadata_tags",
                "-metadata", $"AIGC={Aigc.Generated}");
        }

        var paths = Enumerable.Range(0, count).Select(i => Path.Combine(folder, $"{i:d6}-{originals[i % originals.Length]}")).ToList();
        foreach (var path in paths.Where(path => !File.Exists(path)))
        {
            File.Copy(Path.Combine(_folder, Path.GetFileName(path)[7..]), path);
        }

        return paths;
    }

    private async Task MakeVideosAsync()
    {
        string[] label = ["-movflags", "use_metadata_tags", "-metadata", $"AIGC={Aigc.Generated}"];
        await EncodeAsync(Labelled, "testsrc2=size=640x360:rate=25:duration=8,noise=alls=12", [.. label, "-b:v", "1M"]);
        var clip = Path.Combine(_folder, "clip.mp4");
        var unsigned = Path.Combine(_folder, "unsigned.mp4");
        await EncodeAsync(
            clip, "testsrc2=size=1280x720:rate=25:duration=8,noise=alls=60:allf=t", "-b:v", "60M", "-maxrate", "60M", "-bufsize", "60M");
        var loops = (1_500_000_000 / new FileInfo(clip).Length) - 1;
        await FfmpegAsync(["-stream_loop", $"{loops}", "-i", clip, "-c", "copy", .. label, unsigned]);
        await SignAsync(unsigned);
        File.Delete(unsigned);
        File.Delete(clip);
    }

    private async Task SignAsync(string unsigned)
    {
        var root = TestPki.Root();
        if (C2paRs.Missing is null)
        {
            var signer = C2paSigner.Create("es256", root);
            var action = new { action = "c2pa.created", digitalSourceType = Trained };
            var manifest = new
            {
                claim_version = 2,
                claim_generator_info = new[] { new { name = "Bench" } },
                assertions = new[] { new { label = "c2pa.actions.v2", data = new { actions = new[] { action } } } },
            };
            var answers =
                await C2paRs.AskAsync(C2paRs.Sign(Labelled, Signed, signer, manifest), C2paRs.Sign(unsigned, Big, signer, manifest));
            Assert.All(answers, answer => Assert.Null(answer.Error));
        }

        await File.WriteAllTextAsync(Root, root.Certificate.ExportCertificatePem());
    }

    private static Task EncodeAsync(string path, string picture, params string[] options) =>
        FfmpegAsync(["-f", "lavfi", "-i", picture, "-c:v", path.EndsWith(".avi", StringComparison.Ordinal) ? "mpeg4" : "libx264", "-preset",
            "ultrafast", "-pix_fmt", "yuv420p", .. options, path]);

    private static async Task FfmpegAsync(params string[] arguments)
    {
        using var ffmpeg = Process.Start("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
    }
}
