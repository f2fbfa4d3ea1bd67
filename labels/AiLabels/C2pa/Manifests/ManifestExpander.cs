using System.IO.Compression;
using AiLabels.C2pa.Jumbf;
using AiLabels.Reports;

namespace AiLabels.C2pa.Manifests;

/// <summary>
/// Expands compressed manifests (C2PA 2.2, section 11.2.4): a <c>brob</c> box that holds the whole superbox, compressed with Brotli.
/// </summary>
/// <param name="options">Limits.</param>
/// <param name="stored">Bytes that the stores take as stored; the rest of their limit remains for the expanded manifests.</param>
internal sealed class ManifestExpander(LabelReaderOptions options, int stored)
{
    private const int BlockLength = 64 << 10;

    private int _left = options.MaxManifestStoreLength - stored;

    /// <returns>The expanded manifest; hashes still cover its stored bytes (section 11.1.3.2).</returns>
    /// <exception cref="ManifestException">It cannot be expanded, is not a manifest, or all of them together exceed the limit.</exception>
    public JumbfBox Expand(JumbfBox stored)
    {
        if (stored.Type != ManifestType.Compressed)
        {
            return stored;
        }

        try
        {
            var box = JumbfParser.Parse(Decompress(stored.Data("brob") ?? default), stored.Offset, options.MaxDepth, options.MaxBoxes);
            return box.Type != ManifestType.Compressed && ManifestType.IsManifest(box) && box.Label == stored.Label
                ? box.As(stored)
                : throw new InvalidDataException("it contains no such manifest");
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // BrotliStream throws InvalidOperationException on damaged data.
            throw new ManifestException(StatusCode.ManifestCompressedInvalid, $"a compressed manifest cannot be expanded: {e.Message}", e);
        }
    }

    private ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> compressed)
    {
        using var expanded = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        var block = new byte[BlockLength];
        while (brotli.Read(block) is > 0 and var length)
        {
            _left -= length;
            if (_left < 0)
            {
                throw new InvalidDataException(
                    $"compressed manifests expand to more than the {options.MaxManifestStoreLength} bytes that are read");
            }

            expanded.Write(block, 0, length);
        }

        return expanded.GetBuffer().AsMemory(0, (int)expanded.Length);
    }
}
