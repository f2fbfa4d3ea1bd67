using System.Runtime.CompilerServices;
using System.Threading.Tasks.Dataflow;
using AiLabels.Cli.Files;

namespace AiLabels.Cli.Inspect;

/// <summary>Reads many files in parallel and returns them in the given order.</summary>
internal static class InspectedFiles
{
    /// <summary>
    /// Maximum number of files read ahead of the next one to return, per thread: enough to keep all threads busy behind one large file.
    /// </summary>
    private const int Ahead = 32;

    public static async IAsyncEnumerable<InspectedFile> ReadAsync(
        IAsyncEnumerable<SelectedFile> files, FileReader reader, int threads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var block = new TransformBlock<SelectedFile, InspectedFile>(
            file => reader.ReadAsync(file, cancellation),
            new() { MaxDegreeOfParallelism = threads, BoundedCapacity = checked(threads * Ahead), CancellationToken = cancellation });
        var feeding = FeedAsync();
        await foreach (var file in block.ReceiveAllAsync(cancellation))
        {
            yield return file;
        }

        await feeding;
        await block.Completion;

        async Task FeedAsync()
        {
            await foreach (var file in files.WithCancellation(cancellation))
            {
                await block.SendAsync(file, cancellation);
            }

            block.Complete();
        }
    }
}
