using System.Globalization;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace VideoGate.Bench.Labels;

/// <summary>Honest recordings of hours, as sparse files: the cost of a verdict grows with their boxes, not with their bytes.</summary>
internal static class LongRecordings
{
    private const int Repeats = 5;

    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);

    private static readonly byte[] Track = Movie.Trak(Movie.AvcC, "", 0, 0);

    private static readonly byte[] Fragmented = Concat(Ftyp, Moov(Track, Box("mvex", FullBox("trex", UInt32(1)))));

    private static readonly byte[] Moof = Box(
        "moof", FullBox("mfhd", UInt32(1)), Box("traf", FullBox("tfhd", UInt32(1)), FullBox("trun", UInt32(250), new byte[1000])));

    private static readonly (string Name, byte[] First, byte[] Repeated, int Mdat, int Count, byte[] Last)[] All =
    [
        ("6 h in 10,800 fragments of 1.5 MB, not ended", Fragmented, Moof, 1_500_000, 10_800, []),
        ("24 h in 86,400 fragments of 9 kB", Fragmented, Moof, 9_000, 86_400, []),
        ("30,000 mdat of 4 kB, movie behind", Ftyp, [], 4_000, 30_000, Moov(Track)),
        ("30,000 mdat of 16 kB, movie behind", Ftyp, [], 16_000, 30_000, Moov(Track)),
        ("30,000 mdat of 100 kB, movie behind", Ftyp, [], 100_000, 30_000, Moov(Track)),
    ];

    /// <returns>Number of files whose verdict took more than a second or is not the right one.</returns>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("long-").FullName;
        var wrong = 0;
        foreach (var (name, first, repeated, mdat, count, last) in All)
        {
            var path = Path.Combine(folder, "long.mp4");
            Write(path, first, repeated, mdat, count, last);
            LabelReport? report = null;
            var runs = new List<TimeSpan>();
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                runs.Add((await Measured.RunAsync(async () => report = await Contender.ReportAsync(path, new()))).Elapsed);
            }

            var median = Measured.Median(runs);
            var isWrong = median > Allowed || report!.Origin != AiOrigin.NotFound;
            wrong += isWrong ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-46}{Measured.Text(median),14} {report!.Length,15:#,0} bytes {report.BytesRead,11:#,0} read  {report.Origin}{(isWrong ? "  WRONG" : "")}"));
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"  => {wrong} of {All.Length} took more than a second, or are not notFound");
        return wrong;
    }

    /// <summary>Writes headers alone; the media between them are holes.</summary>
    private static void Write(string path, byte[] first, byte[] repeated, int mdat, int count, byte[] last)
    {
        using var file = File.Create(path);
        file.Write(first);
        byte[] header = [.. repeated, .. UInt32((uint)mdat), .. "mdat"u8];
        for (var i = 0; i < count; i++)
        {
            file.Write(header);
            file.Seek(mdat - 8, SeekOrigin.Current);
        }

        file.SetLength(file.Position);
        file.Write(last);
    }
}
