using System.Globalization;

namespace AiLabels.Pixels.Tests.Programs;

/// <summary>
/// A process that ends by itself and is found by its command line, because a process id inside a namespace says nothing outside.
/// </summary>
internal sealed class SeenProcess
{
    private static int _count;

    /// <summary>A duration that no other process waits for.</summary>
    public string Sleep { get; } = string.Create(
        CultureInfo.InvariantCulture, $"sleep 100.{Environment.ProcessId:D7}{Interlocked.Increment(ref _count):D4}");

    /// <summary>Its lines of <c>/proc/…/status</c>, by name; null if it does not run, or is a zombie.</summary>
    public IReadOnlyDictionary<string, string>? Status()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(name => char.IsAsciiDigit(name[^1])))
        {
            try
            {
                if (File.ReadAllText($"{folder}/cmdline").Replace('\0', ' ').Trim() != Sleep)
                {
                    continue;
                }

                var status = File.ReadLines($"{folder}/status").Select(line => line.Split(":\t", 2))
                    .ToDictionary(parts => parts[0], parts => parts[^1]);
                return status["State"].StartsWith('Z') ? null : status;
            }
            catch (IOException)
            {
                // It ended while it was read.
            }
        }

        return null;
    }
}
