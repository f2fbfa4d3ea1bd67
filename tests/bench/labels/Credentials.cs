using System.Globalization;
using System.Security.Cryptography;
using AiLabels.Reports;
using AiLabels.Tests.Peers;

namespace VideoGate.Bench.Labels;

/// <summary>Full validation of content credentials, including the hash of the whole file.</summary>
internal static class Credentials
{
    private const int BlockLength = 1 << 20;

    public static async Task RunAsync(Inputs inputs, int repeats)
    {
        if (C2paRs.Missing is { } why)
        {
            Console.WriteLine($"\nvalidation: {why} It signs the inputs, so nothing is measured.");
            return;
        }

        var roots = await File.ReadAllTextAsync(inputs.Root);
        var options = new LabelReaderOptions { SignerAnchors = TrustAnchors.FromPem(roots) };
        foreach (var path in new[] { inputs.Signed, inputs.Big })
        {
            var report = await Contender.ReportAsync(path, options);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"\nvalidation: {Path.GetFileName(path)}, {report.Length:#,0} bytes, {report.BytesRead:#,0} read, {report.Credentials.Integrity}/{report.Credentials.Signer}; median, times ours, peak memory"));
            var rounds = path == inputs.Big ? 1 : 200;
            var medians = await Race.RunAsync(
                path,
                repeats,
                Contender.Own("ailabels, in process", rounds, options),
                Contender.OwnProcess("ailabels, process", inputs.Root),
                new Contender("SHA-256 alone: read a block, hash it", rounds, file => Measured.RunAsync(() => HashAsync(file))),
                new Contender("SHA-256 alone: same bytes, no reading", rounds,
                    file => Measured.RunAsync(() => HashMemoryAsync(new FileInfo(file).Length))),
                Contender.C2pa(roots),
                Contender.C2paInProcess(roots));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  => {medians[2] / medians[0]:f2} of the speed of SHA-256 that reads, {medians[3] / medians[0]:f2} of SHA-256 that does not; {medians[5] / medians[0]:f1} times c2pa-rs"));
        }
    }

    private static Task HashAsync(string path)
    {
        using var file = File.OpenHandle(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = GC.AllocateUninitializedArray<byte>(BlockLength);
        var length = 0;
        for (long offset = 0; (length = RandomAccess.Read(file, block, offset)) > 0; offset += length)
        {
            hash.AppendData(block, 0, length);
        }

        Assert.Equal(32, hash.GetHashAndReset().Length);
        return Task.CompletedTask;
    }

    private static Task HashMemoryAsync(long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[BlockLength];
        for (; length > 0; length -= BlockLength)
        {
            hash.AppendData(block, 0, (int)Math.Min(length, BlockLength));
        }

        Assert.Equal(32, hash.GetHashAndReset().Length);
        return Task.CompletedTask;
    }
}
