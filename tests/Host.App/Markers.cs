namespace HostApp;

/// <summary>What functions tell the tests: a file for each key, a line for each thing that happened.</summary>
internal static class Markers
{
    private static readonly Lock Writing = new();

    /// <returns>How many lines the file has now.</returns>
    public static int Append(string key, string line)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("MARKERS")!, key);
        lock (Writing)
        {
            File.AppendAllText(path, $"{line}\n");
            return File.ReadAllLines(path).Length;
        }
    }
}
