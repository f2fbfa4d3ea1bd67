using System.Security;
using System.Text;

namespace AiLabels.Cli.Gate;

/// <summary>Writes a file to a signed address of Blob Storage: at once, or in blocks if it is large.</summary>
internal sealed class BlobUpload(GateClient client)
{
    /// <summary>Size of a block; 50,000 of them hold 3 TiB.</summary>
    internal const int BlockSize = 64 << 20;

    private static readonly Dictionary<string, string> None = [];

    /// <param name="headers">Headers that the write of a whole blob needs.</param>
    public async Task RunAsync(string path, Uri signed, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        if (file.Length <= BlockSize)
        {
            var content = new byte[file.Length];
            await file.ReadExactlyAsync(content, cancellation);
            await client.PutAsync(signed, () => new ByteArrayContent(content), headers, cancellation);
            return;
        }

        await WriteBlocksAsync(file, signed, cancellation);
    }

    private async Task WriteBlocksAsync(FileStream file, Uri signed, CancellationToken cancellation)
    {
        var block = new byte[BlockSize];
        var list = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>");
        for (var number = 0; await ReadAsync(file, block, cancellation) is > 0 and var length; number++)
        {
            var id = Convert.ToBase64String(BitConverter.GetBytes(number));
            var place = With(signed, $"comp=block&blockid={Uri.EscapeDataString(id)}");
            await client.PutAsync(place, () => new ByteArrayContent(block, 0, length), None, cancellation);
            list.Append("<Latest>").Append(SecurityElement.Escape(id)).Append("</Latest>");
        }

        var blocks = Encoding.UTF8.GetBytes(list.Append("</BlockList>").ToString());
        await client.PutAsync(With(signed, "comp=blocklist"), () => new ByteArrayContent(blocks), None, cancellation);
    }

    private static ValueTask<int> ReadAsync(FileStream file, byte[] block, CancellationToken cancellation) =>
        file.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellation);

    private static Uri With(Uri signed, string query) => new($"{signed.AbsoluteUri}&{query}");
}
